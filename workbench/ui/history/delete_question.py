"""The question before a send is forgotten. It says which; *no* is the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from workbench.contract.mode import Mode
from workbench.history.rows import Row
from workbench.ui.history.columns import local_time
from workbench.ui.look.tones import MODE_TONES
from workbench.ui.look.widgets import ToneLabel, heading_font
from workbench.ui.look.words import STATE_WORDS

_ELSEWHERE = " What Pinterest has recorded stays there."


class DeleteQuestion(QDialog):
    """``confirmed`` brings the id of the row; nothing is emitted when the answer is no."""

    confirmed = Signal(object)

    def __init__(self, *, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self.setObjectName("history.question")
        self.setWindowTitle("Delete from the history?")
        events = f"{row.event_count:,} event{'' if row.event_count == 1 else 's'}"
        heading = ToneLabel(f"Forget this {row.mode.word} send of {events}?", tone=MODE_TONES[row.mode], parent=self)
        heading.setFont(heading_font(self.font()))
        about = QLabel(
            f"{local_time(row.sent_at)}, {row.account_name}, {STATE_WORDS[row.state]}. The body and the answer are "
            f"deleted on this computer for good.{_ELSEWHERE if row.mode is Mode.LIVE else ''}",
            self,
        )
        about.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        delete = buttons.addButton("Delete", QDialogButtonBox.ButtonRole.AcceptRole)
        delete.setObjectName("history.question.delete")
        keep = buttons.addButton("Keep", QDialogButtonBox.ButtonRole.RejectRole)
        keep.setObjectName("history.question.keep")
        delete.setAutoDefault(False)
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
        self.confirmed.emit(self._row.id)
