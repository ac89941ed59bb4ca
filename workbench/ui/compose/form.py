"""The form of one event, generated from the catalogue: recommended fields in sight, the rest one click away."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.contract.field import CONTENTS, Field
from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.judging.problem import Problem
from workbench.ui.compose.field_row import FieldRow
from workbench.ui.compose.paths import field_path, index_of
from workbench.ui.compose.section import Section

if TYPE_CHECKING:
    from workbench.judging.judgement import Hashed
    from workbench.ui.compose.lines_row import LinesRow

_ROWS_A_TURN = 12
_MARKS = "* is required, · is recommended for this event."


class EventForm(QScrollArea):
    """Every field of the catalogue. The first rows are built at once, the others when ``build_rest`` asks for them."""

    edited = Signal(str, object)
    lines_edited = Signal(object)
    fix_asked = Signal(object)

    def __init__(
        self,
        *,
        contract: Contract,
        clock: Callable[[], float],
        fresh_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self.setAccessibleName("Form of the selected event")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._contract = contract
        self._clock = clock
        self._fresh_id = fresh_id
        self._draft = Draft()
        self._problems: Sequence[Problem] = ()
        self._hashed: Mapping[str, Hashed] = {}
        self._shape: tuple[str, str] | None = None
        self._rows: dict[str, FieldRow | LinesRow] = {}
        self._sections = {
            group.name: Section(group=group, more="" if at else _MARKS, parent=self)
            for at, group in enumerate(contract.groups)
        }
        self._waiting = [field for field in contract.fields if not field.in_line]
        self._waiting.sort(key=self._place)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 4, 12, 12)
        for section in self._sections.values():
            layout.addWidget(section)
        layout.addStretch(1)
        self.setWidget(body)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_some)
        self._build(_ROWS_A_TURN)

    @property
    def complete(self) -> bool:
        """Whether every row has been built."""
        return not self._waiting

    def build_rest(self) -> None:
        """Builds what is still missing, a few rows in each turn of the event loop."""
        self._timer.start()

    def build_all(self) -> None:
        """Builds what is still missing, at once."""
        self._build(len(self._waiting))

    def show_draft(self, draft: Draft) -> None:
        """Shows another draft in every editor, and brings its filled fields in sight."""
        self._draft = draft
        for row in self._rows.values():
            row.show_draft(draft)
        self._arrange(anew=True)

    def show_verdict(self, draft: Draft, problems: Sequence[Problem], hashed: "Mapping[str, Hashed]") -> None:
        """Shows what judging says of the draft, field by field."""
        self._draft, self._problems, self._hashed = draft, problems, hashed
        by_field: dict[str, list[Problem]] = {}
        for problem in problems:
            by_field.setdefault(field_path(problem.path), []).append(problem)
        for path, row in self._rows.items():
            row.show_verdict(by_field.get(path, ()), hashed)
        self._arrange()

    @property
    def problem_at_hand(self) -> Problem | None:
        """The problem told under the editor that has the keys."""
        focused: QWidget | None = self.focusWidget()
        rows = (row for row in self._rows.values() if focused is not None and row.isAncestorOf(focused))
        return next((row.problem for row in rows), None)

    def reveal(self, path: str) -> None:
        """Unfolds, scrolls to and focuses the editor of an indexed path."""
        self.build_all()
        row = self._rows.get(field_path(path))
        if row is None:
            return
        self._sections[row.field.group].reveal(row)
        target = row.target(index_of(path))
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, row, self._scroll_to_focus)

    def focusNextPrevChild(self, ahead: bool) -> bool:  # noqa: N802 - Qt's name
        # Rows are built in turns, change places, and get further values: the order is made when somebody walks it.
        self._order_keys()
        return super().focusNextPrevChild(ahead)

    def _order_keys(self) -> None:
        before: QWidget | None = None
        for part in (part for section in self._sections.values() for part in section.walk):
            for widget in (part, *part.findChildren(QWidget)):
                if widget.window() is not self.window() or not _takes_tab(widget):
                    continue
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    def _scroll_to_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 24, 64)

    # -- building

    def _place(self, field: Field) -> int:
        return list(self._sections).index(field.group)

    def _build_some(self) -> None:
        self._build(_ROWS_A_TURN)

    def _build(self, count: int) -> None:
        fields, self._waiting = self._waiting[:count], self._waiting[count:]
        for field in fields:
            if self._begins_order(field):
                self._add(self._lines_row())
            self._add(self._row(field))
        if not self._waiting:
            self._timer.stop()
        if fields:
            self._arrange(anew=True)
            self.show_verdict(self._draft, self._problems, self._hashed)

    def _begins_order(self, field: Field) -> bool:
        """Product lines stand at the head of the order, and are not built before it."""
        return CONTENTS not in self._rows and field.group == "order"

    def _row(self, field: Field) -> FieldRow:
        row = FieldRow(field=field, contract=self._contract, clock=self._clock, fresh_id=self._fresh_id, parent=self)
        row.edited.connect(self.edited)
        return row

    def _lines_row(self) -> "LinesRow":
        from workbench.ui.compose.lines_row import LinesRow

        row = LinesRow(contract=self._contract, parent=self)
        row.edited.connect(self.lines_edited)
        return row

    def _add(self, row: "FieldRow | LinesRow") -> None:
        row.show_draft(self._draft)
        row.fix_asked.connect(self.fix_asked)
        self._rows[row.field.path] = row

    # -- arranging

    def _arrange(self, *, anew: bool = False) -> None:
        """Rows change places only with the event's name or source, or with another draft: never while typing."""
        shape = (self._draft.text("event_name"), self._draft.text("action_source"))
        if shape == self._shape and not anew:
            return
        self._shape = shape
        name, platform = shape[0], self._contract.platform_of.get(shape[1], "")
        filled = set(self._draft.filled())
        for group, section in self._sections.items():
            shown: list[QWidget] = []
            folded: list[QWidget] = []
            for row in self._rows.values():
                if row.field.group != group:
                    continue
                recommended = row.field.required or row.field.recommended_for(name, platform)
                row.set_recommended(recommended=recommended)
                in_sight = recommended or row.field.path in filled
                (shown if in_sight else folded).append(row)
            section.arrange(shown, folded)
            section.setVisible(bool(shown or folded))


def _takes_tab(widget: QWidget) -> bool:
    """The line in a choice is left out: it lends its focus to the choice."""
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None
