"""A question that stops everything else: what it is about, and two answers of which *no* is the default."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, heading_font


class Question(QDialog):
    """Named ``name``; ``yes`` and ``no`` are each answer's words and its name below that: ``("Keep", "keep")``.

    ``accepted`` or ``rejected`` tells the answer. Shown with ``open``; it is gone once it was answered. ``more`` stands
    between the text and the answers.
    """

    def __init__(
        self,
        *,
        name: str,
        heading: str,
        about: str,
        yes: tuple[str, str],
        no: tuple[str, str],
        tone: Tone = Tone.PLAIN,
        more: tuple[QWidget, ...] = (),
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
        text.setVisible(bool(about))
        buttons = QDialogButtonBox(self)
        self.yes = self._answer(buttons, yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setAutoDefault(False)
        self.no = self._answer(buttons, no, QDialogButtonBox.ButtonRole.RejectRole)
        self.no.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (title, text, *more, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(460)
        self.no.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _answer(
        self, buttons: QDialogButtonBox, answer: tuple[str, str], role: QDialogButtonBox.ButtonRole
    ) -> QPushButton:
        words, name = answer
        button = buttons.addButton(words, role)
        button.setObjectName(f"{self.objectName()}.{name}")
        return button
