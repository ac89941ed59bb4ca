"""The right pane before a send: what the event says, what is wrong, what it covers, and the exact body."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.events.encoding import encode_json
from workbench.ground.json_types import JsonObject
from workbench.judging.coverage import coverage
from workbench.judging.problem import Problem, Severity
from workbench.judging.readback import summary
from workbench.ui.compose.coverage_bar import CoverageBar
from workbench.ui.compose.problems_heading import ProblemsHeading
from workbench.ui.compose.problems_list import ProblemsList
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconButton, ToneLabel, code_font, small_font

if TYPE_CHECKING:
    from workbench.ui.compose.coverage_details import CoverageDetails


def count_words(problems: Sequence[Problem]) -> str:
    """``1 error, 2 warnings, 3 pieces of advice``; ``none`` when there is nothing."""
    names = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.ADVICE: ("piece of advice", "pieces of advice"),
    }
    parts = []
    for severity, (one, many) in names.items():
        count = sum(problem.severity is severity for problem in problems)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    return ", ".join(parts) or "none"


class Preview(QWidget):
    """Repaints only what changed."""

    go_to = Signal(str)
    fix_asked = Signal(object)

    def __init__(
        self, *, contract: Contract, payloads: Callable[[], Iterable[JsonObject]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._contract = contract
        self._body = ""
        self._summary = ToneLabel(parent=self)
        self._summary.setObjectName("summary")
        self._summary.setWordWrap(True)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.heading = ProblemsHeading(parent=self)
        self._problems = ProblemsList(contract=contract, parent=self)
        self._problems.go_to.connect(self.go_to)
        self._problems.fix_asked.connect(self.fix_asked)
        self._coverage = CoverageBar(parent=self)
        self._details_button = self._make_details_button()
        self._payloads = payloads
        self._details: CoverageDetails | None = None
        self._payload = QPlainTextEdit(self)
        self._payload.setObjectName("payload")
        self._payload.setAccessibleName("Body of the selected event as it will be sent")
        self._payload.setReadOnly(True)
        self._payload.setFont(code_font(self.font()))
        self._payload.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._payload.setTabChangesFocus(True)
        self._copy = IconButton("copy", "Copy the body of this event", parent=self)
        self._copy.clicked.connect(self._copy_body)
        self._lay_out()

    def focus_problems(self) -> None:
        """Puts the keys into the list of problems."""
        self._problems.setFocus()
        if self._problems.count() and self._problems.currentRow() < 0:
            self._problems.setCurrentRow(0)

    @property
    def problem_at_hand(self) -> Problem | None:
        """The problem that the keys stand on, while they are in the list."""
        return self._problems.current if self._problems.hasFocus() else None

    def show_event(self, payload: JsonObject, problems: Sequence[Problem], *, now: int) -> None:
        """Shows one judged event."""
        text = summary(payload, contract=self._contract, now=now)
        if text != self._summary.text():
            self._summary.setText(text)
        self.heading.show_count(count_words(problems))
        self._problems.show_problems(problems)
        covered = coverage(payload)
        self._coverage.show_coverage(covered)
        if self._details is not None:
            self._details.follow(covered)
        body = encode_json(payload, pretty=True).decode()
        if body != self._body:
            self._body = body
            bar = self._payload.verticalScrollBar()
            at = bar.value()
            self._payload.setPlainText(body)
            bar.setValue(at)

    @property
    def coverage_opened(self) -> bool:
        """Whether the coverage stands in place of the body."""
        return self._details_button.isChecked()

    def open_coverage(self, *, opened: bool) -> None:
        """Puts the coverage in full in place of the body, or the body back."""
        self._details_button.setChecked(opened)

    def _make_details_button(self) -> IconButton:
        button = IconButton(
            "unfold",
            "Coverage of the request in full, and what would help",
            text="Details",
            tone=Tone.ACCENT,
            parent=self,
        )
        button.setObjectName("coverage.details")
        button.setFont(small_font(self.font()))
        button.setCheckable(True)
        button.toggled.connect(self._show_details)
        return button

    def _show_details(self, opened: bool) -> None:
        self._details_button.set_icon("fold" if opened else "unfold")
        if self._details is None:
            from workbench.ui.compose.coverage_details import CoverageDetails

            self._details = CoverageDetails(contract=self._contract, payloads=self._payloads, parent=self)
            self._details.follow(self._coverage.coverage)
            self._lower.addWidget(self._details)
        self._coverage.show_words(not opened)
        self._lower.setCurrentIndex(int(opened))

    def _title(self, text: str) -> ToneLabel:
        label = ToneLabel(text, tone=Tone.MUTED, parent=self)
        label.setFont(small_font(self.font()))
        return label

    def _lay_out(self) -> None:
        upper = QWidget(self)
        top = QVBoxLayout(upper)
        top.setContentsMargins(0, 0, 0, 4)
        top.setSpacing(4)
        top.addWidget(self._summary)
        top.addWidget(self.heading)
        top.addWidget(self._problems, 1)
        covering = QHBoxLayout()
        covering.addWidget(self._title("Coverage of Event Quality components"))
        covering.addStretch(1)
        covering.addWidget(self._details_button)
        top.addLayout(covering)
        top.addWidget(self._coverage)
        body = QWidget(self)
        bottom = QVBoxLayout(body)
        bottom.setContentsMargins(0, 4, 0, 0)
        bottom.setSpacing(2)
        heading = QHBoxLayout()
        heading.addWidget(self._title("Body, exactly as it will be sent"))
        heading.addStretch(1)
        heading.addWidget(self._copy)
        bottom.addLayout(heading)
        bottom.addWidget(self._payload, 1)
        self._lower = QStackedWidget(self)
        self._lower.addWidget(body)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("preview.splitter")
        splitter.addWidget(upper)
        splitter.addWidget(self._lower)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([300, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(splitter)

    def _copy_body(self) -> None:
        QGuiApplication.clipboard().setText(self._body)
