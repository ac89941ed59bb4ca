"""The request being composed, kept from one start to the next. Digests only."""

from collections.abc import Sequence
from pathlib import Path

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.ground.errors import InputError


def keep_drafts(path: Path, drafts: Sequence[Draft], *, contract: Contract) -> None:
    """Writes drafts, which must hold digests only, whole or not at all. Raises OSError."""
    from workbench.events.encoding import encode_json
    from workbench.events.payload import document, request_body

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(encode_json(request_body(document(each, contract=contract) for each in drafts), pretty=True))
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
