"""Which programs are using a history now: each holds the lock of its own file, which the system frees when it dies.

``<data>/instances/<32 hex digits>.lock`` is an instance; ``opening.lock`` beside them admits one opener at a time.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from workbench.ground.errors import MachineError

_ID = re.compile(r"[0-9a-f]{32}")
_OPENING_TIMEOUT = 30.0


class Instance:
    """One user of the history, from its construction (within ``one_at_a_time``) until ``close`` or the process ends."""

    def __init__(self, *, folder: Path) -> None:
        from filelock import FileLock

        self.id = uuid4().hex
        self._path = _lock_path(folder, self.id)
        # Not thread-local: the thread that closes the history need not be the one that opened it.
        self._lock = FileLock(self._path, thread_local=False)
        self._lock.acquire(blocking=False)

    def close(self) -> None:
        """Give the lock back and remove its file. May be called twice."""
        self._lock.release()
        _remove(self._path)


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Only one program at a time opens the history, sets it aside, or looks for the dead.

    Makes the folder. Raises MachineError when another one takes too long, OSError when the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    folder.mkdir(mode=0o700, exist_ok=True)
    lock = FileLock(folder / "opening.lock", thread_local=False)
    try:
        lock.acquire(timeout=_OPENING_TIMEOUT, poll_interval=0.01)
    except Timeout as error:
        raise MachineError(
            f"Another window has been opening the history beside {folder} for {_OPENING_TIMEOUT:.0f} seconds.",
            fix="Wait until it is ready, or close it, then try again.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def known_instances(folder: Path) -> frozenset[str]:
    """The instances that have a lock file, living or not."""
    return frozenset(path.stem for path in folder.glob("*.lock") if _ID.fullmatch(path.stem))


@contextmanager
def is_gone(folder: Path, instance: str) -> Iterator[bool]:
    """Whether no living process is that instance; its lock file is removed when the block ends without an error.

    To be used within ``one_at_a_time``, so that an instance that has made its file and not yet locked it is not missed.
    """
    from filelock import FileLock, Timeout

    if not _ID.fullmatch(instance):
        # Not a name that an instance gave itself: it must not become a path.
        yield True
        return
    path = _lock_path(folder, instance)
    if not path.exists():
        yield True
        return
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
    _remove(path)


def _lock_path(folder: Path, instance: str) -> Path:
    return folder / f"{instance}.lock"


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        # Windows refuses while another process looks at the file; whoever next looks for the dead removes it.
        return
