"""Short-lived connections to the history file.

One connection for each operation: nothing is shared between threads or left to be collected, and a crash in one
operation cannot leave a transaction open in another. Opening one costs about 0.2 ms, less than half of the synced
commit it serves on a fast disk and next to nothing of it on a slow one.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from workbench.history.trouble import CannotWriteError, in_words


class Access(StrEnum):
    """How the file is opened, in SQLite's own words.

    FROZEN is for a file in a folder where SQLite cannot create the files it needs to share it with others.
    """

    WRITE = "mode=rw"
    READ = "mode=ro"
    FROZEN = "mode=ro&immutable=1"


def connect(path: Path, *, access: Access, busy_timeout: float, shared: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode to an existing file; ``shared`` ones may be used by several threads in turn."""
    absolute = path.absolute().as_posix()
    # An empty authority and an absolute path: also right for a drive letter and for a folder on a server.
    uri = f"file://{'' if absolute.startswith('/') else '/'}{quote(os.fsencode(absolute))}?{access.value}"
    return sqlite3.connect(
        uri, uri=True, timeout=busy_timeout, isolation_level=None, check_same_thread=not shared, cached_statements=32
    )


@dataclass(frozen=True, slots=True)
class Connections:
    """How to reach one history file.

    ``busy_timeout`` is in seconds. ``max_pages`` bounds the file's size in pages of 4 KiB: a write beyond it fails as
    on a full disk.
    """

    path: Path
    access: Access
    busy_timeout: float
    max_pages: int | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the file as it is now, whatever others write meanwhile. Raises MachineError."""
        with in_words(self.path), closing(self._connect()) as connection:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on the disk when the block ends, and undone when it raises. Raises MachineError."""
        with in_words(self.path), self.maintaining() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            # When the block raises, this is not reached, and closing the connection undoes what was done.
            connection.execute("COMMIT")

    @contextmanager
    def maintaining(self) -> Iterator[sqlite3.Connection]:
        """A connection for writing without a transaction, for what SQLite does only outside of one."""
        if self.access is not Access.WRITE:
            raise CannotWriteError(
                f"The history file {self.path} is open for reading only.",
                fix="Change the permissions of the file and of its folder, then start the program again.",
            )
        with in_words(self.path), closing(self._connect()) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            # A row must be on the disk, not in its cache, before the first byte leaves; the second is for macOS.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA fullfsync = ON")
            # What the user deletes is overwritten, not only unlinked.
            connection.execute("PRAGMA secure_delete = ON")
            if self.max_pages is not None:
                connection.execute(f"PRAGMA max_page_count = {self.max_pages:d}")
            yield connection

    def watching(self) -> sqlite3.Connection:
        """A connection to keep, that several threads may use in turn to read. Raises MachineError."""
        with in_words(self.path):
            connection = connect(self.path, access=self.access, busy_timeout=self.busy_timeout, shared=True)
            try:
                connection.execute("PRAGMA query_only = ON")
                # Makes it open the write-ahead log, which it then keeps.
                connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
            except BaseException:
                connection.close()
                raise
            return connection

    def _connect(self) -> sqlite3.Connection:
        return connect(self.path, access=self.access, busy_timeout=self.busy_timeout)
