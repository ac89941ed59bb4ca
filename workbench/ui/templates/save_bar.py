"""The line in which the selected event gets a name and becomes an own template."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.events.own_templates import LONGEST_NAME
from workbench.ui.compose.text_editors import Line
from workbench.ui.look.widgets import Tick, ToneLabel


class SaveBar(QWidget):
    """``save_asked`` brings the name, and whether the plain test values are to be kept."""

    save_asked = Signal(str, bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        caption = ToneLabel("Save the selected event as a &template", parent=self)
        self.name = Line(name="templates.name", label="Name of the new template", hint="Its name", parent=self)
        self.name.setMaxLength(LONGEST_NAME)
        caption.setBuddy(self.name)
        self.save = QPushButton("Save", self)
        self.save.setObjectName("templates.save")
        self.save.setAccessibleName("Save the selected event as a template")
        self.plain = Tick("Keep the plain test values", name="templates.plain", parent=self)
        self.plain.setToolTip("Without the tick, match keys are written to the disk as digests only.")
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.name, 1)
        across.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(caption)
        layout.addLayout(across)
        layout.addWidget(self.plain)
        self.name.returnPressed.connect(self._ask)
        self.save.clicked.connect(self._ask)

    def start(self) -> None:
        """Puts the keys into the name."""
        self.name.setFocus()
        self.name.selectAll()

    def clear(self) -> None:
        """Ready for the next one; the tick was for that template only."""
        self.name.clear()
        self.plain.setChecked(False)

    def _ask(self) -> None:
        self.save_asked.emit(self.name.text(), self.plain.isChecked())
