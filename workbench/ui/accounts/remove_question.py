"""The question before an account is removed. It names the account; *no* is the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.accounts.account import Account
from workbench.ui.look.question import Question


class RemoveQuestion(Question):
    """``confirmed`` brings the account; nothing is emitted when the answer is no."""

    confirmed = Signal(object)

    def __init__(self, *, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(
            name="accounts.question",
            heading=f"Remove {account.name}?",
            about=f"Ad account {account.ad_account_id} is taken off the list, and its token is removed from the "
            "keyring too. What was sent stays in the history. At Pinterest nothing changes, and the token stays valid "
            "there.",
            yes=("Remove", "remove"),
            no=("Keep", "keep"),
            parent=parent,
        )
        self._account = account
        self.accepted.connect(self._confirm)

    def _confirm(self) -> None:
        self.confirmed.emit(self._account)
