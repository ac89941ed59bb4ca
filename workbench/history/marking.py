"""What the user adds to a request: a star that keeps it, and a note."""

import sqlite3

from workbench.ground.errors import InputError
from workbench.history.indexing import storable

LONGEST_NOTE = 2000


def star(connection: sqlite3.Connection, row_id: int, *, starred: bool) -> bool:
    """Give or take the star; False when there is no such request."""
    marked = connection.execute("UPDATE requests SET starred = ? WHERE id = ?", (int(starred), row_id))
    return bool(marked.rowcount)


def annotate(connection: sqlite3.Connection, row_id: int, note: str) -> bool:
    """Replace the note; False when there is no such request. Raises InputError for an overlong one."""
    if len(note) > LONGEST_NOTE:
        raise InputError(
            f"The note has {len(note):,} characters; {LONGEST_NOTE:,} is the most.", fix="Shorten it, then save again."
        )
    marked = connection.execute("UPDATE requests SET note = ? WHERE id = ?", (storable(note.strip()), row_id))
    return bool(marked.rowcount)
