"""The question before a live send. It names the account and the number of events; *no* is the default."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from workbench.accounts.account import Account, Safety
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, heading_font


class LiveQuestion(QDialog):
    """Modal: one of the few questions that may stop everything else."""

    def __init__(self, *, account: Account, events: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = account.name if account.safety is Safety.ASK_NAME else ""
        self.setWindowTitle("Send LIVE?")
        self.setObjectName("live.question")
        count = f"{events:,} event{'' if events == 1 else 's'}"
        heading = ToneLabel(f"Send {count} LIVE to {account.name}?", tone=Tone.LIVE, parent=self)
        heading.setFont(heading_font(self.font()))
        about = QLabel(
            f"Ad account {account.ad_account_id}. Live events count for reporting, audiences and bidding, "
            "and cannot be taken back. Afterwards the mode is TEST again.",
            self,
        )
        about.setWordWrap(True)
        self._name = QLineEdit(self)
        self._name.setObjectName("live.name")
        self._name.setAccessibleName("Name of the account, typed to confirm")
        self._name.setPlaceholderText(account.name)
        prompt = QLabel(f"Type the account's name to confirm: {account.name}", self)
        prompt.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self._send = buttons.addButton(f"Send {count} LIVE", QDialogButtonBox.ButtonRole.AcceptRole)
        self._send.setObjectName("live.send")
        keep = buttons.addButton("Do not send", QDialogButtonBox.ButtonRole.RejectRole)
        keep.setObjectName("live.cancel")
        self._send.setAutoDefault(False)
        keep.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (heading, about, prompt, self._name, buttons):
            layout.addWidget(widget)
        prompt.setVisible(bool(self._wanted))
        self._name.setVisible(bool(self._wanted))
        self._name.textChanged.connect(self._compare)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.setMinimumWidth(420)
        self._compare("")
        (self._name if self._wanted else keep).setFocus()

    def _compare(self, typed: str) -> None:
        self._send.setEnabled(not self._wanted or typed.strip() == self._wanted)


def ask_live(account: Account, events: int, parent: QWidget) -> bool:
    """Asks, and says whether the answer was yes."""
    question = LiveQuestion(account=account, events=events, parent=parent)
    try:
        return question.exec() == QDialog.DialogCode.Accepted
    finally:
        question.deleteLater()
