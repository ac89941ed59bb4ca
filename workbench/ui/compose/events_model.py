"""The events of the request as a list: name, id, and how each stands."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from workbench.judging.problem import Problem, Severity
from workbench.ui.compose.composer import Composer
from workbench.ui.look.tones import SEVERITY_TONES, Tone

_ROLE = Qt.ItemDataRole
_WORDS = {Severity.ERROR: ("error", "errors"), Severity.WARNING: ("warning", "warnings")}


def standing(problems: tuple[Problem, ...]) -> tuple[str, Tone, str]:
    """The icon, its tone and the words for an event with these problems. Advice does not spoil a check mark."""
    for severity in (Severity.ERROR, Severity.WARNING):
        count = sum(problem.severity is severity for problem in problems)
        if count:
            one, many = _WORDS[severity]
            return severity.value, SEVERITY_TONES[severity], f"{count} {one if count == 1 else many}"
    return "check", Tone.GOOD, "no faults"


class EventsModel(QAbstractListModel):
    """Reads the composer; holds nothing itself but the icons for the present palette."""

    def __init__(self, *, composer: Composer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._composer = composer
        self._icons: dict[str, QIcon] = {}
        self._count = len(composer.composition.drafts)
        self._reads: tuple[Any, Any] = (None, None)
        composer.batch_judged.connect(self._refresh)
        composer.edited.connect(self._refresh_current)

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Icons by name, made for the present palette."""
        self._icons = icons
        self._refresh()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._composer.composition.drafts):
            return None
        draft = self._composer.composition.drafts[index.row()]
        if role == _ROLE.DisplayRole:
            return f"{draft.text('event_name') or '(no name)'}\n{draft.text('event_id') or '(no id)'}"
        if not self._composer.is_judged:
            return None
        icon, _tone, words = standing(self._composer.problems(index.row()))
        if role == _ROLE.DecorationRole:
            return self._icons.get(icon)
        if role == _ROLE.ToolTipRole:
            return words
        if role == _ROLE.AccessibleTextRole:
            name, event_id = draft.text("event_name") or "no name", draft.text("event_id") or "no id"
            return f"Event {index.row() + 1}: {name}, {event_id}, {words}"
        return None

    def _refresh_current(self) -> None:
        """Repaints the selected row if anything in it reads differently now."""
        index = self.index(self._composer.composition.selected)
        reads = (self.data(index), self.data(index, _ROLE.ToolTipRole))
        if reads != self._reads:
            self._reads = reads
            self.dataChanged.emit(index, index)

    def _refresh(self) -> None:
        count = len(self._composer.composition.drafts)
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))
