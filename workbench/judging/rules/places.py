"""Paths of findings, which have indexes, as the places of the catalogue, which have none."""

import re

from workbench.contract.field import CONTENTS, LINE_PREFIX
from workbench.events.paths import join_path, split_path

_IN_LINE = re.compile(rf"{re.escape(CONTENTS)}\[\d+\]\.")
_ITEM = re.compile(r"\[\d+\]\Z")


def catalogue_path(path: str) -> str:
    """``user_data.em`` of ``user_data.em[1]``, ``custom_data.contents[].id`` of ``custom_data.contents[2].id``."""
    if "[" not in path:
        return path
    if line := _IN_LINE.match(path):
        path = LINE_PREFIX + path[line.end() :]
    return _ITEM.sub("", path)


def is_item(path: str) -> bool:
    """Whether the path is that of one item of a list."""
    return _ITEM.search(path) is not None


def place_and_key(path: str) -> tuple[str, str]:
    """The object a key stands in, without indexes, and the key; the key is "" for an item of a list."""
    steps = split_path(path)
    place = ""
    for step in steps[:-1]:
        if isinstance(step, str):
            place = join_path(place, step)
    return place, steps[-1] if steps and isinstance(steps[-1], str) else ""


def indexes(path: str) -> tuple[int, ...]:
    """The indexes in a path, outermost first."""
    if "[" not in path:
        return ()
    return tuple(step for step in split_path(path) if isinstance(step, int))
