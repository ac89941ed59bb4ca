"""Flat catalogue paths to one nested event: as it travels, and as it is authored."""

from collections.abc import Iterable, Mapping, Sequence

from workbench.contract.field import CONTENTS
from workbench.contract.loading import Contract
from workbench.events.authoring import authored
from workbench.events.draft import Draft
from workbench.events.extras import put_back
from workbench.ground.json_types import JsonObject, JsonValue

USER_DATA = "user_data"  # the one object that Pinterest's schema requires in each event


def assemble(
    values: Mapping[str, JsonValue],
    lines: Sequence[Mapping[str, JsonValue]],
    extras: Mapping[str, JsonValue],
) -> JsonObject:
    """One event out of wire values by catalogue path, product lines by bare field name, and what had no place.

    ``lines`` has one mapping for each line of the draft, empty ones too, because ``extras`` counts them. Keys come in
    the order of ``values``. Empty lists, lines and objects are left out, except that ``user_data`` is in every event
    that has anything. Where a value and an extra claim the same place, the value keeps it.
    """
    return completed(nested(values), lines, extras)


def nested(values: Mapping[str, JsonValue]) -> JsonObject:
    """Wire values by catalogue path as one object, in their order; empty lists are left out."""
    event: JsonObject = {}
    containers = {"": event}
    for path, value in values.items():
        # Only a list can be an empty container here: a text, 0 and False are values.
        if value.__class__ is list and not value:
            continue
        head, _, name = path.rpartition(".")
        container = containers.get(head)
        if container is None:
            container = containers[head] = _open(event, head)
        container[name] = value
    return event


def completed(
    event: JsonObject, lines: Sequence[Mapping[str, JsonValue]], extras: Mapping[str, JsonValue]
) -> JsonObject:
    """``event``, made by :func:`nested`, with the rest put in as :func:`assemble` says."""
    if lines or extras:
        _add_lines(event, lines, extras)
    if event and USER_DATA not in event:
        event[USER_DATA] = {}
    return event


def document(draft: Draft, *, contract: Contract) -> JsonObject:
    """The draft as authoring JSON: the shape of a payload, keys in the catalogue's order, hashed fields as typed.

    Integers and booleans are typed where the text is JSON's own literal for them, otherwise they stay the text, so
    that what was typed can be seen. Blank texts are left out. ``read_event`` reads it back.
    """
    parts = authored(draft, contract=contract)
    event = assemble(parts.values, parts.lines, parts.extras)
    order = dict.fromkeys(path.partition(".")[0] for path in contract.by_path)
    return {key: event[key] for key in [*order, *event] if key in event}


def request_body(events: Iterable[JsonObject]) -> JsonObject:
    """The body of a request that carries ``events``, in their order."""
    return {"data": list(events)}


def _open(event: JsonObject, path: str) -> JsonObject:
    """The object at a dotted path, made where it is missing. Catalogue paths never cross a value."""
    container = event
    for key in path.split("."):
        inner = container.setdefault(key, {})
        if not isinstance(inner, dict):
            raise TypeError(f"{path} crosses a value")
        container = inner
    return container


def _add_lines(event: JsonObject, lines: Sequence[Mapping[str, JsonValue]], extras: Mapping[str, JsonValue]) -> None:
    head, _, name = CONTENTS.rpartition(".")
    if any(lines):
        # Empty lines hold their place until the extras, which count lines, are in.
        _open(event, head)[name] = [dict(line) for line in lines if line or extras]
    if not extras:
        return
    for path, value in extras.items():
        put_back(event, path, value)
    container = event.get(head)
    contents = container.get(name) if isinstance(container, dict) else None
    if isinstance(container, dict) and isinstance(contents, list):
        container[name] = [line for line in contents if line != {}]
