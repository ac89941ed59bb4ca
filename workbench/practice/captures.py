"""The requests that arrived at the practice endpoint, kept in memory within bounds and nowhere else."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from workbench.practice.received import ReceivedRequest

MOST_KEPT = 200
MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Capture:
    """A request and its ``number``, which no other has: 1 for the first that ever arrived."""

    number: int
    request: ReceivedRequest


class Captures:
    """The last ``MOST_KEPT`` requests, fewer when their bodies exceed ``MOST_BYTES``. Safe to use from every thread.

    ``on_change`` is called after each change, in the thread that made it; it may be set at any time.
    """

    def __init__(self, *, on_change: Callable[[], None] | None = None) -> None:
        self.on_change = on_change
        self._lock = threading.Lock()
        self._kept: deque[Capture] = deque()
        self._arrived = 0
        self._bytes = 0

    def keep(self, request: ReceivedRequest) -> None:
        """Keeps a request, and forgets the oldest ones beyond the bounds; the newest one is always kept."""
        with self._lock:
            self._arrived += 1
            self._kept.append(Capture(self._arrived, request))
            self._bytes += len(request.body)
            while len(self._kept) > 1 and (len(self._kept) > MOST_KEPT or self._bytes > MOST_BYTES):
                self._bytes -= len(self._kept.popleft().request.body)
        self._tell()

    def newest_first(self) -> tuple[Capture, ...]:
        """What is kept."""
        with self._lock:
            return tuple(reversed(self._kept))

    def forget(self) -> None:
        """Forgets all of them."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0
        self._tell()

    def _tell(self) -> None:
        on_change = self.on_change
        if on_change is not None:
            on_change()
