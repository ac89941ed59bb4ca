"""The table's context menu, which is also the way to sort without a mouse."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workbench.ui.history.columns import COLUMNS
from workbench.ui.history.deeds import Deed


class TableMenu(QObject):
    """Puts its actions on ``table``, whose menu key then shows them.

    ``asked`` brings the name of a Deed, ``sort_asked`` the number of a column.
    """

    asked = Signal(str)
    sort_asked = Signal(int)

    def __init__(self, *, table: QWidget) -> None:
        super().__init__(table)
        for deed in Deed:
            # The page owns the shortcuts, which work beyond the table too; two owners would cancel each other.
            action = QAction(f"{deed.words}\t{deed.keys}", table)
            action.setData(deed.value)
            action.triggered.connect(self._ask)
            if deed is Deed.DELETE:
                action.setText(deed.words)
                action.setShortcut(QKeySequence(deed.keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            table.addAction(action)
        self._menu = QMenu("Sort by", table)
        self._columns = QActionGroup(self)
        for at, column in enumerate(COLUMNS):
            if column.order is not None:
                action = self._menu.addAction(column.title)
                action.setCheckable(True)
                action.setData(at)
                self._columns.addAction(action)
        self._columns.triggered.connect(self._sort)
        table.addAction(self._menu.menuAction())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_order(self, section: int) -> None:
        """Checks the column the rows are sorted by."""
        for action in self._columns.actions():
            action.setChecked(action.data() == section)

    def _ask(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(action.data())

    def _sort(self, action: QAction) -> None:
        self.sort_asked.emit(action.data())
