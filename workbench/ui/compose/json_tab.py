"""The JSON tab: the selected event as text, editable, with what was typed before hashing.

It shows the same draft as the form. A body with several events is offered as such instead of being cut down to one.
"""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json
from workbench.events.payload import document
from workbench.events.reading import Reading, read_text
from workbench.ground.errors import InputError
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconButton, ToneLabel, code_font

# A text editor with more than this is no longer a place to type in; such a paste is read without being shown.
_SHOWN_AT_MOST = 2_000_000


class _JsonEdit(QPlainTextEdit):
    """Hands very large pastes over instead of laying them out."""

    large_paste = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > _SHOWN_AT_MOST:
            self.large_paste.emit(text)
        else:
            super().insertFromMimeData(source)


class JsonTab(QWidget):
    """Named ``json``. Emits a draft for each readable state of the text; an unreadable one changes nothing.

    ``unread`` says that the text in sight is not the selected event: it cannot be read, or waits to be taken.
    """

    draft_edited = Signal(object)
    events_found = Signal(object, bool)
    unread_changed = Signal()

    def __init__(self, *, contract: Contract, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contract = contract
        self._reading: Reading | None = None
        self._draft = Draft()
        self.unread = False
        self.edit = _JsonEdit(self)
        self.edit.setObjectName("json")
        self.edit.setAccessibleName("The selected event as JSON, as typed")
        self.edit.setFont(code_font(self.font()))
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText("Paste an event, a list of events or a whole request body here.")
        self._say = ToneLabel(tone=Tone.MUTED, parent=self)
        self._say.setObjectName("json.note")
        self._say.setWordWrap(True)
        self._say.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._replace = QPushButton("Replace the request", self)
        self._replace.setObjectName("json.replace")
        self._add = QPushButton("Add to the request", self)
        self._add.setObjectName("json.add")
        self._format = IconButton("edit", "Format (Ctrl+Shift+F)", text=" Format", parent=self)
        self._format.setObjectName("json.format")
        self._offer(reading=None)
        self._lay_out()
        self.edit.textChanged.connect(self._read)
        self.edit.large_paste.connect(self._read_large)
        self._replace.clicked.connect(self._replace_all)
        self._add.clicked.connect(self._add_all)
        self._format.clicked.connect(self.format)

    def show_draft(self, draft: Draft) -> None:
        """Shows another draft, unless it is the one that the text says already."""
        if draft == self._draft and self.edit.toPlainText():
            return
        self._draft = draft
        self._show(draft)

    def format(self) -> None:
        """Lays the text out anew from the draft."""
        self._show(self._draft)

    def paste(self, text: str) -> None:
        """Reads a text as if it had been pasted over everything."""
        if len(text) > _SHOWN_AT_MOST:
            self._read_large(text)
        else:
            self.edit.setPlainText(text)

    def _show(self, draft: Draft) -> None:
        text = encode_json(document(draft, contract=self._contract), pretty=True).decode()
        self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(False)
        self._offer(reading=None)
        self._set_unread(unread=False)
        self._say.set_tone(Tone.MUTED)
        self._say.setText("As typed: values of hashed fields are hashed on the way out, not here.")

    def _read(self) -> None:
        self._take(self.edit.toPlainText())

    def _read_large(self, text: str) -> None:
        self._take(text, large=True)

    def _take(self, text: str, *, large: bool = False) -> None:
        try:
            reading = read_text(text, contract=self._contract)
        except InputError as error:
            self._offer(reading=None)
            self._say.set_tone(Tone.ERROR)
            self._say.setText(f"{error} The form keeps the last readable state.")
            self._set_unread(unread=True)
            return
        if len(reading.events) == 1 and not large:
            self._offer(reading=None)
            self._draft = reading.events[0].draft
            self._say.set_tone(Tone.MUTED)
            self._say.setText(_notes(reading) or "Read. The form shows the same event.")
            self.draft_edited.emit(self._draft)
            self._set_unread(unread=False)
        else:
            self._set_unread(unread=True)
            self._offer(reading=reading)
            count = len(reading.events)
            self._say.set_tone(Tone.ADVICE)
            self._say.setText(f"{count:,} event{'' if count == 1 else 's'} found. {_notes(reading)}".strip())

    def _set_unread(self, *, unread: bool) -> None:
        if unread != self.unread:
            self.unread = unread
            self.unread_changed.emit()

    def _offer(self, *, reading: Reading | None) -> None:
        self._reading = reading
        self._replace.setVisible(reading is not None)
        self._add.setVisible(reading is not None)

    def _replace_all(self) -> None:
        if self._reading is not None:
            self.events_found.emit(self._reading, True)

    def _add_all(self) -> None:
        if self._reading is not None:
            self.events_found.emit(self._reading, False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._say, 1)
        buttons.addWidget(self._replace)
        buttons.addWidget(self._add)
        buttons.addWidget(self._format)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(buttons)
        layout.addWidget(self.edit, 1)


def _notes(reading: Reading) -> str:
    """What was put right, left out or not understood on the way in, in one sentence."""
    findings = [*reading.findings, *(each for event in reading.events for each in event.findings)]
    if not findings:
        return ""
    first = "; ".join(f"{each.path or 'body'}: {each.kind.value.replace('-', ' ')}" for each in findings[:3])
    more = f" and {len(findings) - 3:,} more" if len(findings) > 3 else ""
    return f"Noticed on the way in: {first}{more}. Unknown keys are kept."
