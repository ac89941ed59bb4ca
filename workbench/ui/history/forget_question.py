"""The question before old sends are forgotten: by which rule, and what it will take away; *keep* is the default."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.ground.errors import explain_error
from workbench.ui.background import Background
from workbench.ui.compose.text_editors import Choice
from workbench.ui.history.forgetting import Forgetting, Rule, read_forgetting
from workbench.ui.history.latest import Latest
from workbench.ui.history.requests import Requests
from workbench.ui.look.question import Question
from workbench.ui.look.widgets import ToneLabel


class ForgetQuestion(Question):
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
        rule_choice = Choice(name="history.forget.rule", label="Which sends go")
        rule_choice.setMinimumContentsLength(26)
        for rule in Rule:
            rule_choice.addItem(rule.value, rule.value)
        about = ToneLabel("Counting …")
        about.setObjectName("history.forget.about")
        about.setWordWrap(True)
        about.setAlignment(Qt.AlignmentFlag.AlignTop)
        # The longest of its sentences, so that the dialog does not jump.
        about.setMinimumHeight(4 * about.fontMetrics().lineSpacing())
        super().__init__(
            name="history.forget",
            heading="Forget old sends?",
            about="",
            yes=("Forget", "forget"),
            no=("Keep all", "keep"),
            more=(rule_choice, about),
            parent=parent,
        )
        self.rule, self.about = rule_choice, about
        self._history = history
        self._clock = clock
        self._forgetting: Forgetting | None = None
        self._reading = Latest(background=background, parent=self)
        self.rule.setFocus()
        self.accepted.connect(self._confirm)
        self.rule.currentIndexChanged.connect(self._count)
        self._reading.arrived.connect(self._show)
        self._reading.failed.connect(self._complain)
        self._count()

    def _count(self) -> None:
        self._forgetting = None
        self.yes.setEnabled(False)
        self.about.setText("Counting …")
        self._reading.ask(partial(read_forgetting, self._history, Rule(self.rule.currentData()), self._clock))

    def _show(self, forgetting: Forgetting) -> None:
        self._forgetting = forgetting
        self.about.setText(forgetting.words)
        self.yes.setEnabled(bool(forgetting.count))

    def _complain(self, error: BaseException) -> None:
        explained = explain_error(error)
        self.about.setText(f"{explained.message} {explained.fix}".strip())

    def _confirm(self) -> None:
        if self._forgetting is not None:
            self.confirmed.emit(self._forgetting.before)
