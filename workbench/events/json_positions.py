"""Where in a JSON text a fault stands that the parser reports without a place. Slow; only for texts already refused."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|-?Infinity|NaN', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_MAYBE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True)
class Opened:
    """A bracket that is still open: which one, and its index in the text."""

    bracket: str
    at: int


def second_key(text: str) -> tuple[str, int]:
    """The first key that stands twice in one object, and the index of its second appearance; ("", 0) if none."""
    objects: list[set[str] | None] = []
    for mark, at, is_key in _tokens(text):
        if mark in "{[":
            objects.append(set() if mark == "{" else None)
        elif mark in "}]":
            if objects:
                objects.pop()
        elif is_key and objects and (keys := objects[-1]) is not None:
            key = str(json.loads(mark, strict=False))
            if key in keys:
                return key, at
            keys.add(key)
    return "", 0


def constant_at(text: str) -> int:
    """The index of the first NaN or Infinity outside a string."""
    return next((at for mark, at, _ in _tokens(text) if mark[-1] in "Ny"), 0)


def too_deep_at(text: str, deepest: int) -> int:
    """The index of the first bracket beyond ``deepest`` levels."""
    depth = 0
    for mark, at, _ in _tokens(text):
        if mark in "{[":
            depth += 1
            if depth > deepest:
                return at
        elif mark in "}]":
            depth -= 1
    return 0


def still_open(text: str) -> tuple[Opened, ...]:
    """The brackets that are open where the text ends, outermost first."""
    stack: list[Opened] = []
    for mark, at, _ in _tokens(text):
        if mark in "{[":
            stack.append(Opened(mark, at))
        elif mark in "}]" and stack:
            stack.pop()
    return tuple(stack)


def half_character_at(text: str) -> int | None:
    r"""The index of an escape such as ``\ud83d`` that is only half of a surrogate pair, None when there is none."""
    if not _MAYBE_SURROGATE.search(text):
        return None
    high: re.Match[str] | None = None
    for escape in _ESCAPE.finditer(text):
        code = int(escape[1], 16) if escape[1] else 0
        low = 0xDC00 <= code <= 0xDFFF
        if high is not None and not (low and escape.start() == high.end()):
            return high.start()
        if low and high is None:
            return escape.start()
        high = escape if 0xD800 <= code <= 0xDBFF else None
    return high.start() if high is not None else None


def _tokens(text: str) -> Iterator[tuple[str, int, bool]]:
    """Each token, its index, and whether it is a key (a string with a colon behind it)."""
    held: tuple[str, int] | None = None
    for match in _TOKEN.finditer(text):
        mark = match[0]
        if held is not None:
            yield *held, mark == ":"
        held = (mark, match.start()) if mark[0] == '"' else None
        if held is None:
            yield mark, match.start(), False
    if held is not None:
        yield *held, False
