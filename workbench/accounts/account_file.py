"""The file of accounts on disk: read whole, replaced whole, locked while it changes, set aside when damaged."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from workbench.ground.errors import MachineError, explain_error

LOCK_SECONDS: Final = 10.0
_REPLACE_ATTEMPTS: Final = 10 if os.name == "nt" else 1


def read_file(path: Path) -> bytes | None:
    """The file's content, None when there is no file. Raises MachineError when it cannot be read."""
    with _in_words(path, "could not be read"):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the file: after a crash or a full disk, the old content or the new, never a part.

    Call it with the file locked. Raises MachineError; the old content then stands.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with _in_words(path, "could not be written"):
        try:
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _move(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)


def _move(source: Path, target: Path) -> None:
    # On Windows a virus scanner or another window that is reading keeps the target from being replaced for a moment.
    for attempt in range(_REPLACE_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            if attempt + 1 == _REPLACE_ATTEMPTS:
                raise
            time.sleep(0.02)
        else:
            return


def _sync_folder(folder: Path) -> None:
    # Without it the new name may be lost with the power, though the bytes are safe. Windows cannot open a folder.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems refuse it. The file has been replaced by then, so that is no failure to report.
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(path: Path) -> Path:
    """Rename the file to the first free ``NAME.damaged-N`` and return that path. Call it with the file locked."""
    number = 1
    while (kept := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    with _in_words(path, "is damaged and could not be set aside"):
        path.rename(kept)
    return kept


@contextmanager
def locked(path: Path, *, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Keep every other window and program of the workbench from changing the file. Makes the folder when it is missing.

    Raises MachineError when the folder cannot be written to, or when another holds the lock for ``seconds``.
    """
    # 85 ms, needed only when the list changes.
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(path.name + ".lock"))
    with _in_words(path, "could not be written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=seconds)
        except Timeout as error:
            raise MachineError(
                f"{path}: another window of the workbench has been changing it for {seconds:g} seconds.",
                fix="Close the other window, then try again. Nothing was changed.",
            ) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _in_words(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if path.is_dir():
            raise MachineError(
                f"{path} is a folder, but the list of accounts belongs there as a file.",
                fix="Move the folder away, or choose another data folder with --data-dir.",
            ) from error
        # The file named by the error may be the temporary one; the person knows the list. Making a folder where a file
        # stands is called EEXIST, which would explain nothing.
        number = errno.ENOTDIR if isinstance(error, FileExistsError) else error.errno
        explained = explain_error(OSError(number, error.strerror))
        raise MachineError(f"{path}: the list of accounts {what}. {explained.message}", fix=explained.fix) from error
