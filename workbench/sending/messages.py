"""What Pinterest's message texts mean in plain words: the field, the cause, and what to do.

The texts are those the real endpoint was seen to return, those in Pinterest's own samples, and the wording of the JSON
Schema library that the server evidently uses.
"""

import re
from dataclasses import dataclass

from workbench.sending.field_names import FieldNames


@dataclass(frozen=True, slots=True)
class Meaning:
    """``path`` is the field spoken of; ``cause`` and ``fix`` are sentences, empty for a text that is not known."""

    path: str | None
    cause: str
    fix: str


@dataclass(frozen=True, slots=True)
class _Known:
    pattern: re.Pattern[str]
    cause: str
    fix: str
    path: str | None = None


def _known(pattern: str, cause: str, fix: str, path: str | None = None) -> _Known:
    return _Known(re.compile(pattern, re.IGNORECASE), cause, fix, path)


_KNOWN = (
    _known(
        r"not in sha256 hashed format",
        "Pinterest wants {field} as a SHA-256 digest, and got something else.",
        "Hash the normalised value of {field} with SHA-256; the form does it when the plain value is typed in.",
    ),
    _known(
        r"timestamp is in the past|event_time\w* .*\b(?:past|too old)",
        "event_time is longer ago than Pinterest accepts.",
        "Send events soon after they happen, with event_time in Unix seconds.",
        "event_time",
    ),
    _known(
        r"timestamp is in the future|event_time\w* .*\bfuture",
        "event_time is in the future: milliseconds instead of seconds, or a wrong clock.",
        "Give event_time in Unix seconds.",
        "event_time",
    ),
    _known(
        r"non-standard name",
        "Pinterest counts the event as “Unknown”, because its name is not a standard one.",
        "Use a standard event name, or map this name to one in Ads Manager.",
        "event_name",
    ),
    _known(
        r"invalid event_name",
        "Pinterest does not take this event name.",
        "Use a standard event name, such as checkout or add_to_cart.",
        "event_name",
    ),
    _known(
        r"is a required property|\brequired (?:field|parameter)",
        "The event lacks {field}, which is required.",
        "Fill in {field}.",
    ),
    _known(r"is missing\b", "The event was sent without {field}.", "Fill in {field} where you have it."),
    _known(
        r"is not of type|is not valid under any of the given schemas|is not a valid",
        "A value has another type than Pinterest expects.",
        "Check the event here: each value that is wrongly typed is named.",
    ),
)


class Messages:
    """Reads message texts; the same text is only looked at once."""

    def __init__(self, *, names: FieldNames) -> None:
        self._names = names
        self._read: dict[str, Meaning] = {}

    def meaning(self, text: str) -> Meaning:
        """What ``text`` says."""
        if text not in self._read:
            self._read[text] = self._meaning(text)
        return self._read[text]

    def _meaning(self, text: str) -> Meaning:
        named = self._names.path_in(text)
        for known in _KNOWN:
            if known.pattern.search(text):
                path = known.path or named
                field = path or "that field"
                return Meaning(path, known.cause.format(field=field), known.fix.format(field=field))
        return Meaning(named, "", "")


_UNEXPECTED = re.compile(r"Additional properties are not allowed \((.+) (?:was|were) unexpected\)", re.DOTALL)
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")


def unexpected_keys(text: str) -> tuple[str, ...]:
    """The keys that a 400 calls unexpected; () for any other text."""
    found = _UNEXPECTED.search(text)
    return tuple(one or other for one, other in _QUOTED.findall(found[1])) if found else ()
