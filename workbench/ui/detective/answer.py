"""What the detective found out about one pair."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.judging.detective.detection import Detection
from workbench.ui.detective.words import look_of, visible
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton, IconLabel, ToneLabel, code_font, heading_font

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_ROWS = (
    ("tried", "Tried", False),
    ("hashed", "Hashed text", True),
    ("recipe", "Recipe", False),
    ("fix", "What to do", False),
    ("right", "Right digest", True),
    ("senders", "Who does so", False),
)
"""Name, caption, and whether it is one line in the typeface of digests, cut where there is no room for it."""

CAPTIONS = tuple(caption for _name, caption, _code in _ROWS)


class AnswerPane(QWidget):
    """The verdict in a sentence, then the facts; a fact that there is none of takes no room."""

    def __init__(self, *, caption_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption_width = caption_width
        self._icon = IconLabel(size=20, parent=self)
        self._sentence = ToneLabel(parent=self)
        self._sentence.setObjectName("detective.answer")
        self._sentence.setAccessibleName("Answer")
        self._sentence.setFont(heading_font(self.font()))
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(_SELECTABLE)
        self._facts = {name: self._fact(name, title, code=code) for name, title, code in _ROWS}
        self._copy = IconButton("copy", "Copy the right digest", parent=self)
        self._copy.setObjectName("detective.copy")
        self._lay_out()
        self._copy.clicked.connect(self._copy_digest)

    def show_detection(self, found: Detection, *, alone: bool) -> None:
        """Shows an answer; ``alone``: no value was given."""
        look = look_of(found, alone=alone)
        self._icon.show_icon(look.icon, look.tone)
        what, _, tried = (found.explanation, "", "") if found.match else found.explanation.partition(": ")
        self._sentence.setText(f"{look.word}: {what}.")
        self._sentence.set_tone(look.tone)
        self._say("tried", f"{tried}." if tried else "")
        right = found.right_digest or ""
        self._say("hashed", visible(found.hashed_text) if found.hashed_text is not None else "")
        self._say("recipe", " → ".join(found.recipe))
        self._say("fix", found.fix.replace(f"The right digest is {right}", "").strip() if right else found.fix)
        self._say("right", right)
        self._say("senders", "" if found.correct else "\n".join(found.senders))

    def show_hint(self, text: str) -> None:
        """Says what to do first."""
        self._icon.show_icon("search", Tone.MUTED)
        self._sentence.setText(text)
        self._sentence.set_tone(Tone.MUTED)
        for name in self._facts:
            self._say(name, "")

    def _fact(self, name: str, title: str, *, code: bool) -> ToneLabel:
        label = ElidedLabel(parent=self) if code else ToneLabel(parent=self)
        label.setObjectName(f"detective.{name}")
        label.setAccessibleName(title)
        if code:
            label.setFont(code_font(self.font()))
        else:
            label.setWordWrap(True)
            label.setTextInteractionFlags(_SELECTABLE)
        return label

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self._sentence, 1)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        for name, title, _code in _ROWS:
            caption = ToneLabel(title, tone=Tone.MUTED, parent=self)
            caption.setMinimumWidth(self._caption_width)
            caption.setAlignment(Qt.AlignmentFlag.AlignVCenter if name == "right" else Qt.AlignmentFlag.AlignTop)
            self._form.addRow(caption, self._with_copy() if name == "right" else self._facts[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(heading)
        layout.addLayout(self._form)

    def _with_copy(self) -> QWidget:
        holder = QWidget(self)
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self._facts["right"], 1)
        across.addWidget(self._copy)
        self._right_row = holder
        return holder

    def _say(self, name: str, text: str) -> None:
        fact = self._facts[name]
        if isinstance(fact, ElidedLabel):
            fact.say(text)
        else:
            fact.setText(text)
        self._form.setRowVisible(self._right_row if name == "right" else self._facts[name], bool(text))

    def _copy_digest(self) -> None:
        QGuiApplication.clipboard().setText(self._facts["right"].text())
