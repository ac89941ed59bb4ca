"""The request being composed, kept from one start to the next. Digests only."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.ground.errors import InputError

if TYPE_CHECKING:
    from workbench.judging.judgement import Judgement


def keep_request(path: Path, drafts: Sequence[Draft], judgements: "Sequence[Judgement]", *, contract: Contract) -> None:
    """Writes judged drafts, digests in place of match keys, whole or not at all. Raises OSError."""
    from workbench.events.encoding import encode_json
    from workbench.events.payload import document, request_body
    from workbench.judging.digested import digested

    kept = [digested(*pair, contract=contract) for pair in zip(drafts, judgements, strict=True)]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(encode_json(request_body(document(each, contract=contract) for each in kept), pretty=True))
    draft.replace(path)


def kept_drafts(path: Path, *, contract: Contract) -> tuple[Draft, ...]:
    """The drafts in the file; nothing when there is no file, or none that can be read."""
    try:
        text = path.read_bytes()
    except OSError:
        return ()
    from workbench.events.reading import read_text

    try:
        reading = read_text(text, contract=contract)
    except InputError:
        return ()
    return tuple(event.draft for event in reading.events)
