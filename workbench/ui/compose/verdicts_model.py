"""One row for each event sent: what became of it, in the order it was sent."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette

from workbench.ui.compose.response_rows import VerdictRow
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import Tone

_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("#", "Event", "Event ID", "Verdict", "Message")

_TONES = {"check": Tone.GOOD, "error": Tone.ERROR, "warning": Tone.WARNING, "unknown": Tone.WARNING}


def verdict_icons(palette: QPalette) -> dict[str, QIcon]:
    """The icons of verdicts, readable on a palette."""
    return {name: icon(name, palette, tone, in_list=True) for name, tone in _TONES.items()}


class VerdictsModel(QAbstractTableModel):
    """Read-only."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[VerdictRow] = ()
        self._icons: dict[str, QIcon] = {}

    def show_rows(self, rows: Sequence[VerdictRow], icons: dict[str, QIcon]) -> None:
        """Shows the verdicts of another send."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._icons = icons
        self.endResetModel()

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Icons for another palette."""
        self._icons = icons
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    def row(self, index: Index) -> VerdictRow | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        texts = (str(row.position + 1), row.event_name, row.event_id, row.word, row.message)
        if role == _ROLE.DisplayRole:
            return texts[index.column()]
        if role == _ROLE.DecorationRole and index.column() == 3:
            return self._icons.get(row.icon)
        if role == _ROLE.ToolTipRole:
            return row.message or row.word
        if role == _ROLE.AccessibleTextRole:
            return f"{COLUMNS[index.column()]}: {texts[index.column()] or 'nothing'}"
        return None
