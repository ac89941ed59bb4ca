"""The accounts page: the list of ad accounts, and the selected one with its safety level and its token."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from workbench.accounts.account import PRACTICE, Account
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import Vault
from workbench.sending.probe import ProbeResult
from workbench.ui.accounts.accounts_list import AccountsList
from workbench.ui.accounts.departed import DepartedTokens
from workbench.ui.accounts.detail import AccountDetail
from workbench.ui.accounts.form import NEW
from workbench.ui.accounts.remove_question import RemoveQuestion
from workbench.ui.accounts.roster import Listing, Roster
from workbench.ui.accounts.status_line import StatusLine
from workbench.ui.accounts.token_state import Notice, in_words, trouble
from workbench.ui.accounts.tokens import Tokens
from workbench.ui.background import Background
from workbench.ui.look.tones import Tone


class AccountsPage(QWidget):
    """``accounts_changed`` brings the name of the account that is meant now; ``use_asked`` of the one to send with.

    ``probe`` sends one minimal test event and may block. The list is read when the page is shown.
    """

    accounts_changed = Signal(str)
    use_asked = Signal(str)

    def __init__(
        self,
        *,
        book: AccountBook,
        vault: Vault,
        background: Background,
        probe: Callable[[Account], ProbeResult],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = PRACTICE
        self._unsaved: dict[str, Account] = {}
        self._arrived_once = False
        self._roster = Roster(book=book, background=background, parent=self)
        self._tokens = Tokens(vault=vault, probe=probe, background=background, parent=self)
        self._trouble = StatusLine(name="accounts.trouble", about="list of accounts", parent=self)
        self._departed = DepartedTokens(tokens=self._tokens, parent=self)
        self._list = AccountsList(states=self._tokens.states, parent=self)
        self._add = QPushButton("Add acc&ount", self)
        self._add.setObjectName("accounts.add")
        self._detail = AccountDetail(tokens=self._tokens, parent=self)
        self._lay_out()
        self._connect()
        self._show_listing(self._shown)

    def show_account(self, ad_account_id: str) -> None:
        """Shows the account of an id; what was typed for another one is kept until one comes back to it."""
        found = next((each for each in self._roster.accounts if each.ad_account_id == ad_account_id), None)
        if found is not None:
            self._show(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._roster.read()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._list, 1)
        column.addWidget(self._add)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("accounts.splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._detail)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([272, 700])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._trouble)
        layout.addWidget(self._departed)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        self._roster.arrived.connect(self._read)
        self._roster.changed.connect(self._changed)
        self._roster.unread.connect(self._unread)
        self._roster.unchanged.connect(self._unchanged)
        self._tokens.altered.connect(self._token_altered)
        self._trouble.retry_asked.connect(self._roster.read)
        self._trouble.close_asked.connect(self._dismiss)
        self._list.chosen.connect(self._show)
        self._add.clicked.connect(self._show_new)
        self._detail.first_help.add_asked.connect(self._show_new)
        self._detail.form.save_asked.connect(self._save)
        self._detail.form.cancel_asked.connect(self._cancel)
        self._detail.use_asked.connect(self._use)
        self._detail.remove_asked.connect(self._ask_remove)

    # -- which account is shown

    def _show(self, account: Account) -> None:
        self._keep_unsaved()
        self._shown = account
        entry = self._unsaved.pop(account.ad_account_id, None)
        self._detail.show_account(account, entry=entry, first=self._only_practice)
        self._list.select(account.ad_account_id)

    @property
    def _only_practice(self) -> bool:
        return self._arrived_once and len(self._roster.accounts) == 1

    def _keep_unsaved(self) -> None:
        if not self._shown.practice and self._detail.form.dirty:
            self._unsaved[self._shown.ad_account_id] = self._detail.form.entry

    def _show_new(self) -> None:
        self._show(NEW)
        self._detail.form.name.setFocus()

    def _cancel(self) -> None:
        self._detail.form.show_account(NEW)
        self._show(self._roster.accounts[-1])
        self._list.setFocus()

    def _show_listing(self, target: Account) -> None:
        """The list as it is now, and ``target`` on the right; what is typed there stays."""
        accounts = self._roster.accounts
        self._list.show_accounts(accounts, target.ad_account_id)
        self._departed.return_of(accounts)
        self._show(target)

    # -- what came of reading and changing the list

    def _read(self, listing: Listing) -> None:
        self._tell(listing.complaint)
        accounts = listing.accounts
        self._tokens.places.read(each.ad_account_id for each in accounts if not each.practice)
        if not self._arrived_once:
            self._arrived_once = True
            self._show_listing(accounts[min(1, len(accounts) - 1)])
            return
        same = (each for each in accounts if each.ad_account_id == self._shown.ad_account_id)
        if not self._detail.form.waiting:
            self._show_listing(self._shown if self._shown == NEW else next(same, PRACTICE))

    def _changed(self, listing: Listing) -> None:
        self._tell(listing.complaint)
        before, after = listing.before, listing.after
        changed_id = before.ad_account_id if before else NEW.ad_account_id
        in_sight = self._shown.ad_account_id == changed_id
        self._tokens.places.read(each.ad_account_id for each in listing.accounts if not each.practice)
        if before is not None and (after is None or after.ad_account_id != before.ad_account_id):
            self._departed.follow(before)
        target = (after or self._neighbour) if in_sight else self._shown
        if in_sight:
            # What was typed is saved now, so it must not be kept as if it were not.
            self._detail.form.show_account(self._shown)
        self._unsaved.pop(changed_id, None)
        self._show_listing(target)
        if in_sight and before is None:
            self._detail.token.line.setFocus()
        meant = (after or PRACTICE) if target == NEW else target
        self.accounts_changed.emit(meant.name)

    @property
    def _neighbour(self) -> Account:
        """The account that stands where the selected one stood, or before it."""
        return self._roster.accounts[min(max(self._list.currentRow(), 0), len(self._roster.accounts) - 1)]

    def _unread(self, error: BaseException) -> None:
        self._trouble.show_notice(trouble(in_words(error), retry=True))

    def _unchanged(self, error: BaseException) -> None:
        if self._detail.form.waiting:
            self._detail.form.show_error(error)
        else:
            self._trouble.show_notice(trouble(in_words(error)), closable=True)

    def _tell(self, complaint: str) -> None:
        notice = Notice("warning", Tone.WARNING, complaint) if complaint else None
        self._trouble.show_notice(notice, closable=True)

    def _dismiss(self) -> None:
        self._trouble.show_notice(None)

    # -- what the user asks for

    def _save(self, entry: Account) -> None:
        if self._shown == NEW:
            self._roster.add(entry)
        else:
            self._roster.change(self._shown, entry)

    def _use(self) -> None:
        self.use_asked.emit(self._shown.name)

    def _ask_remove(self) -> None:
        question = RemoveQuestion(account=self._shown, parent=self)
        question.confirmed.connect(self._roster.remove)
        question.open()

    def _token_altered(self, ad_account_id: str) -> None:
        # A keyring that answers late must not change the account that someone is composing with by now.
        if self.isVisible() and ad_account_id == self._shown.ad_account_id:
            self.accounts_changed.emit(self._shown.name)
