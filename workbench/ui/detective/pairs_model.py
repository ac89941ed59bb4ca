"""One row for each pair: right, wrong or unexplained, and why."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette

from workbench.judging.detective.pairs import PairResult
from workbench.ui.detective.words import RIGHT, UNEXPLAINED, WRONG, look_of
from workbench.ui.look.icons import icon

_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Row", "Field", "Verdict", "Explanation", "Senders")
VERDICT = 2


def pair_icons(palette: QPalette) -> Mapping[str, QIcon]:
    """The icons of verdicts, readable on a palette."""
    return {look.icon: icon(look.icon, palette, look.tone, in_list=True) for look in (RIGHT, WRONG, UNEXPLAINED)}


class PairsModel(QAbstractTableModel):
    """Read-only. Holds no plain value."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: tuple[PairResult, ...] = ()
        self._icons: Mapping[str, QIcon] = {}

    def show_results(self, results: tuple[PairResult, ...], icons: Mapping[str, QIcon]) -> None:
        """Shows other results."""
        self.beginResetModel()
        self.results = results
        self._icons = icons
        self.endResetModel()

    def set_icons(self, icons: Mapping[str, QIcon]) -> None:
        """Icons for another palette."""
        self._icons = icons
        if self.results:
            self.dataChanged.emit(self.index(0, VERDICT), self.index(len(self.results) - 1, VERDICT))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.results)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        result = self.results[index.row()]
        look = look_of(result.detection)
        found = result.detection
        senders = "" if found.correct else ", ".join(found.senders)
        texts = (str(result.row), result.field_name, look.word, found.explanation, senders)
        if role == _ROLE.DisplayRole:
            return texts[index.column()]
        if role == _ROLE.DecorationRole and index.column() == VERDICT:
            return self._icons.get(look.icon)
        if role == _ROLE.ToolTipRole:
            return texts[index.column()] or None
        if role == _ROLE.AccessibleTextRole:
            return f"{COLUMNS[index.column()]}: {texts[index.column()] or 'nothing'}"
        return None
