"""The right side of the page: one account in full, its form and its token."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.accounts.account import Account
from workbench.ui.accounts.first_help import FirstHelp
from workbench.ui.accounts.form import NEW, AccountForm
from workbench.ui.accounts.keyring_line import KeyringLine
from workbench.ui.accounts.token_pane import TokenPane
from workbench.ui.accounts.tokens import Tokens
from workbench.ui.accounts.words import PRACTICE_MEANING
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, ToneLabel, heading_font, rule

_READABLE_WIDTH = 760


class AccountDetail(QScrollArea):
    """Shows the account it is given, or the form for a new one. Scrolls when it does not fit."""

    use_asked = Signal()
    remove_asked = Signal()

    def __init__(self, *, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tokens = tokens
        inside = QWidget(self)
        self._title = ElidedLabel(parent=inside)
        self._title.setObjectName("accounts.title")
        self._title.setFont(heading_font(self.font()))
        self._use = QPushButton("&Use this account", inside)
        self._use.setObjectName("accounts.use")
        self._use.setToolTip("Choose it in the top bar and go back to Compose")
        self._remove = QPushButton("&Remove …", inside)
        self._remove.setObjectName("accounts.remove")
        self._remove.setAccessibleName("Remove the account")
        self._practice = ToneLabel(PRACTICE_MEANING, tone=Tone.MUTED, parent=inside)
        self._practice.setWordWrap(True)
        self.first_help = FirstHelp(parent=inside)
        self.form = AccountForm(parent=inside)
        self.token = TokenPane(tokens=tokens, parent=inside)
        self.keyring = KeyringLine(parent=inside)
        self._rule = rule(inside)
        self._lay_out(inside)
        self._use.clicked.connect(self.use_asked)
        self._remove.clicked.connect(self.remove_asked)
        self.keyring.retry_asked.connect(self._look_again)
        tokens.places.keyring_changed.connect(self._show_keyring)
        self.token.told.connect(self._reveal_status)

    def show_account(self, account: Account, *, entry: Account | None, first: bool) -> None:
        """``entry`` is what had been typed and not saved; ``first`` whether there is no account but this one."""
        new, practice = account == NEW, account.practice
        self._title.say("New ad account" if new else account.name)
        self._use.setVisible(not new)
        self._remove.setVisible(not new and not practice)
        self._practice.setVisible(practice)
        self.first_help.setVisible(practice and first)
        self.form.setVisible(not practice)
        self.token.setVisible(not new and not practice)
        self._rule.setVisible(not new and not practice)
        if not practice:
            self.form.show_account(account, entry)
            self.token.show_account(account)

    def _lay_out(self, inside: QWidget) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title, 1)
        heading.addWidget(self._use)
        heading.addWidget(self._remove)
        self._column = column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(heading)
        for part in (self._practice, self.first_help, self.form, self._rule, self.token, self.keyring):
            column.addWidget(part)
        column.addStretch(1)
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(16, 8, 8, 8)
        within = QWidget(inside)
        within.setLayout(column)
        within.setMaximumWidth(_READABLE_WIDTH)
        column.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(within, 1)
        layout.addStretch(0)
        self.setWidget(inside)

    def _reveal_status(self) -> None:
        """Scrolls to what came of a button of the token, when the text size puts it out of sight."""
        self._column.activate()
        self.ensureWidgetVisible(self.token.status)

    def _look_again(self) -> None:
        self._tokens.places.read_unknown(again=True)

    def _show_keyring(self) -> None:
        if self._tokens.places.keyring is not None:
            self.keyring.show_keyring(self._tokens.places.keyring)
