"""The history: every request is written here before its first byte leaves, and its answer when it comes."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.ground.errors import InputError, MachineError, WorkbenchError
from workbench.history.finding import distinct_values
from workbench.history.instances import is_gone, known_instances, one_at_a_time
from workbench.history.marking import annotate, star
from workbench.history.opening import instances_folder, open_file
from workbench.history.query import Query
from workbench.history.reading import count_rows, read_entry, read_ids, read_rows
from workbench.history.retention import count_old, delete_some_old, moment_to_fit, size_in_use
from workbench.history.rows import Entry, Notice, Row
from workbench.history.seen import read_seen
from workbench.history.trouble import in_words
from workbench.history.wiping import remove_copies, wipe_requests
from workbench.history.writing import insert_request, record_outcome, settle
from workbench.judging.duplicates import SeenEvent

_MOST_ROW_ID = 2**63 - 1


class History:
    """A history file in use. Every method may be called from any thread, and several programs may share the file.

    ``busy_timeout`` is how many seconds a write waits for another program's. ``max_pages`` bounds the file (pages of
    4 KiB). Construction creates or migrates the file; it raises MachineError when the file cannot even be read.
    """

    def __init__(self, *, path: Path, busy_timeout: float = 10.0, max_pages: int | None = None) -> None:
        self._path = path.absolute()
        opened = open_file(self._path, busy_timeout=busy_timeout, max_pages=max_pages)
        self._connections = opened.connections
        self._instance = opened.instance
        self._notices = opened.notices
        self._lock = Lock()
        # Only this one is kept: SQLite's data_version tells a connection what *others* wrote, and while one is open no
        # other empties and deletes the write-ahead log when it closes, which takes three times as long as a write.
        self._watcher: sqlite3.Connection | None = opened.watcher

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What happened to the file when it was opened, for its owner to know."""
        return self._notices

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read, so that nothing can be sent."""
        return self._instance is None

    def begin(self, *, account_name: str, ad_account_id: str, mode: Mode, url: str, body: bytes, at: float) -> int:
        """Record a request that is about to be sent, as pending; ``at`` is a Unix time in seconds. Returns its id.

        The row is on the disk when this returns. Raises MachineError when it is not: then nothing may be sent.
        """
        self._refuse_when_closed()
        try:
            with self._connections.writing() as connection:
                return insert_request(
                    connection,
                    account_name=account_name,
                    ad_account_id=ad_account_id,
                    mode=mode,
                    url=url,
                    body=body,
                    at=at,
                    instance=self._instance.id if self._instance else "",
                )
        except MachineError as error:
            message = f"Nothing was sent, because it could not be recorded first. {error.message}"
            raise MachineError(message, fix=error.fix) from error

    def finish(self, row_id: int, outcome: Outcome, *, at: float) -> None:
        """Record what became of a request. Raises MachineError when it cannot be written or the row is gone,
        WorkbenchError when the request already has an outcome."""
        self._refuse_when_closed()
        with self._connections.writing() as connection:
            record_outcome(connection, row_id, outcome, at=at)

    def settle_orphans(self) -> int:
        """Turn the pending rows of programs that live no longer into *unknown*; returns how many."""
        self._refuse_when_closed()
        if self._instance is None:
            return 0
        folder = instances_folder(self._path)
        settled = 0
        with in_words(self._path), one_at_a_time(folder):
            pending = self._instances_with_pending_rows()
            for instance in (pending | known_instances(folder)) - {self._instance.id}:
                with is_gone(folder, instance) as gone:
                    if gone and instance in pending:
                        with self._connections.writing() as connection:
                            settled += settle(connection, instance)
        return settled

    def _instances_with_pending_rows(self) -> frozenset[str]:
        with self._connections.reading() as connection:
            found = connection.execute("SELECT DISTINCT instance FROM requests WHERE state = 'pending'")
            return frozenset(str(instance) for (instance,) in found)

    def rows(self, query: Query) -> tuple[Row, ...]:
        """One page of rows. Raises MachineError."""
        with self._reading() as connection:
            return read_rows(connection, query)

    def count(self, query: Query) -> int:
        """How many rows the query has on all its pages. Raises MachineError."""
        with self._reading() as connection:
            return count_rows(connection, query)

    def account_names(self) -> tuple[str, ...]:
        """The names of all accounts that ever sent, those removed or renamed since included. Raises MachineError."""
        with self._reading() as connection:
            return distinct_values(connection, "requests", "account_name")

    def event_names(self) -> tuple[str, ...]:
        """The names of all events that were ever sent. Raises MachineError."""
        with self._reading() as connection:
            return distinct_values(connection, "events", "event_name")

    def seen_live(
        self, ad_account_id: str, *, event_ids: Iterable[str], order_ids: Iterable[str], since: float
    ) -> tuple[SeenEvent, ...]:
        """The events with one of these ids or orders that went live for the ad account since a Unix time.

        Those that failed or were refused are not among them; those whose outcome is unknown are. Raises MachineError.
        """
        with self._reading() as connection:
            return read_seen(connection, ad_account_id, event_ids=event_ids, order_ids=order_ids, since=since)

    def entry(self, row_id: int) -> Entry:
        """One request whole. Raises InputError when there is none of that id."""
        found = self._entry(row_id)
        if found is None:
            raise _no_such_request(row_id)
        return found

    def _entry(self, row_id: int) -> Entry | None:
        if not 0 < row_id <= _MOST_ROW_ID:
            return None
        with self._reading() as connection:
            return read_entry(connection, row_id)

    def export_rows(self, query: Query) -> Iterator[Entry]:
        """Every request of all pages of the query (its limit and offset do not count), read one at a time.

        Which ones is decided at the first step; those deleted meanwhile are left out. No connection is held between
        steps, so that an export may take as long as it likes and be given up at any point.
        """
        with self._reading() as connection:
            # Eight bytes a row, instead of a transaction that lasts as long as the export.
            ids = array("q", read_ids(connection, query))
        for row_id in ids:
            if (entry := self._entry(row_id)) is not None:
                yield entry

    def delete(self, row_id: int) -> None:
        """Forget one request. Raises InputError when it is not there, or still waits for its answer."""
        entry = self.entry(row_id)
        if entry.row.state is State.PENDING:
            raise InputError(
                f"Request {row_id} is still waiting for its answer.", fix="Delete it when the answer is there."
            )
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM requests WHERE id = ? AND state <> 'pending'", (row_id,))

    def star(self, row_id: int, *, starred: bool) -> None:
        """Give a request its star, or take it. Raises InputError when there is no such request, MachineError."""
        with self._connections.writing() as connection:
            found = star(connection, row_id, starred=starred)
        if not found:
            raise _no_such_request(row_id)

    def annotate(self, row_id: int, note: str) -> None:
        """Replace the note of a request. Raises InputError when it is too long or there is no such request."""
        with self._connections.writing() as connection:
            found = annotate(connection, row_id, note)
        if not found:
            raise _no_such_request(row_id)

    def size(self) -> int:
        """The bytes of the file that hold something. Raises MachineError."""
        with self._reading() as connection:
            return size_in_use(connection)

    def count_old(self, *, before: float) -> int:
        """How many requests ``forget_old`` would delete. Raises MachineError."""
        with self._reading() as connection:
            return count_old(connection, before)

    def moment_to_fit(self, size: int) -> float | None:
        """The ``before`` with which ``forget_old`` brings the file to about so many bytes; None when it is smaller."""
        with self._reading() as connection:
            return moment_to_fit(connection, size)

    def forget_old(self, *, before: float) -> int:
        """Forget what was sent before a moment, but nothing that is pending or starred; returns how many.

        Some at a time, so that a send meanwhile waits a moment and not for all of it. Raises MachineError.
        """
        forgotten = 0
        while True:
            with self._connections.writing() as connection:
                some = delete_some_old(connection, before)
            if not some:
                break
            forgotten += some
        if forgotten:
            self._give_room_back()
        return forgotten

    def wipe(self) -> int:
        """Forget every request, and the copies made before migrations or of damaged files; returns how many.

        What a living program is sending at this moment stays: its answer must find its row. Raises MachineError.
        """
        self.settle_orphans()
        with self._connections.writing() as connection:
            wiped = wipe_requests(connection)
        self._give_room_back()
        with in_words(self._path):
            remove_copies(self._path)
        return wiped

    def _give_room_back(self) -> None:
        with in_words(self._path), self._connections.maintaining() as connection:
            # The room goes back to the disk (as a script: execute would stop after one page), and the log holds no more
            # of what was deleted.
            connection.executescript("PRAGMA incremental_vacuum")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def version(self) -> int:
        """A number that differs from the last one when any program has written since. Takes microseconds."""
        with self._lock, in_words(self._path):
            if self._watcher is None:
                raise _closed()
            return int(self._watcher.execute("PRAGMA data_version").fetchall()[0][0])

    def close(self) -> None:
        """Let go of the file; may be called twice. What is still pending is for the next ``settle_orphans``."""
        with self._lock, in_words(self._path):
            watcher, self._watcher = self._watcher, None
            if watcher is None:
                return
            watcher.close()
            if self._instance is not None:
                self._instance.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        self._refuse_when_closed()
        with self._connections.reading() as connection:
            yield connection

    def _refuse_when_closed(self) -> None:
        if self._watcher is None:
            raise _closed()


def _closed() -> WorkbenchError:
    return WorkbenchError("The history was used after it was closed.", fix="Start the program again.")


def _no_such_request(row_id: int) -> InputError:
    return InputError(f"There is no request {row_id} in the history.", fix="Look for it with `workbench history`.")
