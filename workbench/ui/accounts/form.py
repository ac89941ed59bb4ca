"""Name, id and safety level of one account."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.accounts.account import Account, check_account_name, check_ad_account_id
from workbench.ground.errors import InputError
from workbench.ui.accounts.safety_choice import SafetyChoice
from workbench.ui.accounts.token_state import in_words
from workbench.ui.accounts.words import WHERE_THE_ID_IS
from workbench.ui.compose.text_editors import Line
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, small_font

NEW = Account(name="", ad_account_id="")
"""What the form for a new account begins with: the safest level."""

_UNSAVED = "Not saved yet."
_OTHER_ID = "Not saved yet. With another ID the token of the old one is removed."


class AccountForm(QWidget):
    """``save_asked`` brings the Account as typed; name and id of it can be used.

    The form waits from then on, until it shows an account or an error.
    """

    save_asked = Signal(object)
    cancel_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = NEW
        self._waiting = False
        self.name = Line(name="accounts.name", label="Name", hint="Shop EU", parent=self)
        self.id = Line(name="accounts.id", label="Ad account ID", hint="549761668328", parent=self)
        self._name_note = self._note("accounts.name.note")
        self._id_note = self._note("accounts.id.note")
        self._where = ToneLabel(WHERE_THE_ID_IS, tone=Tone.MUTED, parent=self)
        self._where.setFont(small_font(self.font()))
        self._where.setWordWrap(True)
        self._safety = SafetyChoice(parent=self)
        self._save = self._button("save", "&Save")
        self._cancel = self._button("cancel", "Cance&l")
        self._standing = self._note("accounts.standing")
        self._lay_out()
        self._connect()

    @property
    def entry(self) -> Account:
        """What the form holds, as typed."""
        return Account(name=self.name.text(), ad_account_id=self.id.text(), safety=self._safety.safety)

    @property
    def waiting(self) -> bool:
        """Whether it is not known yet if what was typed could be saved."""
        return self._waiting

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.entry != self._saved

    def show_account(self, saved: Account, entry: Account | None = None) -> None:
        """Shows an account, or NEW; ``entry`` is what had been typed and not saved."""
        self._saved = saved
        shown = entry or saved
        for line, text in ((self.name, shown.name), (self.id, shown.ad_account_id)):
            line.blockSignals(True)
            line.setText(text)
            line.setCursorPosition(0)
            line.blockSignals(False)
        self._safety.show_safety(shown.safety)
        for note in (self._name_note, self._id_note):
            _say(note, "")
        self._where.show()
        self._waiting = False
        self._save.setText("&Save" if saved != NEW else "&Save the new account")
        self._cancel.setVisible(saved == NEW)
        self._follow()

    def show_error(self, error: BaseException) -> None:
        """Says why it could not be saved; everything typed stays."""
        self._waiting = False
        self._follow()
        self._standing.set_tone(Tone.ERROR)
        _say(self._standing, in_words(error))

    def _button(self, word: str, title: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setObjectName(f"accounts.{word}")
        button.setAutoDefault(False)
        return button

    def _note(self, name: str) -> ToneLabel:
        label = ToneLabel(tone=Tone.ERROR, parent=self)
        label.setObjectName(name)
        label.setFont(small_font(self.font()))
        label.setWordWrap(True)
        label.hide()
        return label

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(8)
        for caption, line, below in (
            ("&Name", self.name, (self._name_note,)),
            ("Ad account &ID", self.id, (self._id_note, self._where)),
        ):
            label = QLabel(caption, self)
            label.setBuddy(line)
            fields.addRow(label, _stacked(line, *below))
        safety = QLabel("Safety level", self)
        safety.setAlignment(Qt.AlignmentFlag.AlignTop)
        fields.addRow(safety, self._safety)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._save, self._cancel):
            buttons.addWidget(button)
        buttons.addWidget(self._standing, 1)
        buttons.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(fields)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for line in (self.name, self.id):
            line.textChanged.connect(self._follow)
            line.returnPressed.connect(self._ask_save)
        self._safety.chosen.connect(self._follow)
        self._save.clicked.connect(self._ask_save)
        self._cancel.clicked.connect(self.cancel_asked)

    def _follow(self) -> None:
        dirty = self.dirty
        self._save.setEnabled(dirty and not self._waiting)
        for line in (self.name, self.id):
            line.setReadOnly(self._waiting)
        self._safety.setEnabled(not self._waiting)
        other_id = self._saved != NEW and self.id.text().strip() != self._saved.ad_account_id
        self._standing.set_tone(Tone.MUTED)
        _say(self._standing, (_OTHER_ID if other_id else _UNSAVED) if dirty else "")

    def _ask_save(self) -> None:
        if not self._save.isEnabled():
            return
        entry = self.entry
        refused = False
        for line, note, check in (
            (self.id, self._id_note, _refusal(check_ad_account_id, entry.ad_account_id)),
            (self.name, self._name_note, _refusal(check_account_name, entry.name)),
        ):
            _say(note, check)
            line.setAccessibleDescription(check)
            if check:
                refused = True
                line.setFocus()
        # The refusal of an id says itself where the id is.
        self._where.setVisible(self._id_note.isHidden())
        if not refused:
            self._waiting = True
            self._follow()
            self.save_asked.emit(entry)


def _stacked(*widgets: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def _say(label: ToneLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _refusal(check: Callable[[str], str], text: str) -> str:
    """Why a text cannot be used, "" when it can."""
    try:
        check(text)
    except InputError as error:
        return in_words(error)
    return ""
