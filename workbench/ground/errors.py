"""Errors by who can act, and the one place that turns any of them into a sentence.

::

    WorkbenchError            message and fix are written for the person at the screen
      ├── InputError          the user: bad input, wrong file, wrong choice
      ├── MachineError        this computer: disk, keyring, network, certificates
      └── RemoteError         Pinterest, or whoever answered in its place

Anything else is ours: a bug.
"""

import errno
from dataclasses import dataclass
from enum import StrEnum


class Blame(StrEnum):
    """Who can act on an error."""

    USER = "user"
    MACHINE = "machine"
    PINTEREST = "pinterest"
    US = "us"


class WorkbenchError(Exception):
    """An error that says what happened and what to do. Never holds a token or plain personal data."""

    blame = Blame.US

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".strip()


class InputError(WorkbenchError):
    """What was typed, pasted, chosen or named cannot be used."""

    blame = Blame.USER


class MachineError(WorkbenchError):
    """This computer cannot do it now."""

    blame = Blame.MACHINE


class RemoteError(WorkbenchError):
    """The other side cannot or will not."""

    blame = Blame.PINTEREST


@dataclass(frozen=True, slots=True)
class Explained:
    """An error in words."""

    blame: Blame
    message: str
    fix: str


_OS_ERRORS = {
    errno.ENOSPC: ("The disk is full.", "Make room, then try again. Nothing was changed."),
    errno.EACCES: ("This program may not write there.", "Choose another folder, or change its permissions."),
    errno.EPERM: ("This program may not write there.", "Choose another folder, or change its permissions."),
    errno.EROFS: ("The disk is read-only.", "Choose another folder with --data-dir."),
    errno.ENOENT: ("There is no such file.", "Check the name, then try again."),
    errno.EISDIR: ("That is a folder, not a file.", "Choose a file."),
    errno.ENOTDIR: ("A part of that path is a file, not a folder.", "Check the path, then try again."),
}


def explain_error(error: BaseException) -> Explained:
    """Any error as words for the person at the screen; an unknown one is called our own fault, with its type only.

    The text of unknown errors is not repeated: it may hold what must not be shown.
    """
    if isinstance(error, WorkbenchError):
        return Explained(error.blame, error.message, error.fix)
    if isinstance(error, OSError):
        message, fix = _OS_ERRORS.get(error.errno or 0, (error.strerror or "The system refused.", "Try again."))
        named = f"{error.filename}: {message}" if error.filename else message
        return Explained(Blame.MACHINE, named, fix)
    if isinstance(error, MemoryError):
        return Explained(Blame.MACHINE, "There is not enough memory for that.", "Use a smaller file.")
    return Explained(
        Blame.US,
        f"Something went wrong inside the workbench ({type(error).__name__}).",
        "Nothing was sent by this step. Please report it, with what you did last.",
    )
