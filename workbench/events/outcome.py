"""What became of a request: its state, and a verdict for each event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """Where a request stands. ``explain`` and ``send`` print these words; the history stores them."""

    PENDING = "pending"
    PROCESSED = "processed"
    WARNINGS = "processed-with-warnings"
    PARTLY_FAILED = "partly-failed"
    FAILED = "failed"
    REFUSED = "refused"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"
    NOT_SENT = "not-sent"

    @property
    def good(self) -> bool:
        """Whether every event was taken."""
        return self in {State.PROCESSED, State.WARNINGS}


@dataclass(frozen=True, slots=True)
class EventVerdict:
    """What the answer says of event ``index`` of the request.

    ``status`` is ``processed``, ``failed``, or ``unknown`` when the answer has no row for it.
    ``path`` is the field the message speaks of, when one is recognised.
    """

    index: int
    status: str
    error: str | None = None
    warnings: tuple[str, ...] = ()
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The meaning of one answer (or of none), already redacted.

    ``status`` is the HTTP status, None when no answer came. ``received`` and ``processed`` are the answer's own counts.
    ``answer`` is the body as it came, cut at a bound and without any token. ``elapsed`` is in seconds.
    ``retryable`` says that nothing was taken and that the same request may be taken a little later.
    """

    state: State
    cause: str
    fix: str
    status: int | None = None
    received: int | None = None
    processed: int | None = None
    verdicts: tuple[EventVerdict, ...] = ()
    answer: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    elapsed: float | None = None
    retryable: bool = False

    @property
    def request_id(self) -> str | None:
        """Pinterest's id of the request, which its support asks for."""
        return next((value for name, value in self.headers.items() if name.lower() == "x-pinterest-rid"), None)
