"""The table of sends: columns, order, selection, and what can be done with the selected row."""

from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.history.query import Order
from workbench.ui.background import Background
from workbench.ui.history.column_menu import ColumnMenu
from workbench.ui.history.columns import COLUMNS, STAR
from workbench.ui.history.history_model import HistoryModel
from workbench.ui.history.listing import Listing
from workbench.ui.history.requests import Requests
from workbench.ui.history.row_look import row_look
from workbench.ui.history.table_menu import TableMenu

_PADDING = 12
# In digits: the title of the narrowest column and the mark of its order.
_NARROWEST = 6


class HistoryTable(QTableView):
    """Named ``history``. ``chosen`` brings the id of the selected row, ``sort_asked`` an Order and whether it falls,
    ``asked`` the name of a Deed to be done with the selected row."""

    chosen = Signal(object)
    sort_asked = Signal(object, bool)
    asked = Signal(str)

    def __init__(self, *, history: Requests, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setAccessibleName("Sends")
        self._rows = HistoryModel(history=history, background=background, parent=self)
        self._sorted_by = 0
        self._direction = Qt.SortOrder.DescendingOrder
        self._awaited = False
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._menu = TableMenu(table=self)
        self._menu.asked.connect(self.asked)
        self._menu.sort_asked.connect(self._sort_by)
        self._prepare_headers()
        self.columns = ColumnMenu(header=self.horizontalHeader(), parent=self)
        self.addAction(self.columns.menu.menuAction())
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self._rows.dataChanged.connect(self._tell_if_awaited)
        self._dress()
        self._set_sizes()

    @property
    def rows(self) -> HistoryModel:
        """The model."""
        return self._rows

    @property
    def current_id(self) -> int | None:
        """The id of the selected row."""
        return self._id_at(self.currentIndex().row())

    def selected_ids(self, *, most: int) -> tuple[int, ...]:
        """The ids of the selected rows that are at hand, ``most`` at the most: a million may be selected at once."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.count()))
        numbers = (row for each in ranges for row in range(each.top(), each.bottom() + 1))
        ids = (self._id_at(number) for number in islice(numbers, most))
        return tuple(row_id for row_id in ids if row_id is not None)

    @property
    def neighbour_id(self) -> int | None:
        """The id of the row that takes the selected one's place when that goes."""
        at = self.currentIndex().row()
        return self._id_at(at + 1) or self._id_at(at - 1)

    @property
    def top(self) -> int:
        """The number of the first row in sight."""
        return self.verticalScrollBar().value()

    def show_listing(self, listing: Listing) -> None:
        """Shows what a query found, from row ``listing.top`` on, with the row that was to be found selected."""
        self._awaited = False
        self._rows.show_listing(listing)
        if listing.position is not None:
            self._select(listing.position)
        # Last, since selecting a row scrolls to it; the bar knows the new number of rows only once they are laid out.
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(listing.top)

    def select_first(self) -> None:
        """Selects the row on top."""
        self._select(0)

    def reveal_selected(self) -> None:
        """Scrolls to the selected row."""
        self.scrollTo(self.currentIndex())

    def show_order(self, order: Order, *, descending: bool) -> None:
        """Marks the column the rows are sorted by, without telling anyone."""
        self._sorted_by = next(at for at, column in enumerate(COLUMNS) if column.order is order)
        self._direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._mark_order()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        elif event.type() is QEvent.Type.FontChange:
            self._set_sizes()

    def _prepare_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        for at, column in enumerate(COLUMNS):
            if not column.width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        header.moveSection(STAR, 0)
        header.setAccessibleName("Columns; choose one to sort by it")
        self._mark_order()
        header.sortIndicatorChanged.connect(self._sort)

    def _set_sizes(self) -> None:
        metrics = self.fontMetrics()
        digit = metrics.horizontalAdvance("0")
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST * digit)
        for at, column in enumerate(COLUMNS):
            if column.width:
                self.horizontalHeader().resizeSection(at, column.width * digit + _PADDING)

    def _dress(self) -> None:
        self._rows.set_look(row_look(self.palette()))

    def _mark_order(self) -> None:
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(self._sorted_by, self._direction)
        header.blockSignals(False)
        header.viewport().update()
        self._menu.show_order(self._sorted_by)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        wanted = COLUMNS[section].order
        if wanted is None:
            # The header has already put its mark on a column that the history cannot sort by.
            self._mark_order()
            return
        self._sorted_by, self._direction = section, order
        self._menu.show_order(section)
        self.sort_asked.emit(wanted, order is Qt.SortOrder.DescendingOrder)

    def _sort_by(self, section: int) -> None:
        """Chosen in the menu: as if the header had been clicked."""
        falls = self._direction is Qt.SortOrder.DescendingOrder
        descending = not falls if section == self._sorted_by else COLUMNS[section].falling
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, order)

    def _select(self, row: int) -> None:
        self.setCurrentIndex(self._rows.index(row, 0))

    def _id_at(self, number: int) -> int | None:
        row = self._rows.row(number) if 0 <= number < self._rows.rowCount() else None
        return row.id if row else None

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row_id = self._id_at(current.row())
        # A row that is still being read is told when it is there.
        self._awaited = current.isValid() and row_id is None
        if row_id is not None:
            self.chosen.emit(row_id)

    def _tell_if_awaited(self) -> None:
        if self._awaited:
            self._current_changed(self.currentIndex(), self.currentIndex())
