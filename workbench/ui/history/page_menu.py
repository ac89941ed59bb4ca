"""What can be done with the history as a whole: a button with a menu."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from workbench.ui.look.widgets import IconButton


class PageMenu(IconButton):
    """Named ``history.menu``."""

    forget_asked = Signal()
    wipe_asked = Signal()

    def __init__(self, *, columns: QMenu, parent: QWidget | None = None) -> None:
        super().__init__("more", "More for the whole history", parent=parent)
        self.setObjectName("history.menu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addMenu(columns)
        menu.addSeparator()
        menu.addAction("Forget old sends …").triggered.connect(self.forget_asked)
        menu.addAction("Wipe the whole history …").triggered.connect(self.wipe_asked)
        self.setMenu(menu)
