"""A history of 1,000,000 sends on its page: from what the user does to the rows painted, beside the bare SQL."""

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from history_file import ROWS, event_id, million_rows
from measuring import tell
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from workbench.app import fresh_id
from workbench.contract.loading import load_contract
from workbench.history.store import History
from workbench.judging.judge import Judge
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage
from workbench.ui.history.requests import Deferred

ROUNDS = 7
# Asking over and over would take the worker its turns.
_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
COLUMNS = "id, sent_at, account_name, mode, state, event_count, event_name, event_id, status, elapsed"
NEWEST = f"SELECT {COLUMNS} FROM requests ORDER BY sent_at DESC, id DESC LIMIT 256"  # noqa: S608
OLDEST = f"SELECT {COLUMNS} FROM requests ORDER BY sent_at, id LIMIT 256"  # noqa: S608
ALL = "SELECT count(*) FROM requests"
CHOSEN = (
    "FROM requests WHERE mode = 'test' AND state = 'processed'"
    " AND account_name = 'Shop EU' COLLATE NOCASE AND account_name = 'Shop EU'"
)
FILTERED = f"SELECT {COLUMNS} {CHOSEN} ORDER BY sent_at DESC, id DESC LIMIT 256"
COUNTED = f"SELECT count(*) {CHOSEN}"
SOUGHT = event_id(ROWS // 3)
FOUND = "SELECT rowid >> 20 FROM event_index WHERE event_index MATCH '\"" + SOUGHT + "\"'"  # noqa: S608
NAMED = "SELECT request_id FROM events WHERE event_name = 'checkout'"
NAMED_ROWS = f"SELECT {COLUMNS} FROM requests WHERE +id IN ({NAMED}) ORDER BY sent_at DESC, id DESC LIMIT 256"  # noqa: S608
NAMED_COUNT = f"SELECT count(*) FROM (SELECT DISTINCT * FROM ({NAMED}))"  # noqa: S608


def bare(path: Path, *statements: str) -> float:
    """The milliseconds that SQLite takes, on a connection of its own."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement).fetchall()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


class Watch:
    """A page in sight, and a clock that stops when what was asked for has been painted."""

    def __init__(self, app: QApplication, path: Path) -> None:
        self._app = app
        self._path = path
        self._history: History | None = None
        self._background = Background()
        contract = load_contract()
        self.page = HistoryPage(
            history=Deferred(find=self._find),
            contract=contract,
            background=self._background,
            clock=time.time,
            fresh_id=fresh_id,
            judge=Judge(contract=contract),
            composed=tuple,
        )
        self.page.resize(1400, 780)
        # The file is opened by the first read, in a worker.
        began = time.perf_counter()
        self.page.show()
        self._until_painted(self._has_first)
        self.opened = (time.perf_counter() - began) * 1000

    def measure(self, act: Callable[[], None], ready: Callable[[], bool]) -> float:
        """From ``act`` until ``ready`` and painted, the middle of a few, each from the unfiltered page."""
        took = []
        for _ in range(ROUNDS):
            self.page.filter.clear()
            self.page._filter_changed()
            self.settle()
            self._until_painted(self._is_whole)
            self.page.table.scrollToTop()
            self.settle()
            if act == self.jump:
                # Else the page of the round before would still be at hand.
                self.page.table.rows._pages.clear()
            began = time.perf_counter()
            act()
            self._until_painted(ready)
            took.append((time.perf_counter() - began) * 1000)
        return statistics.median(took)

    def settle(self) -> None:
        """Until nothing is under way."""
        while self._background.busy:
            self._app.processEvents(_WAIT)

    def filter_three(self) -> None:
        """A mode, a state and an account at once."""
        bar = self.page.filter
        for choice, word in ((bar.mode, "TEST"), (bar.state, "processed"), (bar.account, "Shop EU")):
            choice.blockSignals(True)
            choice.setCurrentText(word)
            choice.blockSignals(False)
        self.page._filter_changed()

    def search(self) -> None:
        """The id of one event."""
        self._type(SOUGHT)

    def choose_event(self) -> None:
        """The name of an eighth of all events."""
        self.page.filter.event_name.setCurrentText("checkout")

    def jump(self) -> None:
        """The last row."""
        self.page.table.scrollToBottom()

    def is_filtered(self) -> bool:
        """Whether the table shows what was asked for."""
        return 0 < self.page.table.rows.rowCount() < ROWS

    def at_the_end(self) -> bool:
        """Whether the last row is at hand."""
        return self.page.table.rows.row(ROWS - 1) is not None

    def _type(self, text: str) -> None:
        # Without the pause that is waited for after typing.
        self.page.filter.line.blockSignals(True)
        self.page.filter.line.setText(text)
        self.page.filter.line.blockSignals(False)
        self.page._filter_changed()

    def _find(self) -> History:
        if self._history is None:
            self._history = History(path=self._path)
        return self._history

    def _has_first(self) -> bool:
        return self.page.table.rows.row(0) is not None

    def _is_whole(self) -> bool:
        return self.page.table.rows.rowCount() == ROWS

    def _until_painted(self, ready: Callable[[], bool]) -> None:
        while not ready():
            self._app.processEvents(_WAIT)
        self.page.table.viewport().repaint()


def main() -> None:
    """Measures all and tells."""
    path = million_rows(Path(__file__).resolve().parents[2] / "build")
    app = QApplication(sys.argv[:1])
    bare(path, COUNTED, NAMED_COUNT, FOUND)  # warms the disk
    watch = Watch(app, path)
    watch.settle()
    tell(
        open=watch.opened,
        open_floor=bare(path, ALL, NEWEST),
        filter=watch.measure(watch.filter_three, watch.is_filtered),
        filter_floor=bare(path, FILTERED, COUNTED),
        search=watch.measure(watch.search, watch.is_filtered),
        search_floor=bare(path, FOUND),
        event=watch.measure(watch.choose_event, watch.is_filtered),
        event_floor=bare(path, NAMED_ROWS, NAMED_COUNT),
        end=watch.measure(watch.jump, watch.at_the_end),
        end_floor=bare(path, OLDEST),
    )


main()
