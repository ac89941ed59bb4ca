"""The command palette: type a few letters, press Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.ui.shell.actions import Command

_NAME = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def matching(commands: Sequence[Command], text: str) -> list[Command]:
    """The commands whose title holds every word of the text, those that begin with it first."""
    words = text.lower().split()
    found = [each for each in commands if all(word in each.title.lower() for word in words)]
    return sorted(found, key=lambda each: not each.title.lower().startswith(text.lower().strip()))


class CommandPalette(QDialog):
    """Runs the chosen command after it has closed, so that the command meets the window as it was."""

    def __init__(self, *, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setWindowTitle("Commands")
        self._commands = commands
        self.chosen: Command | None = None
        self._line = QLineEdit(self)
        self._line.setObjectName("palette.line")
        self._line.setAccessibleName("Find a command")
        self._line.setPlaceholderText("What do you want to do?")
        self._list = QListWidget(self)
        self._list.setObjectName("palette.list")
        self._list.setAccessibleName("Commands found")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self.resize(460, 380)
        self._line.installEventFilter(self)
        self._line.textChanged.connect(self._find)
        self._line.returnPressed.connect(self._take)
        self._list.itemActivated.connect(self._take)
        self._find("")
        self._line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The arrow keys move in the list while the focus stays in the line.
        pressed = watched is self._line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        key = Qt.Key(event.key()) if pressed and isinstance(event, QKeyEvent) else Qt.Key.Key_unknown
        if key not in _MOVES:
            return super().eventFilter(watched, event)
        step = -1 if key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1
        self._list.setCurrentRow(max(0, min(self._list.currentRow() + step, self._list.count() - 1)))
        return True

    def _find(self, text: str) -> None:
        self._list.clear()
        for command in matching(self._commands, text):
            item = QListWidgetItem(f"{command.title}    {command.keys}" if command.keys else command.title)
            item.setData(_NAME, command.name)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _take(self) -> None:
        if self._list.currentRow() < 0:
            return
        name = self._list.currentItem().data(_NAME)
        self.chosen = next((each for each in self._commands if each.name == name), None)
        self.accept()
