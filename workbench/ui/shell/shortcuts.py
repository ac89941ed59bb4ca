"""The overlay that lists every shortcut."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.history.deeds import Deed
from workbench.ui.look.widgets import ToneLabel, heading_font
from workbench.ui.shell.actions import Command

_ON_A_PAGE = (
    *((f"History: {deed.words[0].lower()}{deed.words[1:]}", deed.keys) for deed in Deed),
    ("History: type what to look for", "Ctrl+F"),
    ("Practice: open the request in Compose", "Ctrl+O"),
    ("Coverage in full: copy it", "Ctrl+C"),
    ("Templates: rename your template", "F2"),
    ("Templates: delete your template", "Del"),
    ("Templates: back to the form", "Esc"),
)
"""What only one page knows, and binds itself."""


class ShortcutsOverlay(QDialog):
    """Closes with Escape."""

    def __init__(self, *, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle("Shortcuts")
        heading = ToneLabel("Shortcuts", parent=self)
        heading.setFont(heading_font(self.font()))
        listed = [(each.title, each.keys) for each in commands if each.keys] + list(_ON_A_PAGE)
        table = QTableWidget(len(listed), 2, self)
        table.setObjectName("shortcuts.table")
        table.setAccessibleName("Shortcuts")
        table.setHorizontalHeaderLabels(["Action", "Keys"])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().resizeSection(1, 160)
        for row, (title, keys) in enumerate(listed):
            table.setItem(row, 0, QTableWidgetItem(title))
            table.setItem(row, 1, QTableWidgetItem(keys))
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(table)
        self.resize(520, 560)
