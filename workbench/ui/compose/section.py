"""A group of rows with a heading; what is rarely needed is folded away, never gone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.contract.loading import Group
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconButton, ToneLabel, heading_font, small_font


class Section(QWidget):
    """One group of the form: rows in sight, and rows behind a button that counts them.

    ``more`` is said after what the group is about.
    """

    unfolded = Signal()

    def __init__(self, *, group: Group, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self._rows: list[QWidget] = []
        self._hidden: list[QWidget] = []
        title = ToneLabel(group.label, parent=self)
        title.setFont(heading_font(self.font()))
        about = ToneLabel(f"{group.help} {more}".strip(), tone=Tone.MUTED, parent=self)
        about.setFont(small_font(self.font()))
        about.setWordWrap(True)
        self._more = IconButton("unfold", f"More fields of {group.label}", tone=Tone.ACCENT, text=" ", parent=self)
        self._more.setObjectName(f"section.{group.name}.more")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._toggle)
        self._shown = QVBoxLayout()
        self._shown.setSpacing(4)
        self._folded = QWidget(self)
        self._folded_layout = QVBoxLayout(self._folded)
        self._folded_layout.setContentsMargins(0, 0, 0, 0)
        self._folded_layout.setSpacing(4)
        self._folded.hide()
        button_line = QHBoxLayout()
        button_line.addWidget(self._more)
        button_line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(about)
        layout.addLayout(self._shown)
        layout.addLayout(button_line)
        layout.addWidget(self._folded)
        self._say()

    def arrange(self, shown: list[QWidget], folded: list[QWidget]) -> None:
        """Puts the rows in sight and behind the button, in the order given; moves only what must move."""
        if shown != self._rows or folded != self._hidden:
            _fill(self._shown, shown)
            _fill(self._folded_layout, folded)
            self._rows, self._hidden = shown, folded
        self._say()

    @property
    def walk(self) -> tuple[QWidget, ...]:
        """What takes the keys, from the top down."""
        return (*self._rows, self._more, *self._hidden)

    def reveal(self, row: QWidget) -> None:
        """Makes sure a row can be seen."""
        if row in self._hidden and not self._more.isChecked():
            self._more.setChecked(True)

    def _toggle(self, unfolded: bool) -> None:
        self._folded.setVisible(unfolded)
        self._say()
        if unfolded:
            self.unfolded.emit()

    def _say(self) -> None:
        count = len(self._hidden)
        self._more.setVisible(count > 0)
        open_now = self._more.isChecked()
        self._more.setText(" Fewer fields" if open_now else f" {count} more field{'' if count == 1 else 's'}")
        self._more.set_icon("fold" if open_now else "unfold")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)


def _fill(layout: QVBoxLayout, rows: list[QWidget]) -> None:
    for index, row in enumerate(rows):
        item = layout.itemAt(index)
        if item is None or item.widget() is not row:
            layout.insertWidget(index, row)
