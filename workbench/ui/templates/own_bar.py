"""The buttons below the list: add the event, and what can be done with own templates."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from workbench.events.own_templates import OwnTemplate
from workbench.ui.templates.rows import Kind, Row


class OwnBar(QWidget):
    """Buttons whose clicks the tab listens to."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = self._button("templates.add", "Add the event", "Add an event from the template (Enter)")
        self.rename = self._button("templates.rename", "Rename", "Rename your template (F2)")
        self.delete = self._button("templates.delete", "Delete", "Delete your template (Del)")
        self.export = self._button(
            "templates.export", "Export", "Write a file to share: your chosen template, or all of yours"
        )
        self.import_ = self._button("templates.import", "Import …", "Read a file of templates")
        self._menu = QMenu(self)
        self.export_digests = self._menu.addAction("With digests only …")
        self.export_plain = self._menu.addAction("With the plain test values …")
        self.export.setMenu(self._menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.add)
        layout.addStretch(1)
        for button in (self.rename, self.delete, self.export, self.import_):
            layout.addWidget(button)

    def show_choice(self, row: Row | None, chosen: Sequence[OwnTemplate]) -> None:
        """What can be done with the row at the cursor; ``chosen`` would be exported."""
        own = row is not None and row.kind is Kind.OWN
        self.add.setEnabled(row is not None and row.usable)
        self.rename.setEnabled(own)
        self.delete.setEnabled(own)
        self.export.setEnabled(bool(chosen))
        self.export_plain.setEnabled(any(each.plain for each in chosen))

    def _button(self, name: str, text: str, label: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setToolTip(label)
        return button
