"""Blocking calls one after the other, so that a prompt that nobody answers holds one worker thread and no more."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from workbench.ui.background import Background


def nothing(*_result: object) -> None:
    """For an end that needs no answer."""


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One call. It ends in ``done`` or ``failed``, unless it was given up: then in ``late`` if it still succeeds."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    late: Callable[[], None] = nothing


class Lane(QObject):
    """Runs turns in workers, never two at a time, in the order they came."""

    def __init__(self, *, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._waiting: deque[Turn] = deque()
        self._running: Turn | None = None
        self._given_up = False

    @property
    def busy(self) -> bool:
        """Whether a call is under way, given up or not."""
        return self._running is not None

    def run(self, turn: Turn) -> None:
        """Lines a turn up."""
        self._waiting.append(turn)
        self._begin_next()

    def give_up(self, turn: Turn) -> None:
        """Waits for a turn no longer. One that has not begun never will; one that has ends by itself."""
        if turn is self._running:
            self._given_up = True
        elif turn in self._waiting:
            self._waiting.remove(turn)

    def _begin_next(self) -> None:
        if self._running is None and self._waiting:
            self._running, self._given_up = self._waiting.popleft(), False
            self._background.run(self._running.work, receiver=self, done=self._done, failed=self._failed)

    def _done(self, result: object) -> None:
        turn, wanted = self._end()
        if turn is not None:
            turn.done(result) if wanted else turn.late()
        self._begin_next()

    def _failed(self, error: BaseException) -> None:
        turn, wanted = self._end()
        if turn is not None and wanted:
            turn.failed(error)
        self._begin_next()

    def _end(self) -> tuple[Turn | None, bool]:
        turn, self._running = self._running, None
        return turn, not self._given_up
