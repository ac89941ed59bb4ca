"""The terms of libraries that a freeze takes from this system, where the system can tell: Debian and its family."""

import platform
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from urllib.parse import quote

_DOCUMENTS: Final = Path("/usr/share/doc")


def packages_of(libraries: Iterable[Path]) -> tuple[str, ...]:
    """The Debian packages that own these files, sorted; none where there is no dpkg or it does not know them."""
    # Both ways a merged /usr is written down.
    places = {str(way) for library in libraries for way in (library, library.resolve())}
    places |= {place.removeprefix("/usr") for place in places if place.startswith("/usr/lib")}
    if not places or shutil.which("dpkg-query") is None:
        return ()
    told = subprocess.run(["dpkg-query", "-S", *sorted(places)], capture_output=True, text=True, check=False).stdout
    return tuple(sorted({line.split(":")[0] for line in told.splitlines() if not line.startswith("diversion")}))


def address_of(package: str) -> tuple[str, str]:
    """The version of an installed Debian package, and its package URL."""
    told = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True, check=True)
    family = platform.freedesktop_os_release().get("ID", "debian")
    return told.stdout, f"pkg:deb/{family}/{quote(package)}@{quote(told.stdout)}"


def copy_copyrights(libraries: Iterable[Path], folder: Path) -> tuple[str, ...]:
    """Copies what Debian says of the terms of each package into ``folder``, and names the packages."""
    packages = packages_of(libraries)
    for package in packages:
        (folder / package).mkdir(parents=True)
        shutil.copyfile(_DOCUMENTS / package / "copyright", folder / package / "copyright")
    return packages
