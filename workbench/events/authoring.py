"""What was typed as JSON values: the draft's texts, typed where that loses nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.contract.field import Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Line, Typed
from workbench.events.number_literal import NumberError, fraction_of, integer_of
from workbench.events.paths import item_path
from workbench.ground.json_types import JsonObject, JsonValue

# Looking a member up on its enum costs more than the rest of typing a value.
_STRING, _STRINGS = FieldType.STRING, FieldType.STRINGS
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Authored:
    """The three parts of an event that ``assemble`` nests: by catalogue path, by line, and what had no place."""

    values: Mapping[str, JsonValue]
    lines: tuple[JsonObject, ...]
    extras: Mapping[str, JsonValue]


def authored(draft: Draft, *, contract: Contract) -> Authored:
    """The draft's texts as JSON values in the catalogue's order; blank ones are left out, but each line has its place.

    Items that are no text go back between the texts of their list, so they are no longer among the extras.
    """
    extras = dict(draft.extras)
    values: dict[str, JsonValue] = {}
    typed_values, by_path = draft.values, contract.by_path
    order = [path for path in by_path if path in typed_values]
    if len(order) < len(typed_values):
        order.extend(path for path in typed_values if path not in by_path)
    for path in order:
        field = by_path.get(path)
        typed = typed_values[path]
        if isinstance(typed, tuple) or (field is not None and field.type is _STRINGS):
            values[path] = _items(path, typed, extras)
        elif typed.strip():
            values[path] = authored_value(field, typed)
    lines = tuple(_line(line, contract.line_fields) for line in draft.lines)
    return Authored(values, lines, extras)


def authored_value(field: Field | None, text: str) -> JsonValue:
    """One text as JSON: bare in an integer or boolean field when it is a JSON number, true or false to the letter.

    A number stays bare even where an integer belongs and it is none (1.5), or where a boolean belongs (1): reading it
    gives the same text again, and judging says what is wrong with it.
    """
    if field is None or field.type is _STRING or field.type is _STRINGS:
        return text
    if text in {"true", "false"}:
        return text == "true"
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    try:
        return fraction_of(text) if number[1] or number[2] else integer_of(text)
    except NumberError:
        return text


def _items(path: str, typed: Typed, extras: dict[str, JsonValue]) -> list[JsonValue]:
    texts = (typed,) if isinstance(typed, str) else typed
    items: list[JsonValue] = []
    for index, text in enumerate(texts):
        place = item_path(path, index)
        if text.strip():
            items.append(text)
        elif place in extras:
            items.append(extras.pop(place))
    return items


def _line(line: Line, fields: Mapping[str, Field]) -> JsonObject:
    names = [*(name for name in fields if name in line), *(name for name in line if name not in fields)]
    return {name: authored_value(fields.get(name), line[name]) for name in names if line[name].strip()}
