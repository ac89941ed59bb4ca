"""The headers of an answer that are worth keeping, and how long they ask to wait."""

import re
from collections.abc import Mapping

from workbench.sending.redaction import redact

# x-pinterest-rid is what Pinterest's support asks for; server tells a gateway's page from Pinterest's own answer.
_KEPT = frozenset({"x-pinterest-rid", "retry-after", "content-type", "date", "server"})
_KEPT_PREFIX = "x-ratelimit-"
_LONGEST = 500

_SECONDS = re.compile(r"\s*([0-9]{1,6})(?![0-9])")


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The few headers that may be shown and stored: lower-case names, printable, without tokens, cut at a bound."""
    kept: dict[str, str] = {}
    for name, text in headers.items():
        lower = name.lower()
        if lower in _KEPT or lower.startswith(_KEPT_PREFIX):
            printable = "".join(character if character.isprintable() else " " for character in text)
            kept[lower] = redact(printable)[:_LONGEST]
    return kept


def seconds_to_wait(headers: Mapping[str, str]) -> int | None:
    """How long the answer asks to wait, in seconds; None when it does not say.

    ``X-RateLimit-Reset`` is seconds until the reset, not a time of day (observed). ``Retry-After`` is not documented
    for this endpoint, but honoured when it holds seconds.
    """
    lower = {name.lower(): text for name, text in headers.items()}
    for name in ("x-ratelimit-reset", "retry-after"):
        found = _SECONDS.match(lower.get(name, ""))
        if found:
            return int(found[1])
    return None
