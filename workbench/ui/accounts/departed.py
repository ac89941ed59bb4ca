"""Tokens of accounts that are off the list: followed until they are out of the keyring too."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from workbench.accounts.account import Account
from workbench.accounts.vault import TokenPlace
from workbench.ui.accounts.status_line import StatusLine
from workbench.ui.accounts.tokens import Tokens


class DepartedTokens(StatusLine):
    """Says so as long as a token may be left. One account at a time, the one that went first."""

    def __init__(self, *, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(name="accounts.departed", about="token of a removed account", parent=parent)
        self._tokens = tokens
        self._accounts: dict[str, Account] = {}
        self.stop_asked.connect(self._stop_first)
        self.retry_asked.connect(self._retry_first)
        self.close_asked.connect(self._close_first)
        tokens.states.changed.connect(self._refresh)

    def follow(self, account: Account) -> None:
        """Removes the token of an account that is gone. Where it is known that there is none, nothing is asked."""
        if tokens_none(self._tokens, account.ad_account_id):
            return
        self._accounts[account.ad_account_id] = account
        self._tokens.forget(account.ad_account_id)

    def return_of(self, accounts: Iterable[Account]) -> None:
        """The tokens of accounts on the list are no longer followed here."""
        for account in accounts:
            self._accounts.pop(account.ad_account_id, None)
        self._refresh()

    @property
    def _first(self) -> str:
        return next(iter(self._accounts), "")

    def _refresh(self, _ad_account_id: str = "") -> None:
        for each in [each for each in self._accounts if tokens_none(self._tokens, each)]:
            del self._accounts[each]
        if not self._first:
            self.show_notice(None)
            return
        account, state = self._accounts[self._first], self._tokens.states.of(self._first)
        about = f"{account.name} ({account.ad_account_id}) is off the list; its token is not removed yet."
        if state.doing:
            self.show_doing(f"{about} {state.doing}")
        elif state.notice is not None:
            self.show_notice(replace(state.notice, text=f"{about} {state.notice.text}"), closable=True)

    def _stop_first(self) -> None:
        self._tokens.stop(self._first)

    def _retry_first(self) -> None:
        self._tokens.retry(self._first)

    def _close_first(self) -> None:
        self._accounts.pop(self._first, None)
        self._refresh()


def tokens_none(tokens: Tokens, ad_account_id: str) -> bool:
    """Whether it is known that an account has no token, and nothing is under way that could change that."""
    state = tokens.states.of(ad_account_id)
    return state.place is TokenPlace.NONE and not state.doing
