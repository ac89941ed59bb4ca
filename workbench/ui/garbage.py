"""Keeps Python's cycle collector in the GUI thread.

The collector runs in whichever thread allocates. A widget in a reference cycle that it happened to free in a worker
would be destroyed there, which Qt forbids. So automatic collection is off while the window is open, and a timer
collects in the GUI thread instead.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000


class GarbageCollection(QObject):
    """Collects on a timer in the thread it was made in, until ``stop``."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Turns automatic collection off and the timer on. What exists by now is left out: it lives to the end."""
        gc.disable()
        gc.freeze()
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Gives collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        # The young generations each time are cheap; the oldest only when enough has gathered.
        gc.collect(2 if gc.get_count()[2] > 10 else 1)
