"""Reads one thing after the other off the GUI thread; only the answer to the newest question counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workbench.ui.background import Background


class Latest(QObject):
    """``arrived`` or ``failed`` follows the newest ``ask``; what was asked before it is not told, nor even read.

    Never more than one read at a time: whoever types faster than the disk answers must not fill every worker.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, *, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._reading = False
        self._next: Callable[[], object] | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._reading

    def ask(self, read: Callable[[], object]) -> None:
        """Runs ``read`` in a worker, after what it is busy with."""
        if self._reading:
            self._next = read
            return
        self._reading = True
        self._background.run(read, receiver=self, done=self._done, failed=self._failed)

    def _done(self, result: object) -> None:
        if not self._superseded():
            self.arrived.emit(result)

    def _failed(self, error: BaseException) -> None:
        if not self._superseded():
            self.failed.emit(error)

    def _superseded(self) -> bool:
        self._reading = False
        read, self._next = self._next, None
        if read is None:
            return False
        self.ask(read)
        return True
