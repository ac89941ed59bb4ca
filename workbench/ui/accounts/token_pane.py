"""The token of one account: enter it, store it, check it, remove it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.accounts.account import Account
from workbench.accounts.vault import TokenPlace
from workbench.ground.errors import InputError
from workbench.ui.accounts.status_line import StatusLine
from workbench.ui.accounts.token_line import TokenLine
from workbench.ui.accounts.token_state import TokenState, in_words, trouble
from workbench.ui.accounts.tokens import WAITING, Tokens
from workbench.ui.accounts.words import WHERE_TOKENS_ARE_MADE, place_words
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, heading_font, small_font

_CHECK_MEANING = "Check token sends one test event with test=true, which Pinterest does not record."
_NOT_STORED = "Store the token first, or keep it for this session: the check uses that one."


class TokenPane(QWidget):
    """Named ``accounts.token``, with ``.save``, ``.session``, ``.remove`` and ``.check`` for its buttons.

    ``told`` follows a change of the status line that the user asked for.
    """

    told = Signal()

    def __init__(self, *, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._account: Account | None = None
        self._state = TokenState()
        self.line = TokenLine(parent=self)
        self._place = ToneLabel(tone=Tone.MUTED, parent=self)
        self._place.setObjectName("accounts.token.place")
        self._save = self._button("save", "Save to &keyring")
        self._session = self._button("session", "Keep for this s&ession only")
        self._check = self._button("check", "&Check token")
        self._remove = self._button("remove", "Re&move token")
        self._check.setToolTip(_CHECK_MEANING)
        self.status = StatusLine(name="accounts.token", about="token", parent=self)
        self._lay_out()
        self._connect()

    def show_account(self, account: Account) -> None:
        """Shows how the token of an account stands. What was entered for another one is dropped, never saved here."""
        if self._account is None or self._account.ad_account_id != account.ad_account_id:
            self.line.wipe()
        self._account = account
        self._show_state(self._tokens.states.of(account.ad_account_id))

    def _button(self, word: str, title: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setObjectName(f"accounts.token.{word}")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        title = ToneLabel("Conversion token", parent=self)
        title.setFont(heading_font(self.font()))
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(title)
        heading.addWidget(self._place, 1, Qt.AlignmentFlag.AlignBottom)
        caption = QLabel("&Token", self)
        caption.setBuddy(self.line)
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(caption)
        entry.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addWidget(self._small(WHERE_TOKENS_ARE_MADE))
        layout.addLayout(entry)
        layout.addLayout(_row(self._save, self._session))
        layout.addLayout(_row(self._check, self._remove, beside=self._small(_CHECK_MEANING)))
        layout.addWidget(self.status)

    def _small(self, text: str) -> ToneLabel:
        label = ToneLabel(text, tone=Tone.MUTED, parent=self)
        label.setFont(small_font(self.font()))
        label.setWordWrap(True)
        return label

    def _connect(self) -> None:
        self.line.textChanged.connect(self._refresh)
        self.line.returnPressed.connect(self._store)
        self._save.clicked.connect(self._store)
        self._session.clicked.connect(self._keep)
        self._remove.clicked.connect(self._forget)
        self._check.clicked.connect(self._ask_check)
        self.status.stop_asked.connect(self._stop)
        self.status.retry_asked.connect(self._retry)
        self.status.keep_asked.connect(self._keep_held)
        self._tokens.states.changed.connect(self._state_changed)

    # -- what the buttons do

    def _store(self) -> None:
        if self._save.isEnabled():
            self._enter(self._tokens.store)

    def _keep(self) -> None:
        self._enter(self._tokens.keep)

    def _enter(self, take: Callable[[str, str], None]) -> None:
        if self._account is None:
            return
        text = self.line.text()
        try:
            take(self._account.ad_account_id, text)
        except InputError as error:
            self.status.show_notice(trouble(in_words(error)))
            self.line.setFocus()
            self.line.selectAll()
        else:
            self.line.wipe()

    def _forget(self) -> None:
        if self._account is not None:
            self._tokens.forget(self._account.ad_account_id)

    def _ask_check(self) -> None:
        if self._account is not None:
            self._tokens.check(self._account)

    def _stop(self) -> None:
        if self._account is not None:
            self._tokens.stop(self._account.ad_account_id)

    def _retry(self) -> None:
        if self._account is not None:
            self._tokens.retry(self._account.ad_account_id)

    def _keep_held(self) -> None:
        if self._account is not None:
            self._tokens.keep_held(self._account.ad_account_id)

    # -- what is shown

    def _state_changed(self, ad_account_id: str) -> None:
        if self._account is not None and ad_account_id == self._account.ad_account_id:
            was_read = self._state.reading
            self._show_state(self._tokens.states.of(ad_account_id))
            if not was_read and not self._state.reading:
                self.told.emit()

    def _refresh(self) -> None:
        if self._account is not None:
            self._enable(self._state)

    def _show_state(self, state: TokenState) -> None:
        self._state = state
        self._place.setText(place_words(state))
        waited_for = self.status.has_keys
        if state.doing or state.reading:
            self.status.show_doing(state.doing or WAITING)
        else:
            self.status.show_notice(state.notice)
        self.line.setAccessibleDescription(self.status.text or place_words(state))
        self._enable(state)
        if waited_for and not state.doing:
            # The button that had the keys may be gone; Qt would hand them to some widget far away.
            self.line.setFocus()

    def _enable(self, state: TokenState) -> None:
        idle, entered = not state.doing, bool(self.line.text())
        self.line.setEnabled(idle)
        self._save.setEnabled(idle and entered)
        self._session.setEnabled(idle and entered)
        self._remove.setEnabled(idle and state.place is not TokenPlace.NONE)
        self._check.setEnabled(idle and not entered and state.place is not TokenPlace.NONE)
        self._check.setAccessibleDescription(_NOT_STORED if entered else _CHECK_MEANING)


def _row(*buttons: QPushButton, beside: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    if beside is None:
        row.addStretch(1)
    else:
        row.addWidget(beside, 1)
    return row
