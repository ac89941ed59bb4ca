"""`make licences`: the licence texts of everything that a frozen program carries, into build/licences.

Also part of every freeze, so that no installer is without them. Fails when a distribution has no text, or has a licence
of a kind nobody has looked at.
"""

import shutil
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution  # noqa: TID253 - no part of the program
from pathlib import Path
from typing import Final

from bundled_libraries import copy_copyrights
from locked import SYSTEMS, Locked, locked

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
TEXTS: Final = HERE / "licences" / "texts"
# Part of a frozen program though not of the lock: its bootloader and start-up hooks.
FREEZER: Final = ("pyinstaller", "pyinstaller-hooks-contrib")
# Distributions that carry no text of their own.
QT: Final = frozenset({"pyside6-essentials", "shiboken6"})
EXPECTED: Final = frozenset(
    {
        "Apache-2.0",
        "Apache-2.0 OR BSD-3-Clause",
        "BSD-3-Clause",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "LGPL-2.1-only",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "MIT",
        "MIT-0",
        "MPL-2.0",
        "MPL-2.0 AND (Apache-2.0 OR MIT)",
    }
)
# Distributions that name their licence in words only.
_SPOKEN: Final = {
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    # Its start-up hooks, the only part that is bundled.
    "pyinstaller-hooks-contrib": "Apache-2.0",
    "pywin32-ctypes": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
}
_CLASSIFIED: Final = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


class UnlicensedError(Exception):
    """Something would be bundled of which nobody knows the terms."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """One part of the frozen program that is no distribution of its own. ``text`` is empty in the public domain."""

    name: str
    licence: str
    source: str
    text: str = ""
    note: str = ""
    systems: tuple[str, ...] = tuple(SYSTEMS)


def this_system() -> str:
    """The name that the lock, the installers and the notice have for this system."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")


def bundled(system: str) -> tuple[Bundled, ...]:
    """What Python's and Qt's own files carry on ``system``."""
    with (HERE / "licences" / "bundled.toml").open("rb") as file:
        entries = tomllib.load(file)["component"]
    parts = (Bundled(**{**entry, "systems": tuple(entry.get("systems", SYSTEMS))}) for entry in entries)
    return tuple(part for part in parts if system in part.systems)


def licence_of(dist: Distribution) -> str:
    """The licence as an SPDX expression. Raises UnlicensedError when it is none that is expected."""
    name = dist.metadata["Name"].lower()
    told = (
        *_told(dist, "License-Expression"),
        _SPOKEN.get(name),
        *(_CLASSIFIED.get(each) for each in _told(dist, "Classifier")),
        *_told(dist, "License"),
    )
    licence = next((each for each in told if each), "")
    if licence not in EXPECTED:
        raise UnlicensedError(f"{name}: the licence {licence or 'is not told'} has not been looked at yet.")
    return licence


def _told(dist: Distribution, key: str) -> list[str]:
    return [str(each) for each in dist.metadata.get_all(key) or ()]


def texts_of(dist: Distribution) -> tuple[Path, ...]:
    """The licence texts and notices that a distribution brings, or those kept here for it."""
    name = dist.metadata["Name"].lower().replace("_", "-")
    if name in QT:
        return (TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt")
    words = ("LICEN", "COPYING", "NOTICE")
    found = tuple(
        Path(str(dist.locate_file(file)))
        for file in dist.files or ()
        if ".dist-info" in file.parts[0] and any(word in file.name.upper() for word in words)
    )
    if not found:
        raise UnlicensedError(f"{name}: the distribution brings no licence text; keep one in {TEXTS} for it.")
    return found


def installed(entries: Iterable[Locked], system: str) -> Iterator[Distribution]:
    """What the lock says of ``system``, and the freezer. Raises UnlicensedError for what is not installed."""
    for name in (*(entry.name for entry in entries if entry.wanted_on(system)), *FREEZER):
        try:
            yield distribution(name)
        except PackageNotFoundError:
            raise UnlicensedError(f"{name} is not installed: `make install` first.") from None


def python_licence() -> Path:
    """The text that came with this interpreter, which on Windows names all it carries; else the one kept here."""
    places = (Path(sys.base_prefix) / "LICENSE.txt", Path(tomllib.__file__).parents[1] / "LICENSE.txt")
    return next((place for place in places if place.is_file()), TEXTS / "Python.txt")


def write_licences(folder: Path, *, libraries: Iterable[Path] = ()) -> Path:
    """Writes every text and the notice into ``folder``, made anew. ``libraries`` are those taken from this system."""
    system = this_system()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    lines = []
    for dist in installed(locked(), system):
        name = f"{dist.metadata['Name']}-{dist.version}"
        for text in texts_of(dist):
            _keep(text, folder / name)
        lines.append(f"{name}: {licence_of(dist)}. {_home(dist)}".strip())
    for part in bundled(system):
        if part.text:
            _keep(python_licence() if part.name == "Python" else TEXTS / part.text, folder / part.name)
        lines.append(f"{part.name}: {part.licence}. {part.note} {part.source}".replace("  ", " "))
    lines += [f"{package}: see system/{package}" for package in copy_copyrights(libraries, folder / "system")]
    qt = distribution("PySide6-Essentials").version
    notice = (HERE / "licences" / "QT.txt").read_text(encoding="utf-8").replace("{qt}", qt)
    (folder / "NOTICE.txt").write_text(_notice(lines, notice), encoding="utf-8")
    for kept in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        shutil.copy(TEXTS / kept, folder / kept)
    return folder


def _home(dist: Distribution) -> str:
    """Where its source is, as it says itself."""
    told = dict(line.split(", ", 1) for line in _told(dist, "Project-URL"))
    named = {label.lower().replace(" ", ""): address for label, address in told.items()}
    places = (named.get(label) for label in ("source", "sourcecode", "repository", "github", "homepage"))
    return next((place for place in (*places, *_told(dist, "Home-page")) if place), "")


def _notice(lines: list[str], qt: str) -> str:
    head = (
        "Conversion Workbench is under the MIT licence (LICENSE). It carries the following software of others,\n"
        "each under its own terms, whose texts are in the folders beside this file.\n\n"
    )
    return head + "\n".join(f"  {line}" for line in sorted(lines, key=str.lower)) + "\n\n\n" + qt


def _keep(text: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, folder / text.name)


if __name__ == "__main__":
    try:
        print(write_licences(ROOT / "build" / "licences"))
    except UnlicensedError as error:
        sys.exit(str(error))
