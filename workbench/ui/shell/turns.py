"""Work that can wait, one step in each turn of the event loop, so that keys and paints come in between."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Takes the steps of an iterator, until it ends or ``stop`` is called."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def take(self, steps: Iterator[object]) -> None:
        """Begins with these steps in the next turn."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Takes no further step."""
        self._timer.stop()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self.stop()
