"""What the page says where the table has nothing to show, and when the history cannot be read."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ground.errors import Explained
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconLabel, ToneLabel, heading_font

_READABLE_WIDTH = 520


class EmptyNotice(QWidget):
    """A heading, a few lines and a button in the middle of the page."""

    asked = Signal()

    def __init__(self, *, heading: str, text: str, button: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ToneLabel(heading, parent=self)
        self._title.setFont(heading_font(self.font()))
        about = ToneLabel(text, tone=Tone.MUTED, parent=self)
        about.setWordWrap(True)
        about.setMaximumWidth(_READABLE_WIDTH)
        about.setMinimumWidth(min(_READABLE_WIDTH, 320))
        self.button = QPushButton(button, self)
        self.button.setObjectName(name)
        self.button.setAccessibleDescription(text)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(about)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column, 2)
        layout.addStretch(1)
        self.button.clicked.connect(self.asked)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._title.setFont(heading_font(self.font()))


class ToldLine(ToneLabel):
    """What was done, in a line that is there only when it says something. Named ``history.told``."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("history.told")
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> None:
        """Says something else; "" hides the line."""
        self.setText(text)
        self.setVisible(bool(text))


class Trouble(StrEnum):
    """What there is trouble with."""

    LISTING = "listing"
    SEND = "send"


class TroubleLine(QWidget):
    """Why the history could not be read or changed, and a button to try again. Hidden while all is well."""

    retry_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = Trouble.LISTING
        self._text = ToneLabel(tone=Tone.ERROR, parent=self)
        self._text.setObjectName("history.trouble")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        retry = QPushButton("Read again", self)
        retry.setObjectName("history.retry")
        retry.clicked.connect(self.retry_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("error", tone=Tone.ERROR, parent=self))
        layout.addWidget(self._text, 1)
        layout.addWidget(retry)
        self.hide()

    def show_error(self, explained: Explained, *, about: Trouble) -> None:
        """Says what is wrong and what to do."""
        self._about = about
        self._text.setText(f"{explained.message} {explained.fix}".strip())
        self.show()

    def settle(self, about: Trouble) -> None:
        """There is none with that any more; other trouble stays in sight."""
        if about is self._about:
            self.hide()
