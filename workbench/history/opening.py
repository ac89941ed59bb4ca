"""Makes the history file ready: created, brought up to date, set aside when damaged, or open for reading only."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workbench.ground.errors import MachineError
from workbench.history.connecting import Access, Connections, connect
from workbench.history.damaged import beside, refuse_broken, set_aside
from workbench.history.instances import Instance, one_at_a_time
from workbench.history.migrating import migrate, refuse_newer, version_of
from workbench.history.rows import Notice
from workbench.history.schema import STEPS, Step
from workbench.history.trouble import CannotWriteError, DamagedError, in_words


@dataclass(frozen=True, slots=True)
class Opened:
    """A usable history file. ``instance`` is None when it can only be read; ``notices`` say what happened to it.

    ``watcher`` is the one connection that stays open; both are for the user of the file to close.
    """

    connections: Connections
    watcher: sqlite3.Connection
    instance: Instance | None
    notices: tuple[Notice, ...]


def instances_folder(path: Path) -> Path:
    """Where the lock files of the programs that use this history are."""
    return path.parent / "instances"


def open_file(
    path: Path, *, busy_timeout: float, max_pages: int | None = None, steps: Sequence[Step] = STEPS
) -> Opened:
    """Make ``path`` a history of version ``len(steps)``, or find out that it can only be read. Raises MachineError."""
    with in_words(path):
        _refuse_what_is_no_file(path)
    connections = Connections(path=path, access=Access.WRITE, busy_timeout=busy_timeout, max_pages=max_pages)
    try:
        with in_words(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with one_at_a_time(instances_folder(path)):
                notices = _ready_for_writing(connections, steps)
                watcher = connections.watching()
                return Opened(connections, watcher, _instance_or_close(path, watcher), notices)
    except CannotWriteError as error:
        if not path.is_file():
            raise
        return _ready_for_reading(connections, steps, error)


def _instance_or_close(path: Path, watcher: sqlite3.Connection) -> Instance:
    try:
        return Instance(folder=instances_folder(path))
    except BaseException:
        watcher.close()
        raise


def _refuse_what_is_no_file(path: Path) -> None:
    if path.exists() and not path.is_file():
        what = "A folder" if path.is_dir() else "Something that is not a file"
        raise MachineError(
            f"{what} stands where the history file should be: {path}.",
            fix="Rename it or move it away, then start the program again.",
        )


def _ready_for_writing(connections: Connections, steps: Sequence[Step]) -> tuple[Notice, ...]:
    try:
        return _migrated(connections, steps)
    except DamagedError:
        notice = set_aside(connections.path)
        return (notice, *_migrated(connections, steps))


def _migrated(connections: Connections, steps: Sequence[Step]) -> tuple[Notice, ...]:
    path = connections.path
    # Readable by its owner alone: bodies hold addresses and user agents. Fails at once where writing is not allowed.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with connections.maintaining() as connection:
        refuse_broken(connection, path)
        copy = migrate(connection, path=path, steps=steps)
    if copy is None:
        return ()
    message = f"The history was brought to version {len(steps)} of its tables. A copy of it as it was is {copy.name}."
    return (Notice(message, "Delete the copy when all is well.", copy),)


def _ready_for_reading(connections: Connections, steps: Sequence[Step], reason: CannotWriteError) -> Opened:
    path = connections.path
    access = _readable(path, connections.busy_timeout, steps)
    notice = Notice(
        f"The history can be read but not written, so nothing can be sent. {reason.message}", reason.fix, path
    )
    readable = Connections(path=path, access=access, busy_timeout=connections.busy_timeout)
    return Opened(readable, readable.watching(), None, (notice,))


def _readable(path: Path, busy_timeout: float, steps: Sequence[Step]) -> Access:
    try:
        return _checked(path, Access.READ, busy_timeout, steps)
    except CannotWriteError:
        log = beside(path, "-wal")
        # Frozen means without the log of the latest writes: right only when there are none in it.
        if log.exists() and log.stat().st_size:
            raise
        return _checked(path, Access.FROZEN, busy_timeout, steps)


def _checked(path: Path, access: Access, busy_timeout: float, steps: Sequence[Step]) -> Access:
    with in_words(path), closing(connect(path, access=access, busy_timeout=busy_timeout)) as connection:
        version = version_of(connection)
    refuse_newer(version, known=len(steps))
    if version < len(steps):
        raise MachineError(
            f"The history file {path} is of an older release and cannot be brought up to date, because it may not be"
            " written.",
            fix="Change the permissions of the file and of its folder, then start the program again.",
        )
    return access
