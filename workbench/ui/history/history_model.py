"""The rows that a query finds, as a table that holds only the pages near those in sight.

Pages are read in a worker and a row that is not there yet says so, because a page costs what its query costs.
Measured with 1,000,000 requests, 256 rows a page, in milliseconds::

    no filter: first, middle, last page             1.5, 28, 1.5
    mode, state and account: first, middle page     2, 28
    a text that one row has, that every fifth has   5, 60

In the GUI thread most of them would hold up a scroll.
"""

from collections import OrderedDict, deque
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from workbench.history.query import Query
from workbench.history.rows import Row
from workbench.ui.background import Background
from workbench.ui.history.columns import COLUMNS, MODE, STATE
from workbench.ui.history.listing import PAGE, Further, Listing, Pages, position_in, read_further
from workbench.ui.history.requests import Requests
from workbench.ui.history.row_look import RowLook

_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
MOST_PAGES = 32
# What is in sight at once lies on two pages. A third is forgiven; older wishes are of rows scrolled past.
_MOST_WISHES = 3
_ABSENT = "…"


class HistoryModel(QAbstractTableModel):
    """``outdated`` says that the history was written to after the listing in sight; ``failed`` brings an exception."""

    outdated = Signal()
    failed = Signal(object)

    def __init__(self, *, history: Requests, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._background = background
        self._query = Query()
        self._version = 0
        self._count = 0
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._look = RowLook()
        self._wishes: deque[int] = deque(maxlen=_MOST_WISHES)
        # Reading starts after the paint that found rows missing: nothing may change in the midst of it.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._read_next)
        self._under_way: int | None = None
        self._unreadable: set[int] = set()
        # Pages that were asked for another listing arrive late and are known by its number.
        self._listing = 0

    def set_look(self, look: RowLook) -> None:
        """Icons and colours made for the present palette."""
        self._look = look
        if self._count:
            self.dataChanged.emit(self.index(0, MODE), self.index(self._count - 1, STATE))

    def show_listing(self, listing: Listing) -> None:
        """Shows what a query found; its pages are at hand, so that nothing in sight is blank."""
        self.beginResetModel()
        self._listing += 1
        self._query, self._version, self._count = listing.query, listing.version, listing.count
        self._pages.clear()
        self._wishes.clear()
        self._unreadable.clear()
        self._under_way = None
        self._keep(listing.pages)
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The row of that number; None while it is being read."""
        page = self._pages.get(number // PAGE)
        if page is None:
            self._wish(number // PAGE)
            return None
        self._pages.move_to_end(number // PAGE)
        return page[number % PAGE] if number % PAGE < len(page) else None

    def position(self, row_id: int) -> int | None:
        """The number of a row, when it is at hand."""
        return position_in(self._pages, row_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == _ROLE.DisplayRole:
            return column.title
        if role == _ROLE.TextAlignmentRole:
            return _alignment(number=column.number)
        if role == _ROLE.InitialSortOrderRole:
            order = Qt.SortOrder.DescendingOrder if column.falling else Qt.SortOrder.AscendingOrder
            return order.value
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == _ROLE.TextAlignmentRole:
            return _alignment(number=column.number)
        row = self.row(index.row())
        text = _ABSENT if row is None else column.text(row)
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return text
        if role == _ROLE.AccessibleTextRole:
            return f"{column.title}: {'being read' if row is None else text or 'nothing'}"
        return None if row is None else self._colouring(row, index.column(), role)

    def _colouring(self, row: Row, column: int, role: int) -> Any:
        if column not in (MODE, STATE):
            return None
        meaning = row.mode if column == MODE else row.state
        if role == _ROLE.DecorationRole:
            return self._look.icons.get(meaning)
        if role == _ROLE.ForegroundRole:
            return self._look.colours.get(meaning)
        return None

    def _wish(self, page: int) -> None:
        if page != self._under_way and page not in self._unreadable and page not in self._wishes:
            self._wishes.append(page)
            self._soon.start()

    def _read_next(self) -> None:
        if self._under_way is not None or not self._wishes:
            return
        # The newest first: it is in sight.
        self._under_way = self._wishes.pop()
        self._background.run(
            partial(read_further, self._history, self._query, self._under_way, self._count),
            receiver=self,
            done=partial(self._arrived, self._listing),
            failed=partial(self._broke, self._listing, self._under_way),
        )

    def _arrived(self, listing: int, further: Further) -> None:
        if listing != self._listing:
            return
        self._under_way = None
        self._keep(further.pages)
        for page, rows in further.pages.items():
            first, end = page * PAGE, min(page * PAGE + len(rows), self._count)
            if first < end:
                self.dataChanged.emit(self.index(first, 0), self.index(end - 1, len(COLUMNS) - 1))
        if further.version != self._version:
            self.outdated.emit()
        self._read_next()

    def _broke(self, listing: int, page: int, error: BaseException) -> None:
        if listing == self._listing:
            self._under_way = None
            # Else each repaint would try again, and the message never end.
            self._unreadable.add(page)
            self.failed.emit(error)

    def _keep(self, pages: Pages) -> None:
        for page, rows in pages.items():
            self._pages[page] = rows
            self._pages.move_to_end(page)
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)


def _alignment(*, number: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
