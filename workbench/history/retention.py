"""Which old requests go when the history is to be kept for so long, or to become so small.

What is pending or starred never goes. The oldest go first, so both wishes come to one moment: what was sent before it.
"""

import sqlite3

_COUNT = "SELECT count(*) FROM requests WHERE sent_at < ? AND starred = 0 AND state <> 'pending'"
_NTH = """
SELECT sent_at FROM requests WHERE starred = 0 AND state <> 'pending' ORDER BY sent_at, id LIMIT 1 OFFSET ?
"""
_DELETE_SOME = """
DELETE FROM requests WHERE id IN (
  SELECT id FROM requests WHERE sent_at < ? AND starred = 0 AND state <> 'pending' ORDER BY sent_at, id LIMIT 500
)
"""
_BEYOND_ALL = 1e15


def size_in_use(connection: sqlite3.Connection) -> int:
    """The bytes of the file that hold something."""
    pages, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchall()[0][0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def count_old(connection: sqlite3.Connection, before: float) -> int:
    """How many requests may go of those sent before a moment."""
    return int(connection.execute(_COUNT, (before,)).fetchall()[0][0])


def moment_to_fit(connection: sqlite3.Connection, size: int) -> float | None:
    """What was sent before this moment has to go for the rest to take about ``size`` bytes; None when all may stay.

    Requests are taken to be of one size, since weighing each would have every body read.
    """
    used = size_in_use(connection)
    total = int(connection.execute("SELECT count(*) FROM requests").fetchall()[0][0])
    if used <= size or not total:
        return None
    excess = -(-(used - size) * total // used)
    found = connection.execute(_NTH, (excess,)).fetchall()
    return float(found[0][0]) if found else _BEYOND_ALL


def delete_some_old(connection: sqlite3.Connection, before: float) -> int:
    """Delete a few hundred of the oldest sent before a moment; returns how many, 0 when none is left."""
    return connection.execute(_DELETE_SOME, (before,)).rowcount
