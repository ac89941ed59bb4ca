"""One captured request in full: who sent it, what was answered, its events, their coverage, and the body."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.practice.captures import Capture
from workbench.practice.examination import Examination
from workbench.practice.received import ReceivedRequest
from workbench.practice.received_words import answer_words, events_words, mode_words, sender_words, verdict_words
from workbench.ui.compose.coverage_bars import CoverageBars
from workbench.ui.history.code_tab import CodeTab
from workbench.ui.history.columns import local_time
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, IconLabel, ToneLabel, heading_font
from workbench.ui.practice.events_tab import EventsTab
from workbench.ui.practice.verdict_look import TONE_ICONS, verdict_tone


class CapturePane(QWidget):
    """Named ``capture``. ``open_asked`` wants the events composed anew."""

    open_asked = Signal()

    def __init__(self, *, contract: Contract, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("capture")
        self._icon = IconLabel(size=20, parent=self)
        self._verdict = ElidedLabel(parent=self)
        self._verdict.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._verdict.setObjectName("capture.verdict")
        self._about = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._about.setObjectName("capture.about")
        self._open = QPushButton("Open in Compose", self)
        self._open.setObjectName("capture.open")
        self._open.setToolTip("Compose a new request with these events (Ctrl+O)")
        self._open.clicked.connect(self.open_asked)
        self._answer = ToneLabel(parent=self)
        self._answer.setObjectName("capture.answer")
        self._answer.setWordWrap(True)
        self._answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.events = EventsTab(contract=contract, parent=self)
        self.bars = CoverageBars(name="capture.coverage", parent=self)
        self._body = CodeTab(
            name="capture.body",
            label="Body",
            note="The body as it arrived, laid out for reading. A token in it was taken out.",
            nothing="No body was kept.",
            parent=self,
        )
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("capture.tabs")
        self._tabs.setAccessibleName("Parts of the request")
        self._tabs.setDocumentMode(True)
        for tab, title in ((self.events, "Events"), (self.bars, "Coverage"), (self._body, "Body")):
            self._tabs.addTab(tab, title)
        self._lay_out()
        self._set_fonts()

    def show_capture(self, capture: Capture, found: Examination) -> None:
        """Shows a request and what was found in it."""
        request = capture.request
        tone = verdict_tone(request)
        self._icon.show_icon(TONE_ICONS[tone], tone)
        self._verdict.say(verdict_words(request).capitalize(), tone)
        self._about.say(about_words(request))
        self._answer.setText(_answer_words(request, found.complaint))
        self._open.setEnabled(bool(found.drafts))
        self.events.show_examination(found)
        self.bars.show_coverage(found.coverage)
        self._body.show_text(found.body)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_fonts()

    def _set_fonts(self) -> None:
        self._verdict.setFont(heading_font(self.font()))

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._icon)
        heading.addWidget(self._verdict)
        heading.addWidget(self._about, 1)
        heading.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(heading)
        layout.addWidget(self._answer)
        layout.addWidget(self._tabs, 1)


def about_words(request: ReceivedRequest) -> str:
    """``2 events, test · ad account 549… · from curl/8 · 2026-11-22 14:03:05``."""
    account = f"ad account {request.ad_account_id}" if request.ad_account_id else "not the path of the events"
    parts = (f"{events_words(request)}, {mode_words(request)}", account, f"from {sender_words(request)}")
    return " · ".join((*parts, local_time(request.at)))


def _answer_words(request: ReceivedRequest, complaint: str) -> str:
    """The answer, and what is to be said beyond it: the complaint often begins with what the answer ends with."""
    answer = answer_sentence(request)
    told = next((size for size in range(len(complaint), 0, -1) if answer.endswith(complaint[:size])), 0)
    return f"{answer} {complaint[told:].strip()}".strip()


def answer_sentence(request: ReceivedRequest) -> str:
    """What went back to the sender."""
    if request.status is None:
        return "No answer was given, as the fault wants it."
    reason = f": {request.verdicts.refused}" if request.verdicts.refused else "."
    return f"Answered {answer_words(request)}{reason}"
