"""Which keyring keeps the tokens, or why none can."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.accounts.vault import BackendState
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconLabel, ToneLabel, small_font


class KeyringLine(QWidget):
    """A line of text, and a button to look again while there is none."""

    retry_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("wait", tone=Tone.MUTED, size=14, parent=self)
        self._text = ToneLabel("Keyring: being looked for …", tone=Tone.MUTED, parent=self)
        self._text.setObjectName("accounts.keyring")
        self._text.setFont(small_font(self.font()))
        self._text.setWordWrap(True)
        self._retry = QPushButton("&Look again", self)
        self._retry.setObjectName("accounts.keyring.retry")
        self._retry.setAccessibleName("Look again for a keyring")
        self._retry.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._retry)
        self._retry.clicked.connect(self.retry_asked)

    def show_keyring(self, keyring: BackendState) -> None:
        """Says what the keyring is called, or what keeps it from being used."""
        if keyring.usable:
            self._icon.show_icon("check", Tone.MUTED)
            self._text.setText(f"Tokens are stored in {keyring.name}, never in a file.")
        else:
            self._icon.show_icon("warning", Tone.WARNING)
            self._text.setText(f"No keyring can be used. {keyring.reason} A token can be kept for this session only.")
        self._text.set_tone(Tone.MUTED if keyring.usable else Tone.WARNING)
        self._retry.setVisible(not keyring.usable)
