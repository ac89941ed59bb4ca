"""The table of captured requests."""

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.practice.captures import Capture
from workbench.ui.practice.captures_model import COLUMNS, CapturesModel

_PADDING = 12


class CapturesTable(QTableView):
    """Named ``captures``. ``chosen`` brings the selected Capture, or None when there is none."""

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("captures")
        self.setAccessibleName("Requests that arrived")
        self.rows = CapturesModel(parent=self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.rows.modelReset.connect(self._choose_first)
        self._set_sizes()
        self.rows.dress(self.palette())

    @property
    def current(self) -> Capture | None:
        """The selected capture."""
        return self.rows.capture(self.currentIndex().row())

    def show_captures(self, captures: tuple[Capture, ...]) -> None:
        """Shows captures; what is selected stays selected, and something is."""
        self.rows.show_captures(captures)
        if captures and self.current is None:
            self._choose_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.rows.dress(self.palette())
        elif event.type() is QEvent.Type.FontChange:
            self._set_sizes()

    def _set_sizes(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        for at, (_title, _text, width) in enumerate(COLUMNS):
            if width:
                self.horizontalHeader().resizeSection(at, width * metrics.horizontalAdvance("0") + _PADDING)

    def _choose_first(self) -> None:
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        else:
            self.chosen.emit(None)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self.rows.capture(current.row()))
