"""Forgets old sends or all of them, once the question was answered with yes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.background import Background
from workbench.ui.history.forget_question import ForgetQuestion
from workbench.ui.history.requests import Requests
from workbench.ui.history.wipe_question import WipeQuestion


class WholeActions(QObject):
    """``told`` says what is being done and what was done, ``changed`` follows it, ``failed`` brings an exception."""

    told = Signal(str)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, *, history: Requests, background: Background, clock: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._background = background
        self._clock = clock
        self._page = parent

    def ask_forget(self) -> None:
        """Asks by which rule; what it would take away is said first."""
        question = ForgetQuestion(
            history=self._history, background=self._background, clock=self._clock, parent=self._page
        )
        question.confirmed.connect(self._forget)
        question.open()

    def ask_wipe(self, total: int) -> None:
        """Asks whether all ``total`` sends may go."""
        question = WipeQuestion(total=total, parent=self._page)
        question.confirmed.connect(self._wipe)
        question.open()

    def _forget(self, before: float) -> None:
        self.told.emit("Forgetting old sends …")
        self._run(partial(self._history.forget_old, before=before))

    def _wipe(self) -> None:
        self.told.emit("Wiping the history …")
        self._run(self._history.wipe)

    def _run(self, work: Callable[[], int]) -> None:
        self._background.run(work, receiver=self, done=self._done, failed=self._broke)

    def _done(self, forgotten: int) -> None:
        self.told.emit(f"{forgotten:,} send{'' if forgotten == 1 else 's'} forgotten.")
        self.changed.emit()

    def _broke(self, error: BaseException) -> None:
        self.told.emit("")
        self.failed.emit(error)
