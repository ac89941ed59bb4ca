"""Finds out that a file is broken, and sets it aside, whole, so that a new history can begin in its place."""

import sqlite3
from itertools import count
from pathlib import Path

from workbench.history.rows import Notice
from workbench.history.schema import APPLICATION_ID
from workbench.history.trouble import DamagedError

# The main file last: while it stands, the next start finds it again and finishes the work.
_PARTS = ("-wal", "-shm", "")
# Checking takes about 16 ms for each megabyte. In a larger file a broken page is noticed when it is read.
_CHECKED_BYTES = 8_000_000


def beside(path: Path, part: str) -> Path:
    """One of the files SQLite keeps beside a database."""
    return path.with_name(path.name + part)


def refuse_broken(connection: sqlite3.Connection, path: Path) -> None:
    """Check a history that is not too large for it. Raises DamagedError, or sqlite3.DatabaseError."""
    ours = connection.execute("PRAGMA application_id").fetchall() == [(APPLICATION_ID,)]
    if not ours or path.stat().st_size > _CHECKED_BYTES:
        return
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise DamagedError(f"The history file {path} is damaged.", fix="Start the program again.")


def set_aside(path: Path) -> Notice:
    """Rename the file and what SQLite keeps beside it to the first free ``<name>.damaged-<n>``. Raises OSError."""
    target = next(
        name
        for number in count(1)
        if not any(beside(name := path.with_name(f"{path.name}.damaged-{number}"), part).exists() for part in _PARTS)
    )
    for part in _PARTS:
        if beside(path, part).exists():
            beside(path, part).rename(beside(target, part))
    return Notice(
        f"The history file was damaged and could not be read. It is kept as {target.name}, and a new history begins.",
        "What was sent before is in that file only: have it repaired (sqlite3 .recover) before you delete it.",
        target,
    )
