"""Which columns the table shows: chosen in the context menu of the header or of the table, remembered as a text."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from workbench.ui.history.columns import COLUMNS


class ColumnMenu(QObject):
    """A check for each column; the first, the time, always stays."""

    def __init__(self, *, header: QHeaderView, parent: QWidget) -> None:
        super().__init__(parent)
        self._header = header
        self.menu = QMenu("Columns", parent)
        self.menu.setObjectName("history.columns")
        for at, column in enumerate(COLUMNS):
            action = self.menu.addAction(column.title)
            action.setCheckable(True)
            action.setData(at)
            action.setEnabled(at != 0)
            action.toggled.connect(self._show)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header.addActions(self.menu.actions())
        self.restore("")

    @property
    def state(self) -> str:
        """The titles of the columns shown."""
        return ",".join(COLUMNS[each.data()].title for each in self.menu.actions() if each.isChecked())

    def restore(self, state: str) -> None:
        """Shows what a remembered text names; without one, what is shown at first."""
        titles = state.split(",") if state else [column.title for column in COLUMNS if column.shown]
        for action in self.menu.actions():
            shown = action.data() == 0 or COLUMNS[action.data()].title in titles
            action.setChecked(shown)
            self._header.setSectionHidden(action.data(), not shown)

    def _show(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._header.setSectionHidden(action.data(), not shown)
