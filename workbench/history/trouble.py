"""The one place where what SQLite and the disk complain of becomes a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EPERM, EROFS
from pathlib import Path

from workbench.ground.errors import MachineError, explain_error


class CannotWriteError(MachineError):
    """The history may be readable, but nothing can be added to it."""


class DamagedError(MachineError):
    """The file is not a database, or is one no longer."""


_UNCHANGED = "Nothing was changed in the history."

# By SQLite's primary result code: the class, what is wrong with the file, what to do.
_WORDS: dict[int, tuple[type[MachineError], str, str]] = {
    sqlite3.SQLITE_FULL: (
        MachineError,
        "The disk is full: the history file {path} cannot grow.",
        f"Make room on that disk, then try again. {_UNCHANGED}",
    ),
    sqlite3.SQLITE_IOERR: (
        MachineError,
        "The disk refused to read or write the history file {path}.",
        f"Check that the disk is connected, has room and is sound, then try again. {_UNCHANGED}",
    ),
    sqlite3.SQLITE_NOMEM: (
        MachineError,
        "There is not enough memory to use the history file {path}.",
        f"Close other programs, then try again. {_UNCHANGED}",
    ),
    sqlite3.SQLITE_TOOBIG: (
        MachineError,
        "One request is too large for the history file {path}.",
        f"Send fewer events at a time. {_UNCHANGED}",
    ),
}
_WORDS |= dict.fromkeys(
    (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_CANTOPEN),
    (
        CannotWriteError,
        "This program may not open the history file {path} for writing.",
        "Change the permissions of the file and of its folder, or choose another folder with --data-dir.",
    ),
)
_WORDS |= dict.fromkeys(
    (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED),
    (
        MachineError,
        "Another program keeps the history file {path} locked.",
        f"Wait until it is done, or close it, then try again. {_UNCHANGED}",
    ),
)
_WORDS |= dict.fromkeys(
    (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB),
    (
        DamagedError,
        "The history file {path} is damaged.",
        "Close this program, rename the file and start again: a new history begins, the old file stays for salvage.",
    ),
)


def _explained(error: sqlite3.Error, path: Path) -> MachineError:
    # Absent when Python's own module complains and not SQLite, as of a closed connection.
    code = getattr(error, "sqlite_errorcode", 0)
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    unforeseen = (MachineError, "SQLite could not use the history file {path} ({name}).", "Start the program again.")
    # The low byte is the primary code; the rest says which variant.
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_CANTOPEN and not path.exists():
        return MachineError(
            f"The history file {path} is gone.",
            fix="Put it back where it was, or start the program again: a new history begins.",
        )
    kind, message, fix = _WORDS.get(primary, unforeseen)
    return kind(message.format(path=path, name=name), fix=fix)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise a MachineError for whatever SQLite or the system complains of while the history file ``path`` is used."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except OSError as error:
        kind = CannotWriteError if error.errno in {EACCES, EPERM, EROFS} else MachineError
        explained = explain_error(error)
        raise kind(f"The history file {path} cannot be used. {explained.message}", fix=explained.fix) from error
