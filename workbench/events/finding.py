"""What reading an event noticed: each place where the JSON was not what the catalogue describes."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What was noticed, and what became of the value."""

    UNKNOWN_KEY = "unknown-key"  # kept in the extras
    WRONG_SHAPE = "wrong-shape"  # a list, an object or a scalar where another of them belongs; kept in the extras
    QUOTED_NUMBER = "quoted-number"  # a text where an integer or boolean belongs; the text is usable
    UNQUOTED = "unquoted"  # a number, true or false where a text belongs; taken as its literal
    SINGLE_FOR_LIST = "single-for-list"  # one value where a list belongs; taken as a list of one
    NULL = "null"  # left out
    EMPTY_LIST = "empty-list"  # left out; also an empty product line
    EMPTY_TEXT = "empty-text"  # left out


@dataclass(frozen=True, slots=True)
class Finding:
    """One notice. ``path`` is the wire path with indexes; ``found`` names the kind of JSON in words, never its content:
    "a number", "an object"."""

    path: str
    kind: FindingKind
    found: str


def kind_of_json(value: object) -> str:
    """A JSON value in words that fit into a sentence."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "a text" if value.strip() else "an empty text"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "an object" if value else "an empty object"
    return "a number"
