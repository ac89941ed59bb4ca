"""A draft that may be written to disk: digests in place of plain match keys."""

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.judging.judgement import Judgement


def digested(draft: Draft, judgement: Judgement, *, contract: Contract) -> Draft:
    """The same draft with each hashed field's values replaced by their digests.

    A value that was refused, or that stands where the catalogue has no place for it, is left out: it may be plain
    personal data, and what is not known to be a digest never reaches the disk.
    """
    kept = draft
    for path in draft.values:
        field = contract.by_path.get(path)
        if field is None or not field.hashed:
            continue
        found = (judgement.hashed.get(f"{path}[{index}]") for index in range(len(draft.texts(path))))
        kept = kept.with_value(path, tuple(each.digest for each in found if each is not None and each.digest))
    for path in draft.extras:
        kept = kept.without_extra(path)
    return kept
