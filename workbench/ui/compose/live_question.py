"""The question before a live send. It names the account, the number of events, and what was tested; *no* is default."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.accounts.account import Safety
from workbench.events.comparing import EventComparison
from workbench.ui.compose.live_order import LiveOrder
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import Tick, ToneLabel, heading_font

if TYPE_CHECKING:
    from workbench.sending.rehearsals import Standing

_MOST_LINES = 200
_LINES_IN_SIGHT = 7
_AGAIN = "As far as this workbench has seen, some of these events went live within the last 48 hours:"


class LiveQuestion(QDialog):
    """Modal: one of the few questions that may stop everything else.

    The send button unlocks at once for events that passed a test as they are; others have to be confirmed first.
    """

    def __init__(self, *, order: LiveOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        account = order.account
        self._wanted = account.name if account.safety is Safety.ASK_NAME else ""
        self._unlocked = order.unlocked
        self.setWindowTitle("Send LIVE?")
        self.setObjectName("live.question")
        self.setMinimumWidth(460)
        count = f"{order.events:,} event{'' if order.events == 1 else 's'}"
        self._knowing = Tick(_knowledge(order), name="live.knowing", parent=self)
        self._name = QLineEdit(self)
        self._name.setObjectName("live.name")
        self._name.setAccessibleName("Name of the account, typed to confirm")
        self._name.setPlaceholderText(account.name)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (*self._about(order, count), self._knowing):
            layout.addWidget(widget)
        self._knowing.setVisible(not order.unlocked)
        if self._wanted:
            layout.addWidget(self._text(f"Type the account's name to confirm: {account.name}"))
        layout.addWidget(self._name)
        self._name.setVisible(bool(self._wanted))
        layout.addWidget(self._make_buttons(count))
        self._name.textChanged.connect(self._unlock)
        self._knowing.toggled.connect(self._unlock)
        self._unlock()

    def _about(self, order: LiveOrder, count: str) -> Iterator[QWidget]:
        """What is asked, and what speaks against it."""
        heading = self._text(f"Send {count} LIVE to {order.account.name}?", Tone.LIVE)
        heading.setFont(heading_font(self.font()))
        yield heading
        yield self._text(
            f"Ad account {order.account.ad_account_id}. Live events count for reporting, audiences and bidding, "
            "and cannot be taken back. Afterwards the mode is TEST again."
        )
        yield self._text(_words(order.standing), Tone.GOOD if order.standing.passed else Tone.WARNING)
        if order.standing.changes:
            changes = _lines(order.standing.changes)
            yield self._list("live.changes", "What differs from the events that passed a test", changes)
        if order.duplicates:
            yield self._text(_AGAIN, Tone.WARNING)
            yield self._list("live.duplicates", "Events that went live before", order.duplicates)

    def _text(self, text: str, tone: Tone = Tone.PLAIN) -> ToneLabel:
        label = ToneLabel(text, tone=tone, parent=self)
        label.setWordWrap(True)
        return label

    def _list(self, name: str, accessible_name: str, lines: Sequence[str]) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName(name)
        made.setAccessibleName(accessible_name)
        made.setWordWrap(True)
        made.setMaximumHeight(_LINES_IN_SIGHT * self.fontMetrics().lineSpacing())
        made.addItems(list(lines[:_MOST_LINES]))
        if len(lines) > _MOST_LINES:
            made.addItem(f"… and {len(lines) - _MOST_LINES:,} more")
        return made

    def _make_buttons(self, count: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._send = buttons.addButton(f"Send {count} LIVE", QDialogButtonBox.ButtonRole.AcceptRole)
        self._send.setObjectName("live.send")
        keep = buttons.addButton("Do not send", QDialogButtonBox.ButtonRole.RejectRole)
        keep.setObjectName("live.cancel")
        self._send.setAutoDefault(False)
        keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        (self._name if self._wanted and self._unlocked else keep).setFocus()
        return buttons

    def _unlock(self) -> None:
        named = not self._wanted or self._name.text().strip() == self._wanted
        self._send.setEnabled(named and (self._unlocked or self._knowing.isChecked()))


def ask_live(order: LiveOrder, parent: QWidget) -> bool:
    """Asks, and says whether the answer was yes."""
    question = LiveQuestion(order=order, parent=parent)
    try:
        return question.exec() == QDialog.DialogCode.Accepted
    finally:
        question.deleteLater()


def _knowledge(order: LiveOrder) -> str:
    if order.standing.passed:
        return "I know that these events went live before"
    if not order.duplicates:
        return "I know that these events were not tested as they are"
    return "I know that these events were not tested as they are, and that some went live before"


def _words(standing: "Standing") -> str:
    if standing.passed:
        return "Exactly these events passed a test for this account since the workbench was started."
    if not standing.tested:
        return (
            "None of this was tested: no event passed a test for this account since the workbench was started. "
            "Better send it as a TEST first."
        )
    return "These events are not the ones that passed the last test for this account. What differs:"


def _lines(changes: Sequence[EventComparison]) -> list[str]:
    return [line for change in changes for line in _change_lines(change)]


def _change_lines(change: EventComparison) -> Iterator[str]:
    if change.after is None:
        yield f"Event {(change.before or 0) + 1} of the test is not among them"
    elif change.before is None:
        yield f"Event {change.after + 1}: not tested"
    else:
        for difference in change.differences:
            yield f"Event {change.after + 1}: {difference.words}"
