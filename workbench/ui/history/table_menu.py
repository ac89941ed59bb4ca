"""The table's context menu, which is also the way to sort without a mouse."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workbench.ui.history.columns import COLUMNS


class TableMenu(QObject):
    """Puts its actions on ``table``, whose menu key then shows them. ``sort_asked`` brings the number of a column."""

    reopen_asked = Signal()
    delete_asked = Signal()
    sort_asked = Signal(int)

    def __init__(self, *, table: QWidget) -> None:
        super().__init__(table)
        # The page owns the shortcut, which works beyond the table too; two owners would cancel each other.
        reopen = QAction("Reopen as new\tCtrl+O", table)
        reopen.triggered.connect(self.reopen_asked)
        delete = QAction("Delete …", table)
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self.delete_asked)
        self._menu = QMenu("Sort by", table)
        self._columns = QActionGroup(self)
        for at, column in enumerate(COLUMNS):
            if column.order is not None:
                action = self._menu.addAction(column.title)
                action.setCheckable(True)
                action.setData(at)
                self._columns.addAction(action)
        self._columns.triggered.connect(self._sort)
        table.addActions([reopen, delete, self._menu.menuAction()])
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_order(self, section: int) -> None:
        """Checks the column the rows are sorted by."""
        for action in self._columns.actions():
            action.setChecked(action.data() == section)

    def _sort(self, action: QAction) -> None:
        self.sort_asked.emit(action.data())
