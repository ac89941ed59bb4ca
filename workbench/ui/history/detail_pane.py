"""One send in full: what it means, a verdict for each event, what was sent and what came back."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSizePolicy, QTableView, QTabWidget, QVBoxLayout, QWidget

from workbench.accounts.account import PRACTICE
from workbench.events.time_text import distance
from workbench.ui.compose.response import facts
from workbench.ui.compose.verdicts_model import VerdictsModel, verdict_icons
from workbench.ui.history.code_tab import CodeTab
from workbench.ui.history.columns import local_time
from workbench.ui.history.deed_buttons import DeedButtons
from workbench.ui.history.detail import Detail
from workbench.ui.history.note_line import NoteLine
from workbench.ui.look.tones import MODE_TONES, STATE_TONES, Tone
from workbench.ui.look.widgets import ElidedLabel, IconLabel, ToneLabel, heading_font, small_font
from workbench.ui.look.words import MODE_ICONS, STATE_ICONS, STATE_WORDS

# In digits; the message takes the rest.
_VERDICT_WIDTHS = (5, 16, 24, 18)


class DetailPane(QWidget):
    """Named ``history.detail``. Shows what it is given.

    ``asked`` brings the name of a Deed, ``note_written`` the row's id and its new note, for others to do.
    ``field_asked`` brings the position of an event and the path of the field its verdict speaks of, "" if of none.
    """

    asked = Signal(str)
    note_written = Signal(object, str)
    field_asked = Signal(int, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history.detail")
        self._detail: Detail | None = None
        self._state_icon = IconLabel(size=20, parent=self)
        self._state = ElidedLabel(parent=self)
        # Beside large text it gives way to the buttons; the table says the same.
        self._state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state.setObjectName("history.detail.state")
        self._mode_icon = IconLabel(size=16, parent=self)
        self._mode = ToneLabel(parent=self)
        self._mode.setObjectName("history.detail.mode")
        self._about = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._about.setObjectName("history.detail.about")
        self._deeds = DeedButtons(parent=self)
        self._note = NoteLine(parent=self)
        self._meaning = self._wrapped("history.detail.meaning", Tone.PLAIN)
        self._facts = self._wrapped("history.detail.facts", Tone.MUTED)
        self.verdicts = VerdictsModel(parent=self)
        self._make_tabs()
        self._lay_out()
        self._set_sizes()
        self._deeds.asked.connect(self.asked)
        self._note.written.connect(self.note_written)
        self.clear()

    @property
    def detail(self) -> Detail | None:
        """What is shown."""
        return self._detail

    def show_detail(self, detail: Detail, *, now: float) -> None:
        """Shows a send; ``now`` is the Unix time its age is told by."""
        row = detail.entry.row
        age = distance(int(row.sent_at), now=now)
        practice = row.ad_account_id == PRACTICE.ad_account_id
        where = row.account_name if practice else f"{row.account_name} · {row.ad_account_id}"
        self._about.say(f"{where} · {local_time(row.sent_at)}, {age}")
        self._deeds.show_star(starred=row.starred)
        self._note.show_note(row.id, row.note)
        before, self._detail = self._detail, detail
        if before is not None and _same_but_for_marks(before, detail):
            # A text that is being read or copied from must not jump back to its start.
            return
        self._state_icon.show_icon(STATE_ICONS[row.state], STATE_TONES[row.state])
        self._state.say(STATE_WORDS[row.state].capitalize(), STATE_TONES[row.state])
        self._mode_icon.show_icon(MODE_ICONS[row.mode], MODE_TONES[row.mode])
        self._mode.setText(row.mode.word)
        self._mode.set_tone(MODE_TONES[row.mode])
        self._meaning.setText(f"{detail.entry.cause} {detail.entry.fix}".strip() or "The answer is awaited.")
        self._facts.setText(facts((detail.outcome,)))
        self.verdicts.show_rows(detail.verdicts, verdict_icons(self.palette()))
        for tab, text in (
            (self._request, detail.request),
            (self._exact, detail.exact),
            (self._answer, detail.answer),
            (self._headers, detail.headers),
        ):
            tab.show_text(text)
        self._enable(enabled=True)

    def clear(self) -> None:
        """Shows nothing."""
        self._detail = None
        self._state_icon.show_icon("", Tone.MUTED)
        self._state.say("No send selected", Tone.MUTED)
        self._mode_icon.show_icon("", Tone.MUTED)
        self._mode.setText("")
        self._about.say("")
        self._meaning.setText("Select a send above to see what became of it.")
        self._facts.setText("")
        self._note.clear()
        self._deeds.show_star(starred=False)
        self.verdicts.show_rows((), {})
        for tab in (self._request, self._exact, self._answer, self._headers):
            tab.show_text("")
        self._enable(enabled=False)

    def focus_note(self) -> None:
        """Puts the keys into the note."""
        self._note.setFocus()
        self._note.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_sizes()
        if event.type() is QEvent.Type.PaletteChange:
            self.verdicts.set_icons(verdict_icons(self.palette()))

    def _set_sizes(self) -> None:
        self._state.setFont(heading_font(self.font()))
        self._facts.setFont(small_font(self.font()))
        metrics = self.fontMetrics()
        self._verdict_table.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        for column, width in enumerate(_VERDICT_WIDTHS):
            size = width * metrics.horizontalAdvance("0")
            self._verdict_table.horizontalHeader().resizeSection(column, size)

    def _enable(self, *, enabled: bool) -> None:
        self._deeds.setEnabled(enabled)
        self._note.setEnabled(enabled)

    def _wrapped(self, name: str, tone: Tone) -> ToneLabel:
        label = ToneLabel(tone=tone, parent=self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _make_tabs(self) -> None:
        self._request = CodeTab(
            name="history.request",
            label="Request",
            note="The body as it was sent, laid out for reading.",
            nothing="",
            parent=self,
        )
        self._answer = CodeTab(
            name="history.answer", label="Answer", note="As it came.", nothing="No answer came.", parent=self
        )
        self._headers = CodeTab(
            name="history.headers",
            label="Headers",
            note="Address and kept headers of the answer. Those of the request are not kept: one carried the token.",
            nothing="",
            parent=self,
        )
        self._exact = CodeTab(
            name="history.exact",
            label="Exact bytes",
            note="Byte for byte as it was sent, in one piece.",
            nothing="",
            parent=self,
        )
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("history.tabs")
        self._tabs.setAccessibleName("Parts of the send")
        self._tabs.tabBar().setAccessibleName("Parts of the send")
        self._tabs.setDocumentMode(True)
        self._verdict_table = self._make_verdict_table()
        self._tabs.addTab(self._verdict_table, "Verdicts")
        for tab, title in (
            (self._request, "Request"),
            (self._exact, "Exact bytes"),
            (self._answer, "Answer"),
            (self._headers, "Headers"),
        ):
            self._tabs.addTab(tab, title)

    def _make_verdict_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("history.verdicts")
        table.setAccessibleName("Verdict for each event of this send")
        table.setModel(self.verdicts)
        table.setToolTip("Press Enter or double-click to reopen the events at the field that a verdict speaks of")
        table.activated.connect(self._go)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _go(self, index: QModelIndex) -> None:
        row = self.verdicts.row(index)
        if row is not None:
            self.field_asked.emit(row.position, row.verdict.path or "")

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        for widget in (self._state_icon, self._state, self._mode_icon, self._mode):
            heading.addWidget(widget)
        heading.addWidget(self._about, 1)
        heading.addWidget(self._deeds)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._facts, 3)
        told.addWidget(self._note, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(heading)
        layout.addWidget(self._meaning)
        layout.addLayout(told)
        layout.addWidget(self._tabs, 1)


def _same_but_for_marks(before: Detail, after: Detail) -> bool:
    row = after.entry.row
    unmarked = replace(before.entry.row, starred=row.starred, note=row.note)
    return replace(before, entry=replace(before.entry, row=unmarked)) == after
