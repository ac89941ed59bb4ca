"""Forgets what the user wants forgotten, the copies of the file included."""

import sqlite3
from glob import escape
from pathlib import Path

from workbench.history.full_text import delete_unindexed

_COPIES = (".version-*", ".damaged-*")

# Children first: by the foreign key alone, each request would look its own up one by one.
_DELETIONS = (
    "DELETE FROM events WHERE request_id IN (SELECT id FROM requests WHERE state <> 'pending')",
    "DELETE FROM bodies WHERE request_id IN (SELECT id FROM requests WHERE state <> 'pending')",
)


def wipe_requests(connection: sqlite3.Connection) -> int:
    """Delete every request that waits for no answer; returns how many."""
    delete_unindexed(connection, _DELETIONS)
    return connection.execute("DELETE FROM requests WHERE state <> 'pending'").rowcount


def remove_copies(path: Path) -> None:
    """Delete the copies made before migrations, and damaged files set aside. Raises OSError."""
    for suffix in _COPIES:
        for copy in path.parent.glob(escape(path.name) + suffix):
            copy.unlink(missing_ok=True)
