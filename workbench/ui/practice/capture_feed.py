"""The way of news from the endpoint's threads to the window."""

import contextlib
import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workbench.practice.captures import Captures

# However fast a program sends, the page is drawn ten times a second at most.
_PAUSE_MS = 100


class CaptureFeed(QObject):
    """``changed`` is emitted in the window's thread after requests have arrived or were forgotten."""

    changed = Signal()
    _news = Signal()

    def __init__(self, *, captures: Captures, parent: QObject) -> None:
        super().__init__(parent)
        self._told = threading.Event()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._pass_on)
        self._news.connect(self._pause.start, Qt.ConnectionType.QueuedConnection)
        captures.on_change = self._tell

    def _tell(self) -> None:
        # Runs in a connection's thread, which may outlive the window: nothing but the emit may happen here.
        if not self._told.is_set():
            self._told.set()
            with contextlib.suppress(RuntimeError):
                self._news.emit()

    def _pass_on(self) -> None:
        self._told.clear()
        self.changed.emit()
