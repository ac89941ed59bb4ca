"""Templates that people made themselves, as JSON text and back, keeping whatever this version does not know."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json, parse_json
from workbench.events.event_reading import read_event
from workbench.events.payload import document
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

VERSION: Final = 1
LONGEST_NAME: Final = 80
_OWN_TO_EACH_EVENT = ("event_id", "event_time")
_STORED = frozenset(("name", "plain", "event"))


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """An event to start from, without id and time, as authoring JSON.

    ``plain`` says that its maker asked to keep the plain test values; otherwise match keys are digests. ``other`` is
    what a newer version wrote beside it.
    """

    name: str
    event: JsonObject
    plain: bool = False
    other: tuple[tuple[str, JsonValue], ...] = ()

    @property
    def event_name(self) -> str:
        """The event's name; "" when it has none."""
        return str(self.event.get("event_name", ""))

    @property
    def action_source(self) -> str:
        """Where the event happens; "" when it does not say."""
        return str(self.event.get("action_source", ""))

    def draft(self, *, contract: Contract) -> Draft:
        """The event as a draft, without id and time."""
        draft = read_event(self.event, contract=contract).draft
        for path in _OWN_TO_EACH_EVENT:
            draft = draft.with_value(path, "")
        return draft


@dataclass(frozen=True, slots=True)
class TemplateList:
    """All templates of a file in its order, the entries that cannot be used, and the file's other keys."""

    templates: tuple[OwnTemplate, ...] = ()
    unusable: tuple[JsonValue, ...] = ()
    other: tuple[tuple[str, JsonValue], ...] = ()

    @property
    def complaint(self) -> str:
        """What there is to say of entries that cannot be used; "" when all can."""
        count = len(self.unusable)
        if not count:
            return ""
        entries = "1 entry has" if count == 1 else f"{count} entries have"
        return f"{entries} no name or no event and cannot be used; the file keeps them as they are."

    def encoded(self) -> bytes:
        """The file's content."""
        entries: list[JsonValue] = [*map(_entry, self.templates), *self.unusable]
        return encode_json({**dict(self.other), "version": VERSION, "templates": entries}, pretty=True)


def own_template(name: str, draft: Draft, *, plain: bool, contract: Contract) -> OwnTemplate:
    """A template of this event, as it stands. Raises InputError for a name that cannot be used."""
    event = document(draft, contract=contract)
    for key in _OWN_TO_EACH_EVENT:
        event.pop(key, None)
    return OwnTemplate(checked_name(name), event, plain)


def checked_name(text: str) -> str:
    """The name without white space around it. Raises InputError for one that is empty, too long, or not one line."""
    name = unicodedata.normalize("NFC", " ".join(text.split()))
    if not name:
        raise InputError("A template needs a name.", fix="Type one, such as “Checkout of our shop”.")
    if len(name) > LONGEST_NAME:
        raise InputError(f"That name has {len(name)} characters.", fix=f"Use at most {LONGEST_NAME}.")
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in name):
        raise InputError("That name holds a character that cannot be seen.", fix="Type the name anew.")
    return name


def same_name(one: str, other: str) -> bool:
    """Whether a person would call the two names the same."""
    return _key(one) == _key(other)


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """``wanted``, or where that is taken ``wanted (2)`` and so on."""
    keys = {_key(each) for each in taken}
    name, number = wanted, 1
    while _key(name) in keys:
        number += 1
        mark = f" ({number})"
        name = wanted[: LONGEST_NAME - len(mark)] + mark
    return name


def parse_templates(data: bytes, *, what: str) -> TemplateList:
    """Reads a file's content; ``what`` names it in messages. Raises InputError when it is no file of templates."""
    root = parse_json(data, what=what)
    if not isinstance(root, dict) or not isinstance(root.get("templates"), list):
        raise InputError(
            f"{what} is JSON, but no file of templates: it has no list named “templates”.",
            fix="Choose a file that the workbench exported; paste events under JSON.",
        )
    version = root.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise NewerFileError(
            f"{what} was written by a newer release of the workbench.", fix="Install that release to use its templates."
        )
    listed = root["templates"]
    entries = listed if isinstance(listed, list) else []
    used = tuple(_usable(entries))
    return TemplateList(
        templates=used,
        unusable=tuple(each for each in entries if _read(each) is None),
        other=tuple((key, value) for key, value in root.items() if key not in {"version", "templates"}),
    )


class NewerFileError(InputError):
    """The file is whole, but not for this release."""


def _usable(entries: list[JsonValue]) -> Iterator[OwnTemplate]:
    names: list[str] = []
    for each in entries:
        read = _read(each)
        if read is not None:
            template = replace(read, name=free_name(read.name, names))
            names.append(template.name)
            yield template


def _read(entry: JsonValue) -> OwnTemplate | None:
    if not isinstance(entry, dict):
        return None
    name, event = entry.get("name"), entry.get("event")
    if not isinstance(name, str) or not isinstance(event, dict):
        return None
    try:
        name = checked_name(name)
    except InputError:
        return None
    other = tuple((key, value) for key, value in entry.items() if key not in _STORED)
    return OwnTemplate(name, event, entry.get("plain") is True, other)


def _entry(template: OwnTemplate) -> JsonObject:
    return {"name": template.name, "plain": template.plain, "event": template.event, **dict(template.other)}


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())
