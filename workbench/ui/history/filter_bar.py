"""What the table shows of the history: a text that is looked for, a mode, a state, an account, an event, a time."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.query import Query
from workbench.ui.compose.text_editors import Choice
from workbench.ui.history.flow import Flow
from workbench.ui.history.period_choice import PeriodChoice
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import MODE_TONES, STATE_TONES, Tone
from workbench.ui.look.widgets import IconButton, IconLabel, ToneLabel
from workbench.ui.look.words import MODE_ICONS, STATE_ICONS, STATE_WORDS

DEBOUNCE_MS = 120
# One character is in half of all ids, which are then all read for it: it is nearly always the first of more.
FIRST_DEBOUNCE_MS = 600
# Longer than any id; the history refuses texts of more than 1,000 characters.
_LONGEST = 200


class FilterBar(QWidget):
    """``changed`` follows a choice at once, and typing when it pauses. ``left`` is the Enter key in the line.

    ``clock`` tells what day it is; ``heading`` is the row of the line, where others may put more.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, *, clock: Callable[[], float] = time.time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(DEBOUNCE_MS)
        self.line = QLineEdit(self)
        self.line.setObjectName("history.filter")
        self.line.setAccessibleName("Search the history")
        self.line.setPlaceholderText("Event ID, event name, order ID, account or message")
        self.line.setMaxLength(_LONGEST)
        self.line.setClearButtonEnabled(True)
        self.mode = Choice(name="history.mode", label="Mode of the sends shown", parent=self)
        self.mode.addItem("Any mode", "")
        for mode in Mode:
            self.mode.addItem(mode.word, mode.value)
        self.state = Choice(name="history.state", label="State of the sends shown", parent=self)
        self.state.addItem("Any state", "")
        for state in State:
            self.state.addItem(STATE_WORDS[state], state.value)
        self.account = Choice(name="history.account", label="Account of the sends shown", parent=self)
        self.account.addItem("Any account", "")
        self.event_name = Choice(name="history.event", label="Event of the sends shown", parent=self)
        self.event_name.addItem("Any event", "")
        self.period = PeriodChoice(clock=clock, parent=self)
        self.starred = IconButton("star", "Only sends with a star", parent=self)
        self.starred.setObjectName("history.starred")
        self.starred.setCheckable(True)
        self._count = ToneLabel(tone=Tone.MUTED, parent=self)
        self._count.setObjectName("history.count")
        self._lay_out()
        self._dress()
        self.line.textChanged.connect(self._wait)
        self.line.returnPressed.connect(self._leave)
        self._typed.timeout.connect(self.changed)
        for choice in (self.mode, self.state, self.account, self.event_name):
            choice.currentIndexChanged.connect(self._tell)
        self.period.changed.connect(self._tell)
        self.starred.toggled.connect(self._star)

    @property
    def query(self) -> Query:
        """What is asked for, in the history's own order."""
        mode, state = self.mode.currentData(), self.state.currentData()
        since, until = self.period.span
        return Query(
            text=self.line.text().strip(),
            mode=Mode(mode) if mode else None,
            state=State(state) if state else None,
            account=self.account.currentData() or "",
            event=self.event_name.currentData() or "",
            since=since,
            until=until,
            starred=self.starred.isChecked(),
        )

    def show_count(self, count: int, total: int) -> None:
        """Says how many sends match, of how many."""
        sends = f"{total:,} send{'' if total == 1 else 's'}"
        self._count.setText(sends if count == total else f"{count:,} of {sends}")

    def show_accounts(self, names: Sequence[str]) -> None:
        """Offers these accounts; one that is chosen stays chosen."""
        _offer(self.account, names)

    def show_events(self, names: Sequence[str]) -> None:
        """Offers these events; one that is chosen stays chosen."""
        _offer(self.event_name, names)

    def clear(self) -> None:
        """Shows everything again, without telling anyone."""
        choices = (self.mode, self.state, self.account, self.event_name)
        for part in (self.line, self.period, self.starred, *choices):
            part.blockSignals(True)
        self.line.clear()
        self.period.clear()
        self.starred.setChecked(False)
        self.starred.set_icon("star", Tone.PLAIN)
        for choice in choices:
            choice.setCurrentIndex(0)
        for part in (self.line, self.period, self.starred, *choices):
            part.blockSignals(False)
        self._typed.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _lay_out(self) -> None:
        widths = ((self.mode, 9), (self.state, 15), (self.account, 14), (self.event_name, 14))
        for choice, length in widths:
            choice.setMinimumContentsLength(length)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(4)
        self.heading.addWidget(IconLabel("search", tone=Tone.MUTED, parent=self))
        self.heading.addWidget(self.line, 1)
        self.heading.addSpacing(4)
        self.heading.addWidget(self._count)
        choices = Flow(spacing=8)
        for widget in (self.mode, self.state, self.account, self.event_name, self.period, self.starred):
            choices.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.heading)
        layout.addLayout(choices)

    def _dress(self) -> None:
        for at in range(1, self.mode.count()):
            mode = Mode(self.mode.itemData(at))
            self.mode.setItemIcon(at, icon(MODE_ICONS[mode], self.palette(), MODE_TONES[mode], in_list=True))
        for at in range(1, self.state.count()):
            state = State(self.state.itemData(at))
            self.state.setItemIcon(at, icon(STATE_ICONS[state], self.palette(), STATE_TONES[state], in_list=True))

    def _wait(self) -> None:
        self._typed.start(FIRST_DEBOUNCE_MS if len(self.line.text().strip()) == 1 else DEBOUNCE_MS)

    def _tell(self) -> None:
        self._typed.stop()
        self.changed.emit()

    def _star(self, checked: bool) -> None:
        self.starred.set_icon("starred" if checked else "star", Tone.WARNING if checked else Tone.PLAIN)
        self._tell()

    def _leave(self) -> None:
        if self._typed.isActive():
            self._tell()
        self.left.emit()


def _offer(choice: Choice, names: Sequence[str]) -> None:
    chosen = choice.currentData()
    if list(names) == [choice.itemData(at) for at in range(1, choice.count())]:
        return
    choice.blockSignals(True)
    while choice.count() > 1:
        choice.removeItem(1)
    for name in names if chosen in names or not chosen else (*names, chosen):
        choice.addItem(name, name)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
