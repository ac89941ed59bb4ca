"""One field of the form: its name, its editor, and the lines that say what is wrong and what it becomes."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.contract.field import Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.judging.problem import Problem, Severity
from workbench.ui.compose.notes import ProblemNote
from workbench.ui.compose.text_editors import ChoiceEditor, IdEditor, TextEditor
from workbench.ui.compose.time_editor import TimeEditor
from workbench.ui.compose.values_editor import ValuesEditor
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, small_font

if TYPE_CHECKING:
    from workbench.judging.judgement import Hashed

_NAME_LETTERS = 21
Editor: TypeAlias = TextEditor | IdEditor | ChoiceEditor | ValuesEditor | TimeEditor


def editor_for(
    field: Field, *, contract: Contract, clock: Callable[[], float], fresh_id: Callable[[], str], parent: QWidget
) -> Editor:
    """The editor that suits a field's type and format."""
    if field.is_list:
        return ValuesEditor(
            path=field.path, label=field.label, example=field.example, hashed=field.hashed, parent=parent
        )
    if field.format == "unix-time":
        return TimeEditor(path=field.path, label=field.label, clock=clock, parent=parent)
    if field.path == "event_id":
        return IdEditor(path=field.path, label=field.label, example=field.example, fresh=fresh_id, parent=parent)
    choices = _choices(field, contract)
    if choices:
        free = field.format == "event-name"
        return ChoiceEditor(
            path=field.path, label=field.label, choices=choices, free=free, example=field.example, parent=parent
        )
    return TextEditor(path=field.path, label=field.label, example=field.example, parent=parent)


def _choices(field: Field, contract: Contract) -> Sequence[tuple[str, str]]:
    if field.format == "event-name":
        return [(each.name, f"{each.label}: {each.purpose}") for each in contract.event_names]
    if field.format == "action-source":
        return [(each.name, f"{each.label}: {each.help}") for each in contract.action_sources]
    if field.type is FieldType.BOOLEAN:
        return [("true", "yes"), ("false", "no")]
    return [(value, value) for value in field.values]


class FieldRow(QWidget):
    """A row of the form."""

    edited = Signal(str, object)
    fix_asked = Signal(object)

    def __init__(
        self,
        *,
        field: Field,
        contract: Contract,
        clock: Callable[[], float],
        fresh_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.recommended = False
        self._problems: Sequence[Problem] = ()
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._wire = ToneLabel(field.name, tone=Tone.MUTED, parent=self)
        self._wire.setFont(small_font(self.font()))
        self.editor = editor_for(field, contract=contract, clock=clock, fresh_id=fresh_id, parent=self)
        self._note = ProblemNote(parent=self)
        self._name.setBuddy(self.editor.target())
        self._lay_out()
        self._describe()
        self.editor.edited.connect(self.edited)
        self._note.fix_asked.connect(self.fix_asked)
        self.set_recommended(recommended=False)

    def set_recommended(self, *, recommended: bool) -> None:
        """Marks the field as one that Pinterest recommends for this event; required ones carry a star."""
        self.recommended = recommended
        mark = " *" if self.field.required else " ·" if recommended else ""
        self._name.setText(f"{self.field.label}{mark}")

    @property
    def problem(self) -> Problem | None:
        """The problem that the line under the editor speaks of."""
        return self._note.problem

    def show_draft(self, draft: Draft) -> None:
        """Shows the draft's value without telling anyone."""
        if isinstance(self.editor, ValuesEditor):
            self.editor.show_value(draft.texts(self.field.path))
        else:
            self.editor.show_value(draft.text(self.field.path))

    def show_verdict(self, problems: Sequence[Problem], hashed: "Mapping[str, Hashed]") -> None:
        """Shows what judging says of this field."""
        if isinstance(self.editor, ValuesEditor):
            self.editor.show_hashed(hashed)
        if problems == self._problems:
            return
        self._problems = problems
        # Advice that a field is missing belongs to the list of problems; under each empty field it would shout.
        told = [each for each in problems if each.severity is not Severity.ADVICE or each.code != "recommended-missing"]
        self._note.show_problems(told)
        self._describe()

    def target(self, index: int = 0) -> QWidget:
        """The widget that takes the keys, for one of several values."""
        return self.editor.target(index) if isinstance(self.editor, ValuesEditor) else self.editor.target()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._wire)
        names.addStretch(1)
        work = QVBoxLayout()
        work.setSpacing(0)
        work.addWidget(self.editor)
        work.addWidget(self._note)
        work.addStretch(1)
        holder = QWidget(self)
        holder.setFixedWidth(_NAME_LETTERS * self.fontMetrics().averageCharWidth())
        names.setContentsMargins(0, 4, 0, 0)
        holder.setLayout(names)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(holder)
        across.addLayout(work, 1)

    def _describe(self) -> None:
        """Puts help and problems where assistive technology and the tool tip read them."""
        told = " ".join(f"{each.severity.value}: {each.message} {each.fix}" for each in self._problems)
        target = self.target()
        target.setAccessibleDescription(f"{told} {self.field.help}".strip())
        about = f"{self.field.help}\n\nWire name: {self.field.path}\nExample: {self.field.example}"
        if self.field.note:
            about += f"\n\n{self.field.note}"
        self._name.setToolTip(about)
        self._wire.setToolTip(about)
        target.setToolTip(about)
