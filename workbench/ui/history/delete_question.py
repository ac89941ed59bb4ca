"""The question before a send is forgotten. It says which; *no* is the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.contract.mode import Mode
from workbench.history.rows import Row
from workbench.ui.history.columns import local_time
from workbench.ui.look.question import Question
from workbench.ui.look.tones import MODE_TONES
from workbench.ui.look.words import STATE_WORDS

_ELSEWHERE = " What Pinterest has recorded stays there."


class DeleteQuestion(Question):
    """``confirmed`` brings the id of the row; nothing is emitted when the answer is no."""

    confirmed = Signal(object)

    def __init__(self, *, row: Row, parent: QWidget | None = None) -> None:
        events = f"{row.event_count:,} event{'' if row.event_count == 1 else 's'}"
        super().__init__(
            name="history.question",
            heading=f"Forget this {row.mode.word} send of {events}?",
            about=f"{local_time(row.sent_at)}, {row.account_name}, {STATE_WORDS[row.state]}. The body and the answer "
            f"are deleted on this computer for good.{_ELSEWHERE if row.mode is Mode.LIVE else ''}",
            yes=("Delete", "delete"),
            no=("Keep", "keep"),
            tone=MODE_TONES[row.mode],
            parent=parent,
        )
        self._row = row
        self.accepted.connect(self._confirm)

    def _confirm(self) -> None:
        self.confirmed.emit(self._row.id)
