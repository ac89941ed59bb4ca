"""The wrong answers that can be ordered from the practice endpoint, and the queue they wait in."""

import threading
from collections import deque
from collections.abc import Iterable
from enum import StrEnum


class Fault(StrEnum):
    """One kind of trouble, by the word that the command line and the window use for it.

    A fault meets the next POST to the events path, whatever its token, id or body. ``mixed`` and ``wrong-counts``
    change the rows of a judged request only: a request that is refused as a whole keeps its refusal, and so does a
    body with no event. In ``mixed`` the second, fourth, sixth … event fails, so one event alone passes.
    """

    UNKNOWN_KEY = "unknown-key"
    """400 that names a key which the request has not."""
    UNAUTHORIZED = "401"
    FORBIDDEN = "403"
    NOT_FOUND = "404"
    UNPROCESSABLE = "422"
    """422 in which every event failed."""
    RATE_LIMITED = "429"
    """429 with nothing left until two seconds from now."""
    UNAVAILABLE = "503"
    SERVER_ERROR_HTML = "500-html"
    """500 with a gateway's HTML page."""
    SLOW = "slow"
    """The usual answer after a delay."""
    SILENT = "silent"
    """No answer; the connection stays open until the sender or the endpoint gives up."""
    RESET = "reset"
    """The connection is reset after the request was read."""
    TRUNCATED = "truncated"
    """The usual answer, of which half the body arrives."""
    EMPTY = "empty"
    """200 with no body."""
    HTML = "html"
    """200 with an HTML page."""
    MIXED = "mixed"
    """200 in which every second event failed."""
    WRONG_COUNTS = "wrong-counts"
    """200 whose count of received events is one too high."""
    ECHO_TOKEN = "echo-token"  # noqa: S105 - the name of a fault
    """401 whose message repeats the token, to prove that whoever shows it takes the token out."""


class FaultQueue:
    """The faults that wait for the coming requests, first in, first out. Safe to use from every thread."""

    def __init__(self, faults: Iterable[Fault] = (), *, sticky: bool = False) -> None:
        self._lock = threading.Lock()
        self._waiting = deque(faults)
        self._sticky = sticky

    @property
    def waiting(self) -> tuple[Fault, ...]:
        """What the coming requests will meet, the next one first."""
        with self._lock:
            return tuple(self._waiting)

    @property
    def sticky(self) -> bool:
        """Whether the last fault stays."""
        with self._lock:
            return self._sticky

    def replace(self, faults: Iterable[Fault], *, sticky: bool = False) -> None:
        """Forgets what was waiting and queues ``faults``; when sticky, the last of them stays for good."""
        fresh = deque(faults)
        with self._lock:
            self._waiting = fresh
            self._sticky = sticky

    def take(self) -> Fault | None:
        """The fault of the next request; None when it is to be answered normally."""
        with self._lock:
            if not self._waiting:
                return None
            if self._sticky and len(self._waiting) == 1:
                return self._waiting[0]
            return self._waiting.popleft()
