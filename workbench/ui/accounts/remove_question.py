"""The question before an account is removed. It names the account; *no* is the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from workbench.accounts.account import Account
from workbench.ui.look.widgets import ToneLabel, heading_font


class RemoveQuestion(QDialog):
    """``confirmed`` brings the account; nothing is emitted when the answer is no."""

    confirmed = Signal(object)

    def __init__(self, *, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self.setObjectName("accounts.question")
        self.setWindowTitle("Remove the account?")
        heading = ToneLabel(f"Remove {account.name}?", parent=self)
        heading.setFont(heading_font(self.font()))
        about = QLabel(
            f"Ad account {account.ad_account_id} is taken off the list, and its token is removed from the keyring too. "
            "What was sent stays in the history. At Pinterest nothing changes, and the token stays valid there.",
            self,
        )
        about.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        remove = buttons.addButton("Remove", QDialogButtonBox.ButtonRole.AcceptRole)
        remove.setObjectName("accounts.question.remove")
        keep = buttons.addButton("Keep", QDialogButtonBox.ButtonRole.RejectRole)
        keep.setObjectName("accounts.question.keep")
        remove.setAutoDefault(False)
        keep.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (heading, about, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(420)
        keep.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._confirm)
        self.finished.connect(self.deleteLater)

    def _confirm(self) -> None:
        self.confirmed.emit(self._account)
