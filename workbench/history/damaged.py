"""Sets a file that is no database aside, whole, so that a new history can begin in its place."""

from itertools import count
from pathlib import Path

from workbench.history.rows import Notice

# The main file last: while it stands, the next start finds it again and finishes the work.
_PARTS = ("-wal", "-shm", "")


def beside(path: Path, part: str) -> Path:
    """One of the files SQLite keeps beside a database."""
    return path.with_name(path.name + part)


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
