"""A draft changed at one indexed path: ``user_data.em[1]``, ``custom_data.contents[2].quantity``, an unknown key."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from workbench.contract.field import CONTENTS, LINE_PREFIX
from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Line, Typed
from workbench.events.event_reading import read_event
from workbench.events.extras import put_back
from workbench.events.paths import item_path
from workbench.ground.json_types import JsonObject, JsonValue

_IN_LINE = re.compile(rf"{re.escape(CONTENTS)}\[(\d+)\]\.(.+)", re.DOTALL)
_ITEM = re.compile(r"(.+)\[(\d+)\]", re.DOTALL)


def written(draft: Draft, path: str, text: str) -> Draft:
    """The draft with ``text`` at ``path``, in the place of the value, item or alien JSON that stands there."""
    draft = _without_alien(draft, path)
    if place := _in_line(path):
        index, name = place
        return _with_line(draft, index, {**_line(draft, index), name: text})
    if found := _item(draft, path):
        return _with_items(draft, *found, (text,))
    typed = draft.values.get(path)
    return draft.with_value(path, (text, *typed[1:]) if isinstance(typed, tuple) else text)


def parted(draft: Draft, path: str, texts: Sequence[str]) -> Draft:
    """The draft with several items in the place of the one at ``path``; what is no item of a list stays as it is."""
    found = _item(draft, path)
    return _with_items(draft, *found, texts) if found else draft


def without(draft: Draft, path: str) -> Draft:
    """The draft without the value, the item, the product line's value or the alien JSON at ``path``."""
    if path in draft.extras:
        return _without_alien(draft, path)
    if place := _in_line(path):
        index, name = place
        line = {key: text for key, text in _line(draft, index).items() if key != name}
        return _with_line(draft, index, line) if index < len(draft.lines) else draft
    if found := _item(draft, path):
        # Alien JSON knows its place among the items by number, so beside it a blank keeps the place.
        keeps_place = any(each.startswith(f"{found[0]}[") for each in draft.extras)
        return _with_items(draft, *found, ("",) if keeps_place else ())
    return draft.with_value(path, "")


def moved(draft: Draft, path: str, target: str, *, contract: Contract) -> Draft | None:
    """The draft with the unknown key at ``path`` read as the field or object ``target`` of the catalogue.

    None when nothing stands at ``path``, when something stands at ``target`` already, or when the value has not the
    shape of that field. A field of a product line is one of the line that the key stands in.
    """
    if path not in draft.extras:
        return None
    if target.startswith(LINE_PREFIX):
        place = _in_line(path)
        if place is None:
            return None
        target = f"{CONTENTS}[{place[0]}].{target.removeprefix(LINE_PREFIX)}"
    event: JsonObject = {}
    put_back(event, target, draft.extras[path])
    found = read_event(event, contract=contract).draft
    if target in found.extras or not (found.values or any(found.lines) or found.extras):
        return None
    return _joined(_without_alien(draft, path), found)


def _joined(draft: Draft, found: Draft) -> Draft | None:
    """Both drafts in one, None where they claim the same place."""
    lines = _joined_lines(draft.lines, found.lines)
    taken = any(_is_filled(draft.values.get(path, "")) for path in found.values)
    if lines is None or taken or _alien_clash(draft.extras, found):
        return None
    extras: Mapping[str, JsonValue] = MappingProxyType({**draft.extras, **found.extras})
    return Draft(MappingProxyType({**draft.values, **found.values}), lines, extras)


def _joined_lines(lines: tuple[Line, ...], found: tuple[Line, ...]) -> tuple[Line, ...] | None:
    joined = [dict(line) for line in lines]
    joined.extend({} for _ in range(len(found) - len(lines)))
    for line, more in zip(joined, found, strict=False):
        if any(line.get(name, "").strip() for name in more):
            return None
        line.update(more)
    return tuple(joined)


def _alien_clash(extras: Mapping[str, JsonValue], found: Draft) -> bool:
    claimed = {*found.values, *found.extras}
    if any(found.lines):
        claimed.add(CONTENTS)
        claimed.update(item_path(CONTENTS, index) for index, line in enumerate(found.lines) if line)
    items = tuple(f"{path}[" for path in found.values)
    return any(path in claimed or path.startswith(items) for path in extras)


def _without_alien(draft: Draft, path: str) -> Draft:
    return draft.without_extra(path) if path in draft.extras else draft


def _in_line(path: str) -> tuple[int, str] | None:
    match = _IN_LINE.fullmatch(path)
    return (int(match[1]), match[2]) if match else None


def _line(draft: Draft, index: int) -> Line:
    return draft.lines[index] if index < len(draft.lines) else {}


def _with_line(draft: Draft, index: int, line: Line) -> Draft:
    lines = [*draft.lines, *({} for _ in range(index + 1 - len(draft.lines)))]
    lines[index] = line
    return replace(draft, lines=tuple(lines))


def _item(draft: Draft, path: str) -> tuple[str, int] | None:
    """The list and the index of a path that ends in one; a path that is a value's own is no item."""
    match = None if path in draft.values else _ITEM.fullmatch(path)
    return (match[1], int(match[2])) if match else None


def _with_items(draft: Draft, path: str, index: int, texts: Sequence[str]) -> Draft:
    items = [*draft.texts(path)]
    items.extend("" for _ in range(index + 1 - len(items)))
    items[index : index + 1] = texts
    typed: Typed = tuple(items)
    return draft.with_value(path, typed)


def _is_filled(typed: Typed) -> bool:
    return any(text.strip() for text in ((typed,) if isinstance(typed, str) else typed))
