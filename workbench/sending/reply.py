"""What came back over the wire, before anyone reads a meaning into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ANSWER_LIMIT = 4 * 1024 * 1024  # bytes; a thousand results with long messages are under 1 MiB


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer.

    ``headers`` have lower-case names; repeated ones are joined by ", ". ``body`` is decoded from any compression and
    kept up to a bound: ``truncated`` says that there was more. ``elapsed`` is in seconds. The body and the headers may
    echo the token: redact before showing or storing, which is why they are not in the ``repr``.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    elapsed: float
    truncated: bool = False
