"""The question before everything is forgotten; *keep* is the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.look.question import Question
from workbench.ui.look.tones import Tone

_ABOUT = (
    "Every send is deleted on this computer for good, with its body, answer, star and note, whatever the filter shows; "
    "so are the copies that were kept when the history was updated or found damaged. Only what is being sent at this "
    "moment stays. What Pinterest has recorded stays there."
)


class WipeQuestion(Question):
    """``confirmed`` is emitted when the answer is yes."""

    confirmed = Signal()

    def __init__(self, *, total: int, parent: QWidget | None = None) -> None:
        super().__init__(
            name="history.wipe",
            heading=f"Wipe the whole history of {total:,} send{'' if total == 1 else 's'}?",
            about=_ABOUT,
            yes=("Wipe all", "wipe"),
            no=("Keep all", "keep"),
            tone=Tone.ERROR,
            parent=parent,
        )
        self.accepted.connect(self.confirmed)
