"""Several requests on their way: one after the other or a few at once, paced, patient, and told of in order."""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Protocol

from workbench.events.outcome import State
from workbench.sending.pace import Pace
from workbench.sending.patience import Patience
from workbench.sending.request import SendRequest
from workbench.sending.sender import Sent

MOST_AT_ONCE = 4

# After these, the next request could only fail the same way, or nobody can tell what happened to this one.
_STOPS = frozenset({State.REFUSED, State.NOT_SENT, State.UNKNOWN})


class Sends(Protocol):
    """What sends one request."""

    def send(self, request: SendRequest, *, cancel: threading.Event | None = None) -> Sent: ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """A wait before a request goes out: which (from 0), how many ``seconds``, and why, as a sentence."""

    position: int
    seconds: float
    reason: str


class Delivery:
    """Delivers requests. ``tell`` hears of every wait, in the thread that waits; ``cancel`` ends waits at once.

    ``at_once`` requests are under way at the same time, at most MOST_AT_ONCE. ``wait`` sleeps for so many seconds and
    returns whether the delivery was cancelled meanwhile.
    """

    def __init__(
        self,
        *,
        sender: Sends,
        patience: Patience,
        pace: Pace,
        cancel: threading.Event | None = None,
        at_once: int = 1,
        tell: Callable[[Waiting], None] | None = None,
        wait: Callable[[float], bool] | None = None,
    ) -> None:
        self._sender = sender
        self._patience = patience
        self._pace = pace
        self._cancel = cancel or threading.Event()
        self._at_once = max(1, min(at_once, MOST_AT_ONCE))
        self._tell = tell
        self._wait = wait or self._cancel.wait
        self._stopped = threading.Event()

    def deliver(self, requests: Sequence[SendRequest]) -> Iterator[Sent]:
        """Sends the requests and yields what became of each, in their order.

        Starts no further one after a refusal, a doubt or a cancel. What a send raises is raised here, after the results
        of those that were under way beside it.
        """
        if self._at_once == 1 or len(requests) < 2:
            for position, request in enumerate(requests):
                sent = self._send(position, request)
                if sent is None:
                    return
                yield sent
            return
        yield from self._side_by_side(requests)

    def _side_by_side(self, requests: Sequence[SendRequest]) -> Iterator[Sent]:
        rest = iter(enumerate(requests))
        under_way: deque[Future[Sent | None]] = deque()
        fault: BaseException | None = None
        with ThreadPoolExecutor(max_workers=self._at_once, thread_name_prefix="delivery") as pool:
            while True:
                while len(under_way) < self._at_once and (following := next(rest, None)) is not None:
                    under_way.append(pool.submit(self._send, *following))
                if not under_way:
                    break
                future = under_way.popleft()
                error = future.exception()
                if error is not None:
                    fault = fault or error
                elif (sent := future.result()) is not None:
                    yield sent
        if fault is not None:
            raise fault

    def _send(self, position: int, request: SendRequest) -> Sent | None:
        """What became of one request in the end; None when it did not get its turn."""
        try:
            sent = self._attempts(position, request)
        except BaseException:
            self._stopped.set()
            raise
        if sent is not None and sent.outcome.state in _STOPS:
            self._stopped.set()
        return sent

    def _attempts(self, position: int, request: SendRequest) -> Sent | None:
        last: Sent | None = None
        earlier: tuple[int, ...] = ()
        while self._may_start(position):
            sent = self._sender.send(request, cancel=self._cancel)
            last = replace(sent, earlier_row_ids=earlier)
            self._pace.learn(sent.outcome.headers)
            seconds = self._patience.seconds_until_retry(sent.outcome, attempts=len(earlier) + 1)
            if seconds is None or self._waits(position, seconds, sent.outcome.cause):
                break
            earlier = (*earlier, sent.row_id)
        return last

    def _may_start(self, position: int) -> bool:
        if self._stopped.is_set() or self._cancel.is_set():
            return False
        seconds = self._pace.turn()
        if seconds > 0 and self._waits(position, seconds, "The rate limit asks for a pause."):
            return False
        return not (self._stopped.is_set() or self._cancel.is_set())

    def _waits(self, position: int, seconds: float, reason: str) -> bool:
        """Waits; returns whether the delivery was cancelled."""
        if self._tell is not None and seconds >= _WORTH_TELLING:
            self._tell(Waiting(position, seconds, reason))
        return self._wait(seconds)


_WORTH_TELLING = 0.5  # seconds: a shorter pause is over before anybody has read of it
