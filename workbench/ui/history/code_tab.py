"""A long text to read and to copy, put into its view only when that comes in sight."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton, code_font, small_font

# Laying out a megabyte of lines takes a quarter of a second; nobody reads that far here.
SHOWN = 200_000


class CodeTab(QWidget):
    """A note, a button that copies everything, and the text in a fixed-width face."""

    def __init__(self, *, name: str, label: str, note: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._shown = ""
        self._note_text = note
        self._note = ElidedLabel(note, tone=Tone.MUTED, parent=self)
        self._copy = IconButton("copy", f"Copy: {label}", parent=self)
        self._copy.setObjectName(f"{name}.copy")
        self._copy.clicked.connect(self._put_on_clipboard)
        self.view = QPlainTextEdit(self)
        self.view.setObjectName(name)
        self.view.setAccessibleName(label)
        self.view.setPlaceholderText(nothing)
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        heading = QHBoxLayout()
        heading.setContentsMargins(0, 0, 0, 0)
        heading.addWidget(self._note, 1)
        heading.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(heading)
        layout.addWidget(self.view, 1)
        self._copy.setEnabled(False)
        self._set_fonts()

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self._text = text
        self._copy.setEnabled(bool(text))
        cut = f" Only the first {SHOWN:,} of {len(text):,} characters are shown; copying takes all."
        self._note.say(self._note_text + (cut if len(text) > SHOWN else ""))
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_fonts()

    def _set_fonts(self) -> None:
        self._note.setFont(small_font(self.font()))
        self.view.setFont(code_font(self.font()))

    def _fill(self) -> None:
        if self._text[:SHOWN] != self._shown:
            self._shown = self._text[:SHOWN]
            self.view.setPlainText(self._shown)

    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
