"""The rows that a query finds, as a table that holds only the pages near those in sight.

Pages are read in a worker and a row that is not there yet says so, because a page costs what its query costs.
Measured with 100,000 requests (200,000 events), 256 rows a page, milliseconds::

    no filter, first / middle / last page           3 / 8 / 14
    sorted by event name or status, last page       16
    a text, any page                                360 to 650 (each page searches all events again)

Read in the GUI thread, the last two would hold up a scroll.
"""

from collections import OrderedDict, deque
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.query import Query
from workbench.history.rows import Row
from workbench.ui.background import Background
from workbench.ui.history.columns import COLUMNS, MODE, STATE
from workbench.ui.history.listing import PAGE, Listing, Pages, position_in, read_page_of
from workbench.ui.history.requests import Requests
from workbench.ui.history.row_look import RowLook

_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
_MOST_PAGES = 32
# What can be in sight at once lies on two pages; a third is forgiven, older wishes are of rows scrolled past.
_MOST_WISHES = 3
_ABSENT = "…"
