"""What the table shows of the history: a text that is looked for, a mode, a state, an account."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.query import Query
from workbench.ui.compose.text_editors import Choice
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import MODE_TONES, STATE_TONES, Tone
from workbench.ui.look.widgets import IconLabel, ToneLabel
from workbench.ui.look.words import MODE_ICONS, STATE_ICONS, STATE_WORDS

DEBOUNCE_MS = 120
# Longer than any id; the history refuses texts of more than 1,000 characters.
_LONGEST = 200
# In digits: an event ID as most shops make them can be read whole.
_NARROWEST_LINE = 24


class FilterBar(QWidget):
    """``changed`` follows a choice at once, and typing when it pauses. ``left`` is the Enter key in the line."""

    changed = Signal()
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
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
        self._count = ToneLabel(tone=Tone.MUTED, parent=self)
        self._count.setObjectName("history.count")
        self._lay_out()
        self._dress()
        self.line.textChanged.connect(self._wait)
        self.line.returnPressed.connect(self._leave)
        self._typed.timeout.connect(self.changed)
        for choice in (self.mode, self.state, self.account):
            choice.currentIndexChanged.connect(self._tell)

    @property
    def query(self) -> Query:
        """What is asked for, in the history's own order."""
        mode, state = self.mode.currentData(), self.state.currentData()
        return Query(
            text=self.line.text().strip(),
            mode=Mode(mode) if mode else None,
            state=State(state) if state else None,
            account=self.account.currentData() or "",
        )

    def show_count(self, count: int, total: int) -> None:
        """Says how many sends match, of how many."""
        sends = f"{total:,} send{'' if total == 1 else 's'}"
        self._count.setText(sends if count == total else f"{count:,} of {sends}")

    def show_accounts(self, names: Sequence[str]) -> None:
        """Offers these accounts; one that is chosen stays chosen."""
        chosen = self.account.currentData()
        if list(names) == [self.account.itemData(at) for at in range(1, self.account.count())]:
            return
        self.account.blockSignals(True)
        self.account.clear()
        self.account.addItem("Any account", "")
        for name in names if chosen in names or not chosen else (*names, chosen):
            self.account.addItem(name, name)
        self.account.setCurrentIndex(max(0, self.account.findData(chosen)))
        self.account.blockSignals(False)

    def clear(self) -> None:
        """Shows everything again, without telling anyone."""
        for part in (self.line, self.mode, self.state, self.account):
            part.blockSignals(True)
        self.line.clear()
        for choice in (self.mode, self.state, self.account):
            choice.setCurrentIndex(0)
        for part in (self.line, self.mode, self.state, self.account):
            part.blockSignals(False)
        self._typed.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        elif event.type() is QEvent.Type.FontChange:
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        for choice, length in ((self.mode, 9), (self.state, 18), (self.account, 16)):
            choice.setMinimumContentsLength(length)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(IconLabel("search", tone=Tone.MUTED, parent=self))
        typed.addWidget(self.line, 1)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(8)
        for widget in (self.mode, self.state, self.account, self._count):
            self._choices.addWidget(widget)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(8)
        self._halves.addLayout(typed, 1)
        self._halves.addLayout(self._choices)

    def _fold(self) -> None:
        """Where large text leaves the line no room beside the choices, they go below it."""
        room = self.width() - self._choices.sizeHint().width()
        narrow = room < _NARROWEST_LINE * self.fontMetrics().horizontalAdvance("0")
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _dress(self) -> None:
        for at in range(1, self.mode.count()):
            mode = Mode(self.mode.itemData(at))
            self.mode.setItemIcon(at, icon(MODE_ICONS[mode], self.palette(), MODE_TONES[mode], in_list=True))
        for at in range(1, self.state.count()):
            state = State(self.state.itemData(at))
            self.state.setItemIcon(at, icon(STATE_ICONS[state], self.palette(), STATE_TONES[state], in_list=True))

    def _wait(self) -> None:
        self._typed.start()

    def _tell(self) -> None:
        self._typed.stop()
        self.changed.emit()

    def _leave(self) -> None:
        if self._typed.isActive():
            self._tell()
        self.left.emit()
