"""A line that says what is under way or how it ended, with the ways out that help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.accounts.token_state import Notice
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconLabel, ToneLabel


class StatusLine(QWidget):
    """Hidden while there is nothing to say. Its parts are named after it: ``NAME.status``, ``.retry`` and so on."""

    retry_asked = Signal()
    keep_asked = Signal()
    stop_asked = Signal()
    close_asked = Signal()

    def __init__(self, *, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.line")
        self._name = name
        self._about = about
        self._icon = IconLabel(size=16, parent=self)
        self._icon.setObjectName(f"{name}.icon")
        self._text = ToneLabel(parent=self)
        self._text.setObjectName(f"{name}.status")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._stop = self._button("stop", "Stop &waiting")
        self._retry = self._button("retry", "Retr&y")
        self._keep = self._button("keep", "Keep for this session only")
        self._close = self._button("close", "Dismiss")
        self._lay_out()
        self._stop.clicked.connect(self.stop_asked)
        self._retry.clicked.connect(self.retry_asked)
        self._keep.clicked.connect(self.keep_asked)
        self._close.clicked.connect(self.close_asked)
        self.show_notice(None)

    @property
    def text(self) -> str:
        """What the line says."""
        return self._text.text()

    @property
    def has_keys(self) -> bool:
        """Whether one of the buttons has the keyboard focus."""
        return any(button.hasFocus() for button in (self._stop, self._retry, self._keep, self._close))

    def show_doing(self, text: str) -> None:
        """Says what is waited for, and offers to stop."""
        self._say("wait", Tone.MUTED, text)
        self._offer(self._stop)

    def show_notice(self, notice: Notice | None, *, closable: bool = False) -> None:
        """Says how it ended; None says nothing."""
        if notice is None:
            self._say("", Tone.MUTED, "")
            self._offer()
            return
        self._say(notice.icon, notice.tone, notice.text)
        ways = ((notice.retry, self._retry), (notice.keep, self._keep), (closable, self._close))
        self._offer(*(button for useful, button in ways if useful))

    def _button(self, word: str, title: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setObjectName(f"{self._name}.{word}")
        button.setAccessibleName(f"{title.replace('&', '')} ({self._about})")
        return button

    def _say(self, icon: str, tone: Tone, text: str) -> None:
        self._icon.show_icon(icon, tone)
        self._text.setText(text)
        self._text.set_tone(tone)
        self.setVisible(bool(text))

    def _offer(self, *buttons: QPushButton) -> None:
        for button in (self._stop, self._retry, self._keep, self._close):
            button.setVisible(button in buttons)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in (self._stop, self._retry, self._keep, self._close):
            ways.addWidget(button)
        ways.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._text)
        said.addLayout(ways)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(said, 1)
