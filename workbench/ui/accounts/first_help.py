"""What one needs to know before the first ad account is added."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.ui.accounts.words import WHERE_THE_ID_IS, WHERE_TOKENS_ARE_MADE
from workbench.ui.look.widgets import ToneLabel, heading_font

_STEPS = (
    "1.  Add the ad account under a name you will recognise. It begins as Test only: it cannot send live.",
    f"2.  Enter its ad account ID. {WHERE_THE_ID_IS}",
    f"3.  Enter a conversion token. {WHERE_TOKENS_ARE_MADE} It goes into this system's keyring, never into a file.",
)


class FirstHelp(QWidget):
    """Three steps and the button for the first."""

    add_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = ToneLabel("To send to Pinterest, add an ad account", parent=self)
        title.setFont(heading_font(self.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(title)
        for step in _STEPS:
            label = ToneLabel(step, parent=self)
            label.setWordWrap(True)
            layout.addWidget(label)
        button = QPushButton("Add the first ad account", self)
        button.setObjectName("accounts.first")
        layout.addSpacing(8)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(self.add_asked)
