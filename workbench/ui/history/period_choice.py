"""The choice of a time: today, the last days, or from one day to another."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from workbench.ui.compose.text_editors import Choice
from workbench.ui.history.periods import Period, Span, span, today


class PeriodChoice(QWidget):
    """Named ``history.period``; the days of a range are ``history.from`` and ``history.until``, hidden without one."""

    changed = Signal()

    def __init__(self, *, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.choice = Choice(name="history.period", label="Time of the sends shown", parent=self)
        self.choice.setMinimumContentsLength(11)
        for period in Period:
            self.choice.addItem(period.value, period.value)
        self.first = self._day("history.from", "First day shown")
        self.last = self._day("history.until", "Last day shown")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.choice, self.first, self.last):
            layout.addWidget(widget)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self._choose)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._tell)

    @property
    def span(self) -> Span:
        """From when, and before when; None for no bound."""
        return span(self._period, now=self._clock(), first=_date(self.first), last=_date(self.last))

    def clear(self) -> None:
        """Any time."""
        self.choice.setCurrentIndex(0)

    @property
    def _period(self) -> Period:
        return Period(self.choice.currentData())

    def _day(self, name: str, label: str) -> QDateEdit:
        day = QDateEdit(self)
        day.setObjectName(name)
        day.setAccessibleName(label)
        day.setToolTip(label)
        day.setDisplayFormat("yyyy-MM-dd")
        day.setCalendarPopup(True)
        # Windows tells local time from 1970 to 3000 only, and nothing was sent outside these years.
        day.setDateRange(QDate(2000, 1, 1), QDate(2999, 12, 30))
        now = today(self._clock())
        day.setDate(QDate(now.year, now.month, now.day))
        day.hide()
        return day

    def _choose(self) -> None:
        for day in (self.first, self.last):
            day.setVisible(self._period is Period.RANGE)
        self.updateGeometry()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _date(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
