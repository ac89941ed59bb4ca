"""The question before a live send. It names the account, the number of events, and what was tested; *no* is default."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.accounts.account import Account, Safety
from workbench.events.comparing import EventComparison
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, heading_font

if TYPE_CHECKING:
    from workbench.sending.rehearsals import Standing

_MOST_LINES = 200


class LiveQuestion(QDialog):
    """Modal: one of the few questions that may stop everything else.

    The send button unlocks at once for events that passed a test as they are; others have to be confirmed first.
    """

    def __init__(self, *, account: Account, events: int, standing: "Standing", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = account.name if account.safety is Safety.ASK_NAME else ""
        self._passed = standing.passed
        self.setWindowTitle("Send LIVE?")
        self.setObjectName("live.question")
        count = f"{events:,} event{'' if events == 1 else 's'}"
        heading = ToneLabel(f"Send {count} LIVE to {account.name}?", tone=Tone.LIVE, parent=self)
        heading.setFont(heading_font(self.font()))
        heading.setWordWrap(True)
        about = QLabel(
            f"Ad account {account.ad_account_id}. Live events count for reporting, audiences and bidding, "
            "and cannot be taken back. Afterwards the mode is TEST again.",
            self,
        )
        about.setWordWrap(True)
        tested = ToneLabel(_words(standing), tone=Tone.GOOD if standing.passed else Tone.WARNING, parent=self)
        tested.setObjectName("live.tested")
        tested.setWordWrap(True)
        self._changes = QListWidget(self)
        self._changes.setObjectName("live.changes")
        self._changes.setAccessibleName("What differs from the events that passed a test")
        self._changes.addItems(list(_lines(standing.changes)))
        self._knowing = QCheckBox("I know that these events were not tested as they are", self)
        self._knowing.setObjectName("live.knowing")
        self._name = QLineEdit(self)
        self._name.setObjectName("live.name")
        self._name.setAccessibleName("Name of the account, typed to confirm")
        self._name.setPlaceholderText(account.name)
        prompt = QLabel(f"Type the account's name to confirm: {account.name}", self)
        prompt.setWordWrap(True)
        buttons = self._make_buttons(count)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (heading, about, tested, self._changes, self._knowing, prompt, self._name, buttons):
            layout.addWidget(widget)
        self._changes.setVisible(bool(standing.changes))
        self._knowing.setVisible(not standing.passed)
        prompt.setVisible(bool(self._wanted))
        self._name.setVisible(bool(self._wanted))
        self._name.textChanged.connect(self._unlock)
        self._knowing.toggled.connect(self._unlock)
        self.setMinimumWidth(460)
        self._unlock()

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
        (self._name if self._wanted and self._passed else keep).setFocus()
        return buttons

    def _unlock(self) -> None:
        named = not self._wanted or self._name.text().strip() == self._wanted
        self._send.setEnabled(named and (self._passed or self._knowing.isChecked()))


def ask_live(account: Account, events: int, standing: "Standing", parent: QWidget) -> bool:
    """Asks, and says whether the answer was yes."""
    question = LiveQuestion(account=account, events=events, standing=standing, parent=parent)
    try:
        return question.exec() == QDialog.DialogCode.Accepted
    finally:
        question.deleteLater()


def _words(standing: "Standing") -> str:
    if standing.passed:
        return "Exactly these events passed a test for this account since the workbench was started."
    if not standing.tested:
        return (
            "None of this was tested: no event passed a test for this account since the workbench was started. "
            "Better send it as a TEST first."
        )
    return "These events are not the ones that passed the last test for this account. What differs:"


def _lines(changes: Sequence[EventComparison]) -> Iterator[str]:
    """One line for each difference; a very long list ends with how many more there are."""
    lines = [line for change in changes for line in _change_lines(change)]
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"… and {len(lines) - _MOST_LINES:,} more"


def _change_lines(change: EventComparison) -> Iterator[str]:
    if change.after is None:
        yield f"Event {(change.before or 0) + 1} of the test is not among them"
    elif change.before is None:
        yield f"Event {change.after + 1}: not tested"
    else:
        for difference in change.differences:
            yield f"Event {change.after + 1}: {difference.words}"
