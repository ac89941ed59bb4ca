"""The question before old sends are forgotten: by which rule, and what it will take away; *keep* is the default."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from workbench.ground.errors import explain_error
from workbench.ui.background import Background
from workbench.ui.compose.text_editors import Choice
from workbench.ui.history.forgetting import Forgetting, Rule, read_forgetting
from workbench.ui.history.latest import Latest
from workbench.ui.history.requests import Requests
from workbench.ui.look.widgets import ToneLabel, heading_font


class ForgetQuestion(QDialog):
    """``confirmed`` brings the moment before which everything goes; nothing is emitted when the answer is no."""

    confirmed = Signal(float)

    def __init__(
        self,
        *,
        history: Requests,
        background: Background,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._clock = clock
        self._forgetting: Forgetting | None = None
        self._reading = Latest(background=background, parent=self)
        self.setObjectName("history.forget")
        self.setWindowTitle("Forget old sends?")
        heading = ToneLabel("Forget old sends?", parent=self)
        heading.setFont(heading_font(self.font()))
        self.rule = Choice(name="history.forget.rule", label="Which sends go", parent=self)
        self.rule.setMinimumContentsLength(26)
        for rule in Rule:
            self.rule.addItem(rule.value, rule.value)
        self.about = ToneLabel("Counting …", parent=self)
        self.about.setObjectName("history.forget.about")
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        # The longest of its sentences, so that the dialog does not jump.
        self.about.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        buttons = QDialogButtonBox(self)
        self._forget = buttons.addButton("Forget", QDialogButtonBox.ButtonRole.AcceptRole)
        self._forget.setObjectName("history.forget.forget")
        keep = buttons.addButton("Keep all", QDialogButtonBox.ButtonRole.RejectRole)
        keep.setObjectName("history.forget.keep")
        self._forget.setAutoDefault(False)
        keep.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (heading, self.rule, self.about, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(460)
        self.rule.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._confirm)
        self.finished.connect(self.deleteLater)
        self.rule.currentIndexChanged.connect(self._count)
        self._reading.arrived.connect(self._show)
        self._reading.failed.connect(self._complain)
        self._count()

    def _count(self) -> None:
        self._forgetting = None
        self._forget.setEnabled(False)
        self.about.setText("Counting …")
        self._reading.ask(partial(read_forgetting, self._history, Rule(self.rule.currentData()), self._clock))

    def _show(self, forgetting: Forgetting) -> None:
        self._forgetting = forgetting
        self.about.setText(forgetting.words)
        self._forget.setEnabled(bool(forgetting.count))

    def _complain(self, error: BaseException) -> None:
        explained = explain_error(error)
        self.about.setText(f"{explained.message} {explained.fix}".strip())

    def _confirm(self) -> None:
        if self._forgetting is not None:
            self.confirmed.emit(self._forgetting.before)
