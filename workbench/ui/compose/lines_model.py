"""The product lines as a table: one row a line, one column a field of the catalogue."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from workbench.contract.field import CONTENTS, Field
from workbench.events.draft import Line
from workbench.judging.problem import Problem
from workbench.ui.look.tones import SEVERITY_TONES, Tones

_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractTableModel):
    """Editable; ``lines_changed`` carries all lines after each edit. Cells say what is wrong with them."""

    lines_changed = Signal(object)

    def __init__(self, *, fields: Mapping[str, Field], tones: Tones, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = list(fields.values())
        self._lines: list[dict[str, str]] = []
        self._problems: dict[tuple[int, str], list[Problem]] = {}
        self._tones = tones

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as they stand."""
        return tuple(dict(line) for line in self._lines)

    def set_tones(self, tones: Tones) -> None:
        """Colours for another palette."""
        self._tones = tones

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows lines without telling anyone."""
        if list(lines) == self._lines:
            return
        self.beginResetModel()
        self._lines = [dict(line) for line in lines]
        self._problems = {}
        self.endResetModel()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Marks the cells that problems speak of."""
        found: dict[tuple[int, str], list[Problem]] = {}
        for problem in problems:
            head, _, name = problem.path.rpartition("].")
            index = head.removeprefix(f"{CONTENTS}[")
            if name and index.isdigit():
                found.setdefault((int(index), name), []).append(problem)
        if found != self._problems:
            self._problems = found
            if self._lines:
                last = self.index(len(self._lines) - 1, len(self._fields) - 1)
                self.dataChanged.emit(self.index(0, 0), last)

    def add_line(self) -> int:
        """Appends a blank line and tells its row."""
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append({})
        self.endInsertRows()
        self.lines_changed.emit(self.lines)
        return row

    def remove_line(self, row: int) -> None:
        """Takes one line out."""
        if 0 <= row < len(self._lines):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._lines[row]
            self.endRemoveRows()
            self.lines_changed.emit(self.lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == _ROLE.DisplayRole else None
        field = self._fields[section]
        if role == _ROLE.DisplayRole:
            return field.label
        if role == _ROLE.ToolTipRole:
            return f"{field.help}\n\nWire name: {field.path}\nExample: {field.example}"
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name = self._fields[index.column()].name
        text = self._lines[index.row()].get(name, "")
        if role in (_ROLE.DisplayRole, _ROLE.EditRole):
            return text
        problems = self._problems.get((index.row(), name), [])
        if role == _ROLE.AccessibleTextRole:
            label = self._fields[index.column()].label
            return f"{label}, product {index.row() + 1}: {text or 'empty'}"
        if not problems:
            return None
        if role == _ROLE.BackgroundRole:
            return QBrush(self._tones.wash(SEVERITY_TONES[problems[0].severity]))
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleDescriptionRole):
            return "\n".join(f"{each.message} {each.fix}".strip() for each in problems)
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if not index.isValid() or role != _ROLE.EditRole:
            return False
        name = self._fields[index.column()].name
        if self._lines[index.row()].get(name, "") != str(value):
            self._lines[index.row()][name] = str(value)
            self.dataChanged.emit(index, index)
            self.lines_changed.emit(self.lines)
        return True
