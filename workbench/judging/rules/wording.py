"""How findings put values, lists and counts into words."""

from collections.abc import Iterable, Sequence

_SHOWN = 40


def quoted(text: str) -> str:
    """A typed text as a message may repeat it: on one line and at most 40 characters. Not for match keys."""
    line = " ".join(text[: 4 * _SHOWN].split())
    return f"“{line}”" if len(line) <= _SHOWN else f"“{line[:_SHOWN]}…”"


def listed(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def some(words: Iterable[str], most: int = 3) -> str:
    """The first few of many, each quoted: ``“a”, “b”, “c” and 4 more``."""
    every = [quoted(word) for word in words]
    shown = every[:most]
    rest = len(every) - len(shown)
    return listed([*shown, f"{rest:,} more"]) if rest else listed(shown)


def counted(count: int, singular: str, plural: str = "") -> str:
    """``1 item``, ``2 items``, ``1,200 items``."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def capitalised(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]
