"""The product lines in the form: a table with buttons to add and remove lines."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.judging.judgement import Hashed
from workbench.judging.problem import Problem
from workbench.ui.compose.lines_model import LinesModel
from workbench.ui.compose.notes import ProblemNote
from workbench.ui.look.tones import Tone, tones_of
from workbench.ui.look.widgets import IconButton, ToneLabel, small_font

_ROWS_SEEN = 4
_LEAST_COLUMN = 92


def _as_field(contract: Contract) -> Field:
    """The list itself as a field, so that it takes its place among the others. Its leaves are in the catalogue."""
    leaves = contract.line_fields.values()
    events = tuple(dict.fromkeys(name for leaf in leaves for name in leaf.recommended))
    return Field(
        path=CONTENTS,
        type=FieldType.STRINGS,
        group="order",
        label="Products",
        help="One line for each product of the event: its id, name, price before discount and quantity.",
        example="",
        sources=("spec", "guide"),
        since="5.6.0",
        recommended=events,
    )


class LinesRow(QWidget):
    """A row of the form that holds a table."""

    edited = Signal(object)
    fix_asked = Signal(object)

    def __init__(self, *, contract: Contract, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _as_field(contract)
        self._name = ToneLabel(self.field.label, parent=self)
        self._wire = ToneLabel("contents", tone=Tone.MUTED, parent=self)
        self._wire.setFont(small_font(self.font()))
        self.model = LinesModel(fields=contract.line_fields, tones=tones_of(self.palette()), parent=self)
        self.table = self._make_table()
        self._add = IconButton("plus", "Add a product", text=" Product", tone=Tone.ACCENT, parent=self)
        self._add.setObjectName(f"{CONTENTS}.add")
        self._remove = IconButton("minus", "Remove the selected product", tone=Tone.ACCENT, parent=self)
        self._remove.setObjectName(f"{CONTENTS}.remove")
        self._note = ProblemNote(parent=self)
        self._lay_out()
        self._add.clicked.connect(self._add_line)
        self._remove.clicked.connect(self._remove_line)
        self.model.lines_changed.connect(self._tell)
        self._note.fix_asked.connect(self.fix_asked)
        self._fit()

    def set_recommended(self, *, recommended: bool) -> None:
        """Marks the products as recommended for this event."""
        self._name.setText(f"{self.field.label}{' ·' if recommended else ''}")

    @property
    def problem(self) -> Problem | None:
        """The problem that the line under the table speaks of."""
        return self._note.problem

    def show_draft(self, draft: Draft) -> None:
        """Shows the draft's lines without telling anyone."""
        self.model.show_lines(draft.lines)
        self._fit()

    def show_verdict(self, problems: Sequence[Problem], _hashed: Mapping[str, Hashed]) -> None:
        """Marks the cells that problems speak of, and says the worst of them."""
        self.model.show_problems(problems)
        self._note.show_problems([each for each in problems if each.code != "recommended-missing"])

    def target(self, _index: int = 0) -> QWidget:
        """The widget that takes the keys."""
        return self.table

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.model.set_tones(tones_of(self.palette()))

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName(CONTENTS)
        table.setAccessibleName("Products of the event")
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.model.columnCount()):
            header.resizeSection(column, max(_LEAST_COLUMN, header.sectionSizeHint(column)))
        header.setStretchLastSection(True)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        return table

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._name)
        heading.addWidget(self._wire)
        heading.addStretch(1)
        heading.addWidget(self._add)
        heading.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(2)
        layout.addLayout(heading)
        layout.addWidget(self.table)
        layout.addWidget(self._note)

    def _add_line(self) -> None:
        row = self.model.add_line()
        self._fit()
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.setFocus()

    def _remove_line(self) -> None:
        row = self.table.currentIndex().row()
        self.model.remove_line(row if row >= 0 else self.model.rowCount() - 1)
        self._fit()

    def _fit(self) -> None:
        """As tall as its lines, up to a few."""
        lines = min(_ROWS_SEEN, max(1, self.model.rowCount()))
        row = self.table.verticalHeader().defaultSectionSize()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + lines * row + bar + 4)
        self._remove.setEnabled(self.model.rowCount() > 0)

    def _tell(self, lines: object) -> None:
        self._fit()
        self.edited.emit(lines)
