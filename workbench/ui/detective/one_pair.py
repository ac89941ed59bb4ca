"""One digest and one plain value, answered at every key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.contract.field import Field
from workbench.judging.detective.detective import Detective
from workbench.judging.digests import sha256
from workbench.ui.compose.text_editors import Choice, Line
from workbench.ui.detective import examples
from workbench.ui.detective.answer import CAPTIONS, AnswerPane
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, code_font, rule, small_font

_HINT = "Paste a digest, and the plain value it should be of."
_ABOUT = (
    "The detective names the recipe that made the digest of the value, the mistake in it and how to put it right. A "
    "digest alone is looked up among the well-known ones, such as those of missing values."
)
_NEVER_KEPT = "Stays in this window: neither written down nor sent."
_READABLE_WIDTH = 760


class OnePair(QScrollArea):
    """The answer follows each key at once: it takes a few milliseconds, 50 at most."""

    def __init__(self, *, detective: Detective, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detective = detective
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self.field = Choice(name="detective.field", label="Field of the value", parent=self._inside)
        for field in detective.fields:
            self.field.addItem(f"{field.label} ({field.name})", field.name)
        self.digest = Line(
            name="detective.digest", label="Digest", hint="64 hexadecimal digits, or base64", parent=self._inside
        )
        self.digest.setFont(code_font(self.font()))
        self.value = Line(name="detective.value", label="Plain value", parent=self._inside)
        self._promise = ToneLabel(_NEVER_KEPT, tone=Tone.MUTED, parent=self._inside)
        self._promise.setFont(small_font(self.font()))
        self.value.setAccessibleDescription(_NEVER_KEPT)
        self._caption_width = max(self.fontMetrics().horizontalAdvance(each) for each in (*CAPTIONS, "Plain value"))
        self.answer = AnswerPane(caption_width=self._caption_width, parent=self._inside)
        self.example = QPushButton("Show an &example", self._inside)
        self.example.setObjectName("detective.example")
        self._about = ToneLabel(_ABOUT, tone=Tone.MUTED, parent=self._inside)
        self._about.setWordWrap(True)
        self._lay_out()
        self.setWidget(self._inside)
        self.digest.textChanged.connect(self._ask)
        self.value.textChanged.connect(self._ask)
        self.field.currentIndexChanged.connect(self._field_changed)
        self.example.clicked.connect(self._show_example)
        self._field_changed()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for title, editor in (("&Field", self.field), ("&Digest", self.digest), ("Plain &value", self.value)):
            label = QLabel(title, self._inside)
            label.setBuddy(editor)
            label.setMinimumWidth(self._caption_width)
            form.addRow(label, editor)
        form.addRow("", self._promise)
        holder = QWidget(self._inside)
        holder.setMaximumWidth(max(_READABLE_WIDTH, 110 * self.fontMetrics().averageCharWidth()))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(rule(holder))
        column.addWidget(self.answer)
        column.addWidget(self._about)
        column.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addWidget(holder)
        layout.addStretch(1)

    @property
    def _chosen(self) -> Field:
        return self._detective.fields[self.field.currentIndex()]

    def _field_changed(self) -> None:
        self.value.setPlaceholderText(self._chosen.example)
        self._ask()

    def _ask(self) -> None:
        digest, value = self.digest.text(), self.value.text()
        empty = not digest.strip()
        self._about.setVisible(empty)
        self.example.setVisible(empty)
        if empty:
            self.answer.show_hint(_HINT)
        elif value:
            self.answer.show_detection(self._detective.detect(self._chosen, digest, value), alone=False)
        else:
            self.answer.show_detection(self._detective.look_up(digest), alone=True)

    def _show_example(self) -> None:
        names = [field.name for field in self._detective.fields]
        self.field.setCurrentIndex(names.index(examples.FIELD))
        self.value.setText(examples.VALUE)
        self.digest.setText(sha256(examples.HASHED))
        self.digest.setCursorPosition(0)
        self.digest.setFocus()
