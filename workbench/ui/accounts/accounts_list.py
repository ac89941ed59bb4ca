"""The list of accounts: name, id, safety level, and where the token is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.accounts.account import Account
from workbench.accounts.vault import TokenPlace
from workbench.ui.accounts.token_state import TokenState, TokenStates
from workbench.ui.accounts.words import listed
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import Tone

_ROLE = Qt.ItemDataRole
_HAS_ONE = (TokenPlace.KEYRING, TokenPlace.SESSION)


class AccountsList(QListWidget):
    """``chosen`` brings the Account that the user selected."""

    chosen = Signal(object)

    def __init__(self, *, states: TokenStates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accounts.list")
        self.setAccessibleName("Ad accounts")
        self.setIconSize(QSize(16, 16))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)
        self._states = states
        self._accounts: tuple[Account, ...] = ()
        self.currentRowChanged.connect(self._choose)
        states.changed.connect(self._refresh)

    def show_accounts(self, accounts: Sequence[Account], ad_account_id: str) -> None:
        """Lists accounts and selects one by its id, or none, without telling anyone."""
        self._accounts = tuple(accounts)
        self.blockSignals(True)
        while self.count() > len(accounts):
            self.takeItem(self.count() - 1)
        while self.count() < len(accounts):
            self.addItem(QListWidgetItem())
        self.blockSignals(False)
        self._refresh()
        self.select(ad_account_id)

    def select(self, ad_account_id: str) -> None:
        """Selects an account by its id, without telling anyone; nothing when none has it."""
        ids = [account.ad_account_id for account in self._accounts]
        self.blockSignals(True)
        self.setCurrentRow(ids.index(ad_account_id) if ad_account_id in ids else -1)
        self.blockSignals(False)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._refresh()

    def _refresh(self, _ad_account_id: str = "") -> None:
        for row, account in enumerate(self._accounts):
            state = self._states.of(account.ad_account_id)
            lines = listed(account, state)
            item = self.item(row)
            item.setText("\n".join(lines))
            item.setData(_ROLE.AccessibleTextRole, ", ".join(lines))
            item.setToolTip("\n".join(lines))
            name, tone = _icon_of(account, state)
            item.setIcon(icon(name, self.palette(), tone, in_list=True))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._accounts):
            self.chosen.emit(self._accounts[row])


def _icon_of(account: Account, state: TokenState) -> tuple[str, Tone]:
    if account.practice:
        return "practice", Tone.PRACTICE
    if state.reading or state.doing:
        return "wait", Tone.MUTED
    if state.place in _HAS_ONE:
        return "key", Tone.GOOD
    return ("warning", Tone.WARNING) if state.place is TokenPlace.NONE else ("unknown", Tone.MUTED)
