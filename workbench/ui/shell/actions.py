"""Every action of the window: one list that the shortcuts, the command palette and the overlay are made from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """Something the window can do: an id, what it is called, its keys, and the function that does it."""

    name: str
    title: str
    keys: str
    run: Callable[[], None]


class Commands(QObject):
    """The window's commands; those with keys as Qt actions, all of them for the palette."""

    def __init__(self, *, commands: Sequence[Command], window: QWidget) -> None:
        super().__init__(window)
        self.listed = tuple(commands)
        self.actions: dict[str, QAction] = {}
        for command in commands:
            if not command.keys:
                continue
            action = QAction(command.title, window)
            action.setObjectName(f"action.{command.name}")
            action.setShortcut(QKeySequence(command.keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(command.run)
            window.addAction(action)
            self.actions[command.name] = action
