"""The note of the selected send, written where it stands and kept when the keys leave it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.history.marking import LONGEST_NOTE
from workbench.ui.history.deeds import Deed


class NoteLine(QLineEdit):
    """Named ``history.note``. ``written`` brings the id of the row and the new note, when it is another one."""

    written = Signal(object, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history.note")
        self.setAccessibleName("Note of this send")
        self.setPlaceholderText(f"Note ({Deed.NOTE.keys})")
        self.setToolTip("A note of your own; the search finds it")
        self.setMaxLength(LONGEST_NOTE)
        self._row_id: int | None = None
        self._kept = ""
        self.editingFinished.connect(self._tell)

    def show_note(self, row_id: int, note: str) -> None:
        """Shows the note of a row; what is being typed for the same row stays."""
        typing = self.hasFocus() and self.text() != self._kept
        if row_id == self._row_id and typing:
            self._kept = note
            return
        if row_id != self._row_id:
            # What was typed for the row before, and not yet left, is kept before its place is taken.
            self._tell()
        self._row_id, self._kept = row_id, note
        if self.text() != note:
            self.setText(note)
            self.setCursorPosition(0)

    def clear(self) -> None:
        """No row."""
        self._row_id, self._kept = None, ""
        super().clear()

    def _tell(self) -> None:
        note = self.text().strip()
        if self._row_id is not None and note != self._kept:
            self._kept = note
            self.written.emit(self._row_id, note)
