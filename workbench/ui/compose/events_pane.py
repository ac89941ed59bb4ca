"""The left pane: the events of this request, and what can be done with them."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from workbench.ui.compose.composer import Composer
from workbench.ui.compose.events_model import EventsModel
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import SEVERITY_TONES, Tone
from workbench.ui.look.widgets import IconButton, ToneLabel, small_font


class EventsPane(QWidget):
    """A list named ``events`` with buttons above it. What a button asks for is done by whoever listens."""

    new_asked = Signal()
    duplicate_asked = Signal()
    remove_asked = Signal()
    templates_asked = Signal()
    person_asked = Signal()

    def __init__(self, *, composer: Composer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composer = composer
        self._model = EventsModel(composer=composer, parent=self)
        title = ToneLabel("Events", parent=self)
        title.setFont(small_font(self.font()))
        # Not a QListView: that lays all its rows out anew whenever one of them changes.
        self._list = QTreeView(self)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setObjectName("events")
        self._list.setAccessibleName("Events of this request")
        self._list.setModel(self._model)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(16, 16))
        self._new = IconButton("plus", "New event (Ctrl+N)", parent=self)
        self._new.setObjectName("events.new")
        self._duplicate = IconButton("copy", "Duplicate the event (Ctrl+D)", parent=self)
        self._duplicate.setObjectName("events.duplicate")
        self._remove = IconButton("trash", "Remove the event (Ctrl+Del), Ctrl+Z brings it back", parent=self)
        self._remove.setObjectName("events.remove")
        self._templates = IconButton("template", "Add an event from a template (Ctrl+Shift+N)", parent=self)
        self._templates.setObjectName("events.templates")
        self._person = IconButton("person", "Another made-up person for the event (Ctrl+P)", parent=self)
        self._person.setObjectName("events.person")
        self._lay_out(title)
        self._new.clicked.connect(self.new_asked)
        self._duplicate.clicked.connect(self.duplicate_asked)
        self._remove.clicked.connect(self.remove_asked)
        self._templates.clicked.connect(self.templates_asked)
        self._person.clicked.connect(self.person_asked)
        self._list.selectionModel().currentChanged.connect(self._choose)
        composer.judged.connect(self._follow)
        self._paint_icons()
        self._follow()

    def focus_list(self) -> None:
        """Puts the keys into the list."""
        self._list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()

    def _lay_out(self, title: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(title)
        buttons.addStretch(1)
        for button in (self._new, self._templates, self._duplicate, self._person, self._remove):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 0, 8)
        layout.setSpacing(4)
        layout.addLayout(buttons)
        layout.addWidget(self._list, 1)

    def _paint_icons(self) -> None:
        made = {
            tone.value: icon(tone.value, self.palette(), SEVERITY_TONES[tone], in_list=True) for tone in SEVERITY_TONES
        }
        made["check"] = icon("check", self.palette(), Tone.GOOD, in_list=True)
        self._model.set_icons(made)

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._composer.select(current.row())

    def _follow(self) -> None:
        """The list's own selection follows the composer's."""
        index = self._model.index(self._composer.composition.selected)
        if index.isValid() and self._list.currentIndex().row() != index.row():
            selection = self._list.selectionModel()
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
