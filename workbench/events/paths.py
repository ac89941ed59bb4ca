"""Paths inside one event: ``user_data.em[1]``, and how a key that would look like one is written."""

import json
import re
from typing import TypeAlias

Step: TypeAlias = str | int

_PLAIN = re.compile(r'[^.\[\]"]+')
_STEP = re.compile(r'\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([^.\[\]"]+)', re.DOTALL)


def join_path(parent: str, key: str) -> str:
    """The path of ``key`` in the object at ``parent`` ("" is the event itself).

    A key with a point, bracket or quotation mark in it, or an empty one, is written in brackets as JSON:
    ``user_data["a.b"]``.
    """
    if _PLAIN.fullmatch(key):
        return f"{parent}.{key}" if parent else key
    return f"{parent}[{json.dumps(key, ensure_ascii=False)}]"


def item_path(parent: str, index: int) -> str:
    """The path of item ``index`` (from 0) of the list at ``parent``."""
    return f"{parent}[{index}]"


def split_path(path: str) -> tuple[Step, ...]:
    """The keys and indexes of a path that ``join_path`` and ``item_path`` made."""
    return tuple(_step(match) for match in _STEP.finditer(path))


def _step(match: re.Match[str]) -> Step:
    index, quoted, plain = match.groups()
    if index is not None:
        return int(index)
    return str(json.loads(quoted)) if quoted is not None else plain
