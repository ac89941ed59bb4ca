"""How fast requests may follow each other: as the limits say, and as the last answer's rate-limit headers do."""

import re
import threading
import time
from collections.abc import Callable, Mapping

from workbench.sending.headers import seconds_to_wait

_COUNT = re.compile(r"\s*([0-9]{1,18})(?![0-9])")


class Pace:
    """When the next request may start. Shared by the threads that send.

    ``per_second`` bounds the starts in a second, None for no bound. ``clock`` is monotonic, in seconds.
    """

    def __init__(self, *, per_second: float | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._interval = 1 / per_second if per_second else 0.0
        self._clock = clock
        self._lock = threading.Lock()
        self._next = clock()

    def turn(self) -> float:
        """Takes the next turn; returns the seconds to wait for it, 0 when it is now."""
        with self._lock:
            now = self._clock()
            start = max(now, self._next)
            self._next = start + self._interval
            return start - now

    def learn(self, headers: Mapping[str, str]) -> None:
        """Takes note of an answer's headers: when no call is left, nobody starts before the limit is reset."""
        left = calls_left(headers)
        wait = seconds_to_wait(headers)
        if left == 0 and wait is not None:
            with self._lock:
                self._next = max(self._next, self._clock() + wait)


def calls_left(headers: Mapping[str, str]) -> int | None:
    """What ``X-RateLimit-Remaining`` says: calls left until the limit is reset; None when it says nothing."""
    text = next((text for name, text in headers.items() if name.lower() == "x-ratelimit-remaining"), "")
    found = _COUNT.match(text)
    return int(found[1]) if found else None
