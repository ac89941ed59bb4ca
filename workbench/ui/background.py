"""Work off the GUI thread: plain functions run in threads, their results come back through one signal.

A worker never sees a QObject. Each piece of work ends in exactly one call, ``done`` or ``failed``, in the GUI thread;
none is made once the receiver or the window is gone.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Delivery:
    receiver: QObject
    call: Callable[[Any], None]
    value: Any


class Background(QObject):
    """Runs work in a few threads."""

    _arrived = Signal(object)
    _told = Signal(object)

    def __init__(self, *, threads: int = 4, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="workbench")
        self._open = True
        self._pending = 0
        self._running: set[Future[Any]] = set()
        # Queued even within one thread: work that has ended at once is still delivered after ``run`` has returned.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work is under way or waits for delivery."""
        return self._pending > 0

    def run(
        self,
        work: Callable[[], Result],
        *,
        receiver: QObject,
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Starts ``work`` in a thread. ``done`` and ``failed`` are skipped when ``receiver`` has gone by then."""
        if not self._open:
            return
        self._pending += 1
        future: Future[Result] = self._pool.submit(work)
        self._running = {each for each in self._running if not each.done()} | {future}
        future.add_done_callback(partial(self._hand_over, receiver, done, failed))

    def teller(self, *, receiver: QObject, hear: Callable[[Any], None]) -> Callable[[Any], None]:
        """A plain function with which work that is under way says something: ``hear`` gets it in the GUI thread."""
        return partial(self._tell, receiver, hear)

    def close(self) -> None:
        """Takes no more work and delivers nothing more; work that runs is left to end by itself."""
        self._open = False
        self._pool.shutdown(wait=False, cancel_futures=True)

    def ended(self, *, within: float) -> bool:
        """Waits so many seconds for what runs, and says whether all of it has ended. A keyring may wait for ever."""
        return not wait(self._running, timeout=within).not_done

    def finish(self) -> None:
        """Closes, and waits for what runs. For tests and for the end of the program."""
        self._open = False
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _hand_over(
        self,
        receiver: QObject,
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None],
        future: "Future[Result]",
    ) -> None:
        # Runs in the worker: nothing but the emit may happen here.
        if future.cancelled() or not self._open:
            return
        error = future.exception()
        delivery = _Delivery(receiver, failed, error) if error else _Delivery(receiver, done, future.result())
        self._arrived.emit(delivery)

    def _tell(self, receiver: QObject, hear: Callable[[Any], None], value: Any) -> None:
        # Runs in the worker, as above.
        if self._open:
            self._told.emit(_Delivery(receiver, hear, value))

    def _pass_on(self, delivery: _Delivery) -> None:
        if self._open and shiboken6.isValid(delivery.receiver):
            delivery.call(delivery.value)

    def _deliver(self, delivery: _Delivery) -> None:
        self._pending -= 1
        if self._open and shiboken6.isValid(delivery.receiver):
            delivery.call(delivery.value)


def nothing(_result: object) -> None:
    """For work whose end needs no answer."""
