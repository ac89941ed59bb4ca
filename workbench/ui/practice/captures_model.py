"""The captured requests as a table, newest first."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette

from workbench.practice.captures import Capture
from workbench.practice.received import ReceivedRequest
from workbench.practice.received_words import answer_words, mode_words, sender_words, verdict_words
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import Tone
from workbench.ui.practice.verdict_look import TONE_ICONS, verdict_tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def _time(request: ReceivedRequest) -> str:
    """Without the date: what is kept is of this day, or nearly."""
    return datetime.fromtimestamp(request.at, tz=UTC).astimezone().strftime("%H:%M:%S")


def _account(request: ReceivedRequest) -> str:
    return request.ad_account_id or "another path"


def _events(request: ReceivedRequest) -> str:
    return f"{request.event_count:,}"


# Titles, texts, and widths in digits; the last column takes the rest.
COLUMNS: Sequence[tuple[str, Callable[[ReceivedRequest], str], int]] = (
    ("Time", _time, 9),
    ("Sender", sender_words, 20),
    ("Ad account", _account, 16),
    ("Mode", mode_words, 6),
    ("Events", _events, 7),
    ("Answer", answer_words, 12),
    ("Verdict", verdict_words, 0),
)


class CapturesModel(QAbstractTableModel):
    """Rows that stay keep their place in the selection when others arrive above them or are forgotten below."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Capture, ...] = ()
        self._icons = _icons(QPalette())

    def capture(self, row: int) -> Capture | None:
        """The capture in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_captures(self, rows: tuple[Capture, ...]) -> None:
        """Shows captures, newest first."""
        numbers = {each.number for each in rows}
        kept = tuple(each for each in self._rows if each.number in numbers)
        fresh = len(rows) - len(kept)
        if kept != self._rows[: len(kept)] or kept != rows[fresh:]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        if len(kept) < len(self._rows):
            self.beginRemoveRows(_NOWHERE, len(kept), len(self._rows) - 1)
            self._rows = kept
            self.endRemoveRows()
        if fresh:
            self.beginInsertRows(_NOWHERE, 0, fresh - 1)
            self._rows = rows
            self.endInsertRows()

    def dress(self, palette: QPalette) -> None:
        """Takes icons that suit the palette."""
        self._icons = _icons(palette)
        if self._rows:
            last = len(COLUMNS) - 1
            self.dataChanged.emit(self.index(0, last), self.index(len(self._rows) - 1, last))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section][0]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        capture = self.capture(index.row())
        if capture is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return COLUMNS[index.column()][1](capture.request)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == len(COLUMNS) - 1:
            return self._icons.get(verdict_tone(capture.request))
        return None


def _icons(palette: QPalette) -> dict[Tone, QIcon]:
    return {tone: icon(name, palette, tone, in_list=True) for tone, name in TONE_ICONS.items()}
