"""The question before the window closes during a send."""

from PySide6.QtWidgets import QWidget

from workbench.ui.look.question import Question


def quit_question(parent: QWidget) -> Question:
    """Asks whether to cancel what is under way; named ``quit.question``."""
    return Question(
        name="quit.question",
        heading="Quit during a send?",
        about="A send is under way. If you quit now it is cancelled; what has left may have arrived, and the history "
        "will call its outcome unknown. If the answer comes first, the window closes by itself.",
        yes=("&Cancel the send and quit", "yes"),
        no=("&Do not quit", "no"),
        parent=parent,
    )
