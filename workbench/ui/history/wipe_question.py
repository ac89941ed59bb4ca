"""The question before everything is forgotten; *keep* is the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, heading_font

_ABOUT = (
    "Every send is deleted on this computer for good, with its body, answer, star and note, whatever the filter shows; "
    "so are the copies that were kept when the history was updated or found damaged. Only what is being sent at this "
    "moment stays. What Pinterest has recorded stays there."
)


class WipeQuestion(QDialog):
    """``confirmed`` is emitted when the answer is yes."""

    confirmed = Signal()

    def __init__(self, *, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history.wipe")
        self.setWindowTitle("Wipe the whole history?")
        sends = f"{total:,} send{'' if total == 1 else 's'}"
        heading = ToneLabel(f"Wipe the whole history of {sends}?", tone=Tone.ERROR, parent=self)
        heading.setFont(heading_font(self.font()))
        about = QLabel(_ABOUT, self)
        about.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        wipe = buttons.addButton("Wipe all", QDialogButtonBox.ButtonRole.AcceptRole)
        wipe.setObjectName("history.wipe.wipe")
        keep = buttons.addButton("Keep all", QDialogButtonBox.ButtonRole.RejectRole)
        keep.setObjectName("history.wipe.keep")
        wipe.setAutoDefault(False)
        keep.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (heading, about, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(460)
        keep.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self.confirmed)
        self.finished.connect(self.deleteLater)
