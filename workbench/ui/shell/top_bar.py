"""Who sends, how it is meant, and the button that sends."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QMouseEvent, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from workbench.accounts.account import Account, Safety
from workbench.contract.mode import Mode
from workbench.ui.compose.text_editors import Choice
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import MODE_TONES, tones_of
from workbench.ui.look.widgets import IconButton
from workbench.ui.look.words import MODE_ICONS, MODE_MEANING


def allowed_modes(account: Account) -> tuple[Mode, ...]:
    """How an account may be used: the practice account practises, a *test only* account tests."""
    if account.practice:
        return (Mode.PRACTICE,)
    if account.safety is Safety.TEST_ONLY:
        return (Mode.TEST,)
    return (Mode.TEST, Mode.LIVE)


def why_not_live(account: Account) -> str:
    """Why an account without the mode LIVE has not got it, and what to do."""
    if account.practice:
        return "Practice never goes live. Choose an ad account first (Ctrl+E), or add one under Accounts."
    return f"{account.name} is for tests only. Its safety level is changed under Accounts."


class SendButton(QPushButton):
    """Takes a double click as one: over a quick line the first send has ended before the second press."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class TopBar(QWidget):
    """Controls named ``account``, ``mode``, ``send`` and ``cancel``."""

    account_chosen = Signal(object)
    mode_chosen = Signal(object)
    send_asked = Signal()
    cancel_asked = Signal()
    accounts_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: Sequence[Account] = ()
        self._mode = Mode.TEST
        self.account = Choice(name="account", label="Ad account", parent=self)
        self.account.setMinimumContentsLength(14)
        self.account.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        caption = QLabel("&Account", self)
        caption.setBuddy(self.account)
        self.manage = IconButton("key", "Ad accounts and tokens", parent=self)
        self.manage.setObjectName("accounts.open")
        self.mode = Choice(name="mode", label="Mode", parent=self)
        self.mode.setMinimumContentsLength(10)
        self.send = SendButton(self)
        self.send.setObjectName("send")
        self.send.setDefault(False)
        self.cancel = QPushButton("Cancel", self)
        self.cancel.setObjectName("cancel")
        self.cancel.setAccessibleName("Cancel the send")
        self.cancel.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        left: tuple[QWidget, ...] = (caption, self.account, self.manage)
        right: tuple[QWidget, ...] = (self.mode, self.send, self.cancel)
        for widget in left:
            layout.addWidget(widget)
        layout.setStretchFactor(self.account, 2)
        layout.addStretch(3)
        for widget in right:
            layout.addWidget(widget)
        self.account.currentIndexChanged.connect(self._account_picked)
        self.mode.currentIndexChanged.connect(self._mode_picked)
        self.manage.clicked.connect(self.accounts_asked)
        self.send.clicked.connect(self.send_asked)
        self.cancel.clicked.connect(self.cancel_asked)

    @property
    def chosen(self) -> Account | None:
        """The account that would send."""
        index = self.account.currentIndex()
        return self._accounts[index] if 0 <= index < len(self._accounts) else None

    def show_accounts(self, accounts: Sequence[Account], chosen: str) -> None:
        """Lists the accounts and chooses one by name, or the first."""
        self._accounts = tuple(accounts)
        self.account.blockSignals(True)
        self.account.clear()
        for account in accounts:
            self.account.addItem(account.name if account.practice else f"{account.name} · {account.ad_account_id}")
        names = [account.name for account in accounts]
        self.account.setCurrentIndex(names.index(chosen) if chosen in names else 0)
        self.account.blockSignals(False)
        self._account_picked(self.account.currentIndex())

    def show_mode(self, mode: Mode) -> None:
        """Shows a mode on the button and in the list, without telling anyone."""
        self._mode = mode
        self.mode.blockSignals(True)
        self.mode.setCurrentIndex(self.mode.findData(mode.value))
        self.mode.blockSignals(False)
        self._dress()

    def show_sending(self, *, sending: bool) -> None:
        """While a send is under way only *Cancel* can be pressed."""
        self.cancel.setVisible(sending)
        self.cancel.setEnabled(sending)
        self.account.setEnabled(not sending)
        self.mode.setEnabled(not sending)

    def show_readiness(self, *, ready: bool, reason: str) -> None:
        """Enables the button, or says why not."""
        self.send.setEnabled(ready)
        self.send.setToolTip(reason or MODE_MEANING[self._mode])
        self.send.setAccessibleDescription(reason or MODE_MEANING[self._mode])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _account_picked(self, _index: int) -> None:
        account = self.chosen
        if account is None:
            return
        allowed = allowed_modes(account)
        self.mode.blockSignals(True)
        self.mode.clear()
        for mode in (Mode.PRACTICE,) if account.practice else (Mode.TEST, Mode.LIVE):
            self.mode.addItem(mode.word, mode.value)
            if mode not in allowed:
                model = self.mode.model()
                if isinstance(model, QStandardItemModel):
                    item = model.item(self.mode.count() - 1)
                    item.setEnabled(False)
                    item.setToolTip(why_not_live(account))
        self.mode.blockSignals(False)
        self.show_mode(allowed[0])
        self.account_chosen.emit(account)
        self.mode_chosen.emit(allowed[0])

    def _mode_picked(self, _index: int) -> None:
        mode = Mode(self.mode.currentData())
        self._mode = mode
        self._dress()
        self.mode_chosen.emit(mode)

    def _dress(self) -> None:
        tone = MODE_TONES[self._mode]
        verbs = {Mode.TEST: "Send test", Mode.LIVE: "Send LIVE …", Mode.PRACTICE: "Send practice"}
        shortcut = "Ctrl+⇧+⏎" if self._mode is Mode.LIVE else "Ctrl+⏎"
        self.send.setText(f"{verbs[self._mode]}   {shortcut}")
        self.send.setAccessibleName(verbs[self._mode])
        self.send.setIcon(icon(MODE_ICONS[self._mode], self.palette(), tone))
        for index in range(self.mode.count()):
            mode = Mode(self.mode.itemData(index))
            self.mode.setItemIcon(index, icon(MODE_ICONS[mode], self.palette(), MODE_TONES[mode]))
        palette = self.send.palette()
        for group in (palette.ColorGroup.Active, palette.ColorGroup.Inactive):
            palette.setColor(group, palette.ColorRole.ButtonText, tones_of(self.palette()).colour(tone))
        if palette != self.send.palette():
            self.send.setPalette(palette)
        self.mode.setToolTip(MODE_MEANING[self._mode])
