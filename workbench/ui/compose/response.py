"""The right pane after a send: what it means, a verdict for each event, and the answer as it came."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.events.outcome import Outcome
from workbench.ui.compose.response_rows import Response
from workbench.ui.compose.verdicts_model import VerdictsModel, verdict_icons
from workbench.ui.look.tones import MODE_TONES, STATE_TONES, Tone
from workbench.ui.look.widgets import ElidedLabel, IconLabel, ToneLabel, code_font, heading_font, small_font
from workbench.ui.look.words import MODE_ICONS, STATE_ICONS, STATE_WORDS

_ANSWER_SHOWN = 200_000
_COLUMN_SAMPLES = (("00", 16), ("add_to_cart", 16), ("Event ID", 24), ("processed, warned", 48))
"""What fits into the columns before the last, and how much beside the text."""


class ResponseView(QWidget):
    """Activating a row goes to the event, and to the field its message speaks of."""

    go_to = Signal(int, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(size=20, parent=self)
        self._state = ToneLabel("Nothing sent yet", tone=Tone.MUTED, parent=self)
        self._state.setObjectName("response.state")
        self._state.setFont(heading_font(self.font()))
        self._mode_icon = IconLabel(size=16, parent=self)
        self._mode = ElidedLabel(parent=self)
        self._mode.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._meaning = ToneLabel(
            "After a send, this shows what it means, a verdict for each event, and the answer itself.", parent=self
        )
        self._meaning.setObjectName("response.meaning")
        self._meaning.setWordWrap(True)
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = ToneLabel(tone=Tone.MUTED, parent=self)
        self._facts.setFont(small_font(self.font()))
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = VerdictsModel(parent=self)
        self._table = self._make_table()
        self._answer = QPlainTextEdit(self)
        self._answer.setObjectName("answer")
        self._answer.setAccessibleName("Answer as it came")
        self._answer.setReadOnly(True)
        self._answer.setFont(code_font(self.font()))
        self._answer.setTabChangesFocus(True)
        self._lay_out()
        self._table.activated.connect(self._go)
        self._table.clicked.connect(self._go)

    def show_waiting(self, text: str) -> None:
        """Says that an answer is awaited."""
        self._icon.show_icon("wait", Tone.MUTED)
        self._state.setText("Sending …")
        self._state.set_tone(Tone.MUTED)
        self._meaning.setText(text)
        self._facts.setText("")
        self.model.show_rows((), {})
        self._answer.setPlainText("")

    def show_failure(self, text: str) -> None:
        """Says why nothing was sent."""
        self._icon.show_icon("error", Tone.ERROR)
        self._state.setText("Not sent")
        self._state.set_tone(Tone.ERROR)
        self._meaning.setText(text)
        # What another send brought would read as if it were of this one.
        self._mode.say("")
        self._facts.setText("")
        self._mode_icon.show_icon("", Tone.MUTED)
        self.model.show_rows((), {})
        self._answer.setPlainText("")

    def show_response(self, response: Response) -> None:
        """Shows the result of a send."""
        worst = response.worst
        self._icon.show_icon(STATE_ICONS[worst.state], STATE_TONES[worst.state])
        self._state.setText(STATE_WORDS[worst.state].capitalize())
        self._state.set_tone(STATE_TONES[worst.state])
        self._mode_icon.show_icon(MODE_ICONS[response.mode], MODE_TONES[response.mode])
        self._mode.say(f"{response.mode.word} · {response.account_name}", MODE_TONES[response.mode])
        self._meaning.setText(" ".join(part for part in (worst.cause, worst.fix, response.unsent) if part))
        self._facts.setText(facts(response.outcomes))
        self.model.show_rows(response.rows, verdict_icons(self.palette()))
        self._table.resizeColumnToContents(0)
        answers = b"\n\n".join(each.answer for each in response.outcomes)[:_ANSWER_SHOWN]
        self._answer.setPlainText(answers.decode(errors="replace"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.model.set_icons(verdict_icons(self.palette()))

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("verdicts")
        table.setAccessibleName("Verdict for each event")
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        metrics = self.fontMetrics()
        for column, (sample, more) in enumerate(_COLUMN_SAMPLES):
            header.resizeSection(column, metrics.horizontalAdvance(sample) + more)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        return table

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._icon)
        heading.addWidget(self._state)
        heading.addStretch(1)
        heading.addWidget(self._mode_icon)
        heading.addWidget(self._mode)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("response.splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table)
        splitter.addWidget(self._answer)
        splitter.setSizes([300, 200])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(heading)
        layout.addWidget(self._meaning)
        layout.addWidget(self._facts)
        layout.addWidget(splitter, 1)

    def _go(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.go_to.emit(row.position, row.verdict.path or "")


def facts(outcomes: Sequence[Outcome]) -> str:
    """Status, counts, time and request id of each answer, one line an answer."""
    lines = []
    for outcome in outcomes:
        parts = [f"HTTP {outcome.status}" if outcome.status else "no answer"]
        if outcome.received is not None and outcome.processed is not None:
            parts.append(f"{outcome.processed} of {outcome.received} processed")
        if outcome.elapsed is not None:
            parts.append(f"{outcome.elapsed * 1000:,.0f} ms")
        if outcome.request_id:
            parts.append(f"request id {outcome.request_id}")
        remaining = next((v for k, v in outcome.headers.items() if k.lower() == "x-ratelimit-remaining"), "")
        if remaining:
            parts.append(f"{remaining} calls left in this window")
        lines.append(" · ".join(parts))
    return "\n".join(lines)
