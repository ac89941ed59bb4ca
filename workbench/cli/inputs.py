"""Reading the file a command was given; ``-`` is standard input."""

import sys
from pathlib import Path
from typing import BinaryIO

from workbench.contract.loading import Contract
from workbench.events.reading import Reading, read_text
from workbench.ground.errors import InputError

_MOST = 64 << 20


def read_bytes(name: str) -> bytes:
    """The bytes of a file. Raises InputError in words for a folder or a missing file, OSError for the rest."""
    if name == "-":
        if sys.stdin is None:
            raise InputError("There is no standard input.", fix="Name a file instead of -.")
        return _bounded(sys.stdin.buffer, "Standard input")
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name} is a folder, not a file.", fix="Name a file, or - for standard input.")
    if not path.exists():
        raise InputError(f"There is no file {name}.", fix="Check the name, or use - for standard input.")
    with path.open("rb") as file:
        return _bounded(file, name)


def _bounded(file: BinaryIO, name: str) -> bytes:
    """No more than is ever read as JSON; a device that never ends is not read to its end."""
    data = file.read(_MOST + 1)
    if len(data) > _MOST:
        raise InputError(f"{name} is larger than {_MOST >> 20} MiB.", fix="Split it into smaller files.")
    return data


def what_is(name: str) -> str:
    """What a file is called in messages."""
    return "Standard input" if name == "-" else name


def read_events(name: str, contract: Contract, *, aliens: bool = False) -> Reading:
    """The events in a file: a body, a list, one event, or JSON Lines; ``aliens`` as in reading. Raises InputError."""
    return read_text(read_bytes(name), contract=contract, what=what_is(name), aliens=aliens)
