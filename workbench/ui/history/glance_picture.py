"""A small picture of the last sends: a bar for each, as high as its answer took long, upwards if its events were taken.

Colour is never alone: what failed hangs down, a warning has a notch, and what nobody knows is hollow.
"""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.events.outcome import State
from workbench.history.rows import Row
from workbench.ui.history.glance import MOST, Glance, at, words_of
from workbench.ui.look.tones import STATE_TONES, Tone, tones_of

_STEP = 5
_BAR = 4
_LEAST = 3
# The part of the height above the line on which the bars stand.
_ABOVE = 0.62
_HOLLOW = {State.PENDING, State.UNCLEAR, State.UNKNOWN}


class GlancePicture(QWidget):
    """Named ``history.glance``. ``chosen`` brings the id of the send whose bar is clicked, or entered by key.

    ``told`` says in words which send the keys stand on, "" when they have left.
    """

    chosen = Signal(object)
    told = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glance = Glance()
        self._current: int | None = None
        self.setObjectName("history.glance")
        self.setAccessibleName("The last sends")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._describe()

    def show_glance(self, glance: Glance) -> None:
        """Shows other sends; the one the keys stand on stays, if it is still there."""
        before = self.current
        self._glance = glance
        found = (place for place, row in enumerate(glance.rows) if before and row.id == before.id)
        self._current = next(found, None)
        self._describe()
        self.update()

    @property
    def current(self) -> Row | None:
        """The send the keys stand on."""
        return None if self._current is None else self._glance.rows[self._current]

    def sizeHint(self) -> QSize:
        return QSize(MOST * _STEP + 2, self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self._row_at(event.pos())
            QToolTip.showText(event.globalPos(), words_of(row) if row else self._glance.words, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if row := self._row_at(event.position().toPoint()):
            self.chosen.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._glance.rows) - 1
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last}
        if event.key() in step and last >= 0:
            start = last + 1 if self._current is None else self._current
            self._current = max(0, min(start + step[Qt.Key(event.key())], last))
            self._describe()
            self.told.emit(self.accessibleDescription())
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.current:
            self.chosen.emit(self.current.id)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._current is not None:
            self._current = None
            self._describe()
            self.told.emit("")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = round(self.height() * _ABOVE)
        first = MOST - len(self._glance.rows)
        for place, row in enumerate(self._glance.rows):
            left = 1 + (first + place) * _STEP
            if place == self._current:
                painter.fillRect(left - 1, 0, _STEP + 1, self.height(), self.palette().color(QPalette.ColorRole.Mid))
            self._draw(painter, row, left, line)
        painter.setPen(tones_of(self.palette()).colour(Tone.MUTED))
        painter.drawLine(0, line, self.width(), line)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, row: Row, left: int, line: int) -> None:
        colour = tones_of(self.palette()).colour(STATE_TONES[row.state])
        down = not row.state.good and row.state not in _HOLLOW
        room = self.height() - line - 2 if down else line - 2
        part = (row.elapsed or 0.0) / self._glance.slowest if self._glance.slowest else 0.0
        high = max(_LEAST, round(part * room))
        bar = QRectF(left, line + 1 if down else line - high, _BAR, high)
        if row.state in _HOLLOW:
            painter.setPen(colour)
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
            return
        painter.fillRect(bar, colour)
        if row.state is State.WARNINGS:
            notch = QRectF(left, line - max(2, high // 2) - 1, _BAR / 2, 2)
            painter.fillRect(notch, self.palette().color(QPalette.ColorRole.Window))

    def _row_at(self, position: QPoint) -> Row | None:
        place = at(position.x() / max(1, self.width()), MOST, self._glance.rows)
        return None if place is None else self._glance.rows[place]

    def _describe(self) -> None:
        self.setAccessibleDescription(words_of(self.current) if self.current else self._glance.words)
