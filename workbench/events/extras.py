"""JSON that the catalogue has no place for, put back where it was found."""

from itertools import pairwise

from workbench.events.paths import Step, split_path
from workbench.ground.json_types import JsonObject, JsonValue


def put_back(event: JsonObject, path: str, value: JsonValue) -> None:
    """Puts ``value`` into ``event`` at ``path``, making what is missing on the way.

    A place that is taken stays as it is: what somebody typed later is worth more than what once was there. An index
    beyond the end of a list appends, so that nothing is lost when lines were removed.
    """
    steps = split_path(path)
    last = steps[-1]
    node: JsonValue = event
    for step, after in pairwise(steps):
        node = _enter(node, step, [] if isinstance(after, int) else {})
    if isinstance(node, dict):
        node.setdefault(str(last), value)
    elif isinstance(node, list) and isinstance(last, int):
        _insert(node, last, value)


def _enter(node: JsonValue, step: Step, missing: JsonValue) -> JsonValue:
    if isinstance(node, dict):
        inner = node.setdefault(str(step), missing)
        if isinstance(inner, list):
            # The list may be the caller's own value.
            inner = node[str(step)] = list(inner)
        return inner
    if isinstance(node, list) and isinstance(step, int):
        while len(node) <= step:
            node.append({})
        return node[step]
    return None


def _insert(items: list[JsonValue], index: int, value: JsonValue) -> None:
    taken = items[index] if index < len(items) else None
    if isinstance(taken, dict):
        # A product line: it holds its place by an empty object, or was typed since.
        if not taken:
            items[index] = value
        return
    items.insert(index, value)
