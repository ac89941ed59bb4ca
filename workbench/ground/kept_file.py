"""A small file of the user's: read whole, replaced whole, locked while it changes, set aside when damaged."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.ground.errors import MachineError, explain_error

LOCK_SECONDS: Final = 10.0
_REPLACE_ATTEMPTS: Final = 10 if os.name == "nt" else 1


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The file at ``path``; ``what`` is what it holds, in the words of messages: "the list of accounts"."""

    path: Path
    what: str

    def read(self) -> bytes | None:
        """The content, None when there is no file. Raises MachineError when it cannot be read."""
        with self._in_words("could not be read"):
            try:
                return self.path.read_bytes()
            except FileNotFoundError:
                return None

    def replace(self, data: bytes) -> None:
        """Put ``data`` in place of the file: after a crash or a full disk, the old content or the new, never a part.

        Call it with the file locked when others may write it. Raises MachineError; the old content then stands.
        """
        temporary = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        with self._in_words("could not be written"):
            try:
                with temporary.open("wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                _move(temporary, self.path)
            finally:
                temporary.unlink(missing_ok=True)
            _sync_folder(self.path.parent)

    def set_aside(self) -> Path:
        """Rename the file to the first free ``NAME.damaged-N`` and return that path. Call it with the file locked."""
        number = 1
        while (kept := self.path.with_name(f"{self.path.name}.damaged-{number}")).exists():
            number += 1
        with self._in_words("is damaged and could not be set aside"):
            self.path.rename(kept)
        return kept

    @contextmanager
    def locked(self, *, seconds: float = LOCK_SECONDS) -> Iterator[None]:
        """Keep every other window and program of the workbench from changing the file. Makes a missing folder.

        Raises MachineError when the folder cannot be written to, or when another holds the lock for ``seconds``.
        """
        # 85 ms, needed only when something changes.
        from filelock import FileLock, Timeout

        lock = FileLock(self.path.with_name(self.path.name + ".lock"))
        with self._in_words("could not be written"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire(timeout=seconds)
            except Timeout as error:
                raise MachineError(
                    f"{self.path}: another window of the workbench has been changing it for {seconds:g} seconds.",
                    fix="Close the other window, then try again. Nothing was changed.",
                ) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _in_words(self, outcome: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if self.path.is_dir():
                raise MachineError(
                    f"{self.path} is a folder, but {self.what} belongs there as a file.",
                    fix="Move the folder away, or choose another data folder with --data-dir.",
                ) from error
            # The file named by the error may be the temporary one; the person knows the other. Making a folder where a
            # file stands is called EEXIST, which would explain nothing.
            number = errno.ENOTDIR if isinstance(error, FileExistsError) else error.errno
            explained = explain_error(OSError(number, error.strerror))
            raise MachineError(f"{self.path}: {self.what} {outcome}. {explained.message}", fix=explained.fix) from error


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
