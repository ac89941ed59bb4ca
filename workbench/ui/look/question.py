"""A question that stops everything else: what it is about, and two answers of which *no* is the default."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, heading_font


class Question(QDialog):
    """Named ``name``, its answers ``name.yes`` and ``name.no``. ``accepted`` or ``rejected`` tells the answer.

    Shown with ``open``; it is gone once it was answered.
    """

    def __init__(
        self,
        *,
        name: str,
        heading: str,
        about: str,
        yes: str,
        no: str,
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(heading)
        title = ToneLabel(heading, tone=tone, parent=self)
        title.setFont(heading_font(self.font()))
        title.setWordWrap(True)
        text = QLabel(about, self)
        text.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        accept = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setObjectName(f"{name}.yes")
        accept.setAutoDefault(False)
        reject = buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        reject.setObjectName(f"{name}.no")
        reject.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (title, text, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(420)
        reject.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)
