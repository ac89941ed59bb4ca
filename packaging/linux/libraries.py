"""What a frozen folder needs of the system it is installed on, read from its binaries and held against the list."""

import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

_LIST = Path(__file__).with_name("libraries.toml")
_ELF = b"\x7fELF"
# The C library is a dependency of its own, with its version.
_OF_LIBC = re.compile(r"(ld-linux.*|lib(c|m|dl|pthread|rt|util))\.so\.\d+")


class LibrariesError(RuntimeError):
    """The list and the binaries disagree."""


@dataclass(frozen=True, slots=True)
class Libraries:
    """``sonames`` in order, the Debian ``packages`` that hold them, and the oldest C library that will do."""

    sonames: tuple[str, ...]
    packages: tuple[str, ...]
    glibc: str


def needed_libraries(folder: Path) -> Libraries:
    """Reads the folder. Raises LibrariesError when the list lacks a library or names one too many."""
    told = [_dynamic_section(path) for path in sorted(folder.rglob("*")) if _is_binary(path)]
    brought = {path.name for path in folder.rglob("*")}
    needed = {name for text in told for name in re.findall(r"\(NEEDED\).*\[(.+)\]", text)} - brought
    needed = {name for name in needed if not _OF_LIBC.fullmatch(name)}
    listed: dict[str, str] = tomllib.loads(_LIST.read_text(encoding="utf-8"))
    if missing := sorted(needed - listed.keys()):
        message = f"The program needs libraries that {_LIST.name} does not name: {', '.join(missing)}."
        raise LibrariesError(message)
    if idle := sorted(listed.keys() - needed):
        message = f"{_LIST.name} names libraries that the program does not need: {', '.join(idle)}."
        raise LibrariesError(message)
    versions = {int(minor) for text in told for minor in re.findall(r"GLIBC_2\.(\d+)\b", text)}
    return Libraries(tuple(sorted(listed)), tuple(sorted(set(listed.values()))), f"2.{max(versions)}")


def forget_build_machine(folder: Path) -> None:
    """Takes search paths out of the binaries that lead to places on the machine they were built on.

    Those of its own folder stay. Whoever could write to such a place would otherwise decide what the program loads.
    """
    for path in sorted(folder.rglob("*")):
        if _is_binary(path):
            found = re.search(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]", _dynamic_section(path))
            if found and not all(place.startswith("$ORIGIN") for place in found[1].split(":")):
                subprocess.run(["chrpath", "--delete", str(path)], capture_output=True, check=True)


def _is_binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def _dynamic_section(path: Path) -> str:
    done = subprocess.run(["readelf", "-dVW", str(path)], capture_output=True, text=True, check=True)
    return done.stdout
