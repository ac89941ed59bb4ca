"""What can be done with the selected send, as buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.ui.history.deeds import Deed
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconButton

_ICONS = {
    Deed.STAR: "star",
    Deed.DUPLICATE: "duplicate",
    Deed.RESEND: "send",
    Deed.COMPARE: "compare",
    Deed.EVIDENCE: "evidence",
    Deed.CURL: "copy",
}


class DeedButtons(QWidget):
    """``asked`` brings the name of a Deed. Named ``history.<deed>`` each."""

    asked = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._icons = {deed: self._icon_button(deed) for deed in _ICONS}
        for button in self._icons.values():
            layout.addWidget(button)
        layout.addSpacing(4)
        for deed in (Deed.REOPEN, Deed.DELETE):
            worded = QPushButton(deed.words, self)
            worded.setObjectName(f"history.{deed.value}")
            worded.setToolTip(f"{deed.meaning} ({deed.keys})")
            worded.clicked.connect(self._ask)
            layout.addWidget(worded)

    def show_star(self, *, starred: bool) -> None:
        """Fills the star or empties it, and says what the button will do."""
        button = self._icons[Deed.STAR]
        button.set_icon("starred" if starred else "star", Tone.WARNING if starred else Tone.PLAIN)
        label = "Take the star from this send" if starred else "Star this send"
        button.setAccessibleName(label)
        button.setToolTip(f"{label}. {Deed.STAR.meaning} ({Deed.STAR.keys})")

    def _icon_button(self, deed: Deed) -> IconButton:
        button = IconButton(_ICONS[deed], deed.words, parent=self)
        button.setObjectName(f"history.{deed.value}")
        button.setToolTip(f"{deed.words}: {deed.meaning} ({deed.keys})")
        button.clicked.connect(self._ask)
        return button

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.asked.emit(button.objectName().removeprefix("history."))
