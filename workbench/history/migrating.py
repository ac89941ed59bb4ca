"""Brings a history file to the newest version of its tables, step by step, after making a copy of it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from workbench.ground.errors import MachineError
from workbench.history.schema import APPLICATION_ID, Step


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has behind it; 0 for an empty one. Raises MachineError for another program's database."""
    version = _pragma(connection, "user_version")
    application = _pragma(connection, "application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchall()[0][0]
    if application != APPLICATION_ID and (application or version or tables):
        raise MachineError(
            "The file in the place of the history is a database of another program.",
            fix="Move it elsewhere, or choose another folder with --data-dir. Nothing in it was changed.",
        )
    return version


def refuse_newer(version: int, *, known: int) -> None:
    """Raise MachineError when the file was written by a later release than this one."""
    if version > known:
        raise MachineError(
            f"The history was written by a newer release of this program (its tables are version {version};"
            f" this release knows {known}).",
            fix="Install the newer release, or choose another folder with --data-dir. Nothing was changed.",
        )


def migrate(connection: sqlite3.Connection, *, path: Path, steps: Sequence[Step]) -> Path | None:
    """Apply the steps the file lacks, each in a transaction of its own.

    Returns the copy that was made before the first one, None when none was needed. A step that fails leaves the file
    as the step before it had left it; sqlite3.Error or OSError says why.
    """
    version = version_of(connection)
    refuse_newer(version, known=len(steps))
    if version == len(steps):
        return None
    copy = _copy(connection, path.with_name(f"{path.name}.version-{version}")) if version else None
    if not version:
        _begin_new(connection)
    for number, step in enumerate(steps[version:], start=version + 1):
        _apply(connection, step, number)
    return copy


def _begin_new(connection: sqlite3.Connection) -> None:
    # Both can only be chosen while the file is empty. The first lets a later deletion give its room back to the disk.
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL").fetchall()


def _apply(connection: sqlite3.Connection, step: Step, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in step.statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy(connection: sqlite3.Connection, target: Path) -> Path:
    """A whole copy under ``target``; under another name until it is whole, so that half a copy never passes for one."""
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    with closing(sqlite3.connect(partial)) as copy:
        connection.backup(copy)
        # A copy that needs no second file beside it.
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    partial.replace(target)
    return target


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchall()[0][0])
