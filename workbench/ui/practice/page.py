"""The practice page: the endpoint, what arrived at it, and the selected request in full."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.ground.errors import explain_error
from workbench.judging.judge import Judge
from workbench.practice.captures import MOST_KEPT, Capture, Captures
from workbench.practice.examination import Examination, examine
from workbench.practice.server import PracticeServer
from workbench.ui.background import Background
from workbench.ui.history.latest import Latest
from workbench.ui.history.notices import EmptyNotice
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, Tick, small_font
from workbench.ui.practice.capture_feed import CaptureFeed
from workbench.ui.practice.capture_pane import CapturePane
from workbench.ui.practice.captures_table import CapturesTable
from workbench.ui.practice.endpoint_line import EndpointLine

_NOTHING_YET = (
    "Every request that a program sends to the address above is answered as Pinterest would answer, and shown here: "
    "each event in a sentence, what is wrong with it, and what the whole request covers. It stays in memory until the "
    "program ends and is never written to the disk; the token is not kept at all."
)


@dataclass(frozen=True, slots=True)
class _Examined:
    capture: Capture
    found: Examination


class PracticePage(QWidget):
    """``open_asked`` brings the drafts of a captured request as a tuple."""

    open_asked = Signal(object)

    def __init__(
        self,
        *,
        practice: PracticeServer,
        captures: Captures,
        judge: Judge,
        contract: Contract,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice = practice
        self._captures = captures
        self._judge = judge
        self._contract = contract
        self._background = background
        self._examined: _Examined | None = None
        self._feed = CaptureFeed(captures=captures, parent=self)
        self._examinations = Latest(background=background, parent=self)
        self.endpoint = EndpointLine(parent=self)
        self.table = CapturesTable(parent=self)
        self.pane = CapturePane(contract=contract, parent=self)
        self._count = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._count.setObjectName("captures.count")
        self._count.setFont(small_font(self.font()))
        self._own = Tick("Show this program's own sends", name="captures.own", parent=self)
        self._forget = QPushButton("Forget all", self)
        self._forget.setObjectName("captures.forget")
        self._nothing_yet = EmptyNotice(
            heading="Nothing has arrived yet",
            text=_NOTHING_YET,
            button="Start the endpoint",
            name="practice.first_start",
            parent=self,
        )
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Shows what is kept now, and whether the endpoint listens."""
        self._show_address(self._practice.address)
        self._show_captures()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # -- inside

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("practice.splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.pane)
        splitter.setSizes([170, 330])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing_yet)
        self._stack.addWidget(splitter)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._count, 1)
        line.addWidget(self._own)
        line.addWidget(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.endpoint)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        action = QAction("Open in Compose", self)
        action.setShortcut(QKeySequence("Ctrl+O"))
        # Wherever in the window the keys are: only the page in sight takes it.
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(self._open)
        self.addAction(action)
        self._feed.changed.connect(self.refresh)
        self._examinations.arrived.connect(self._show_examined)
        self._examinations.failed.connect(self._trouble)
        self.endpoint.start_asked.connect(self._start)
        self.endpoint.stop_asked.connect(self._stop)
        self._nothing_yet.asked.connect(self.endpoint.start)
        self._own.toggled.connect(self._show_captures)
        self._forget.clicked.connect(self._captures.forget)
        self.table.chosen.connect(self._chosen)
        self.pane.open_asked.connect(self._open)

    # -- the endpoint

    def _start(self, port: int) -> None:
        start = partial(self._practice.start, port=port)
        self._background.run(start, receiver=self, done=self._show_address, failed=self._trouble)

    def _stop(self) -> None:
        self._background.run(self._practice.stop, receiver=self, done=self._stopped, failed=self._trouble)

    def _stopped(self, _nothing: None) -> None:
        self._show_address("")

    def _show_address(self, address: str) -> None:
        self.endpoint.show_address(address)
        self._nothing_yet.button.setVisible(not address)

    def _trouble(self, error: BaseException) -> None:
        explained = explain_error(error)
        self.endpoint.show_trouble(f"{explained.message} {explained.fix}".strip())

    # -- what arrived

    def _show_captures(self) -> None:
        every = self._captures.newest_first()
        shown = every if self._own.isChecked() else tuple(each for each in every if not each.request.own)
        hidden = len(every) - len(shown)
        self._own.setText(f"Show this program's own sends ({hidden})" if hidden else "Show this program's own sends")
        self._count.say(f"{len(shown)} shown, newest first. The last {MOST_KEPT} are kept, in memory only.")
        self._forget.setEnabled(bool(every))
        self.table.show_captures(shown)
        self._stack.setCurrentIndex(1 if shown else 0)

    def _chosen(self, capture: Capture | None) -> None:
        self._examined = None
        if capture is not None:
            earlier = self._captures.newest_first()
            self._examinations.ask(partial(_examined, capture, earlier, judge=self._judge, contract=self._contract))

    def _show_examined(self, examined: _Examined) -> None:
        if examined.capture == self.table.current:
            self._examined = examined
            self.pane.show_capture(examined.capture, examined.found)

    def _open(self) -> None:
        if self._examined is not None and self._examined.found.drafts:
            self.open_asked.emit(self._examined.found.drafts)


def _examined(capture: Capture, earlier: tuple[Capture, ...], *, judge: Judge, contract: Contract) -> _Examined:
    return _Examined(capture, examine(capture, judge=judge, contract=contract, earlier=earlier))
