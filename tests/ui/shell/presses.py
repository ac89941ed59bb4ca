"""How the tests send from the window, and read what became of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.app import Parts
from workbench.events.outcome import State
from workbench.history.query import Query
from workbench.ui.workbench import Workbench

CONTROL = Qt.KeyboardModifier.ControlModifier


def press_send(workbench: Workbench, qtbot: QtBot) -> None:
    """Ctrl+Enter, and the wait for what comes of it."""
    QTest.keyClick(workbench.window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not workbench.dispatch.sending and not workbench.background.busy, timeout=20_000)


def states(parts: Parts) -> list[State]:
    """The states of all sends, newest first."""
    return [row.state for row in parts.history.rows(Query())]
