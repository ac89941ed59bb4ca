"""The lock file, as values: what is installed on which system, and the digests of the files it may come from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.markers import Marker
from packaging.utils import canonicalize_name

LOCK: Final = Path(__file__).resolve().parent.parent / "requirements.txt"
# What a marker asks of each system that an installer is made for; the rest it asks of this Python.
SYSTEMS: Final[Mapping[str, Mapping[str, str]]] = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
_PINNED: Final = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)\s*(?:;\s*(?P<marker>[^\\]+?))?\s*\\?$")
_DIGEST: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Locked:
    """One distribution of the lock. ``digests`` are those of every file that may be installed for it."""

    name: str
    version: str
    marker: str
    digests: tuple[str, ...]

    def wanted_on(self, system: str) -> bool:
        """Whether it is installed on one of ``SYSTEMS``."""
        if not self.marker:
            return True
        return Marker(self.marker).evaluate(dict(SYSTEMS[system]))


def locked(lock: Path = LOCK) -> tuple[Locked, ...]:
    """Every distribution of a lock file, in its order."""
    return tuple(_entries(lock.read_text(encoding="utf-8")))


def _entries(text: str) -> Iterator[Locked]:
    for block in re.split(r"\n(?=[^\s#])", text.strip()):
        first, *more = block.splitlines()
        pinned = _PINNED.match(first)
        if pinned is None:
            message = f"Not a line of a lock file: {first!r}. Renew the lock with `make lock`."
            raise ValueError(message)
        yield Locked(
            name=canonicalize_name(pinned["name"]),
            version=pinned["version"],
            marker=pinned["marker"] or "",
            digests=tuple(_DIGEST.findall("\n".join(more))),
        )
