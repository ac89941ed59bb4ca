"""`make licences`: what a frozen program is made of, as a CycloneDX document, into build/sbom.cdx.json.

The same inputs give the same document, byte for byte: it carries no time and no random serial number.
"""

import json
import platform
import ssl
import sys
import zlib
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution  # noqa: TID253 - no part of the program
from pathlib import Path
from typing import Any, Final

from bundled_libraries import address_of, packages_of
from licences import ROOT, Bundled, UnlicensedError, bundled, installed, licence_of, this_system
from locked import Locked, locked

from workbench import __version__

PROGRAM: Final = "conversion-workbench"
# Every file of a distribution that the lock lets an installation come from; which of them it was depends on the system.
DIGEST_PROPERTY: Final = "lock:sha256"


def bill(system: str, libraries: Iterable[Path] = ()) -> dict[str, Any]:
    """The document for what is installed here, on ``system``; ``libraries`` are those that a freeze took from it."""
    entries = {entry.name: entry for entry in locked()}
    parts = [_distribution(dist, entries) for dist in installed(entries.values(), system)]
    parts += [_part(part) for part in bundled(system)]
    parts += [_package(name) for name in packages_of(libraries)]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": PROGRAM,
                "name": PROGRAM,
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
            },
            "properties": [{"name": "system", "value": f"{system} {platform.machine()}"}],
        },
        "components": sorted(parts, key=lambda part: str(part["bom-ref"])),
        "dependencies": [{"ref": PROGRAM, "dependsOn": sorted(str(part["bom-ref"]) for part in parts)}],
    }


def _distribution(dist: Distribution, entries: Mapping[str, Locked]) -> dict[str, Any]:
    name = dist.metadata["Name"].lower().replace("_", "-").replace(".", "-")
    entry = entries.get(name)
    if entry is not None and entry.version != dist.version:
        raise UnlicensedError(f"{name}: {dist.version} is installed, the lock says {entry.version}: `make install`.")
    address = f"pkg:pypi/{name}@{dist.version}"
    component = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": dist.version,
        "purl": address,
        "licenses": [_licence(licence_of(dist))],
    }
    if entry is not None:
        component["properties"] = [{"name": DIGEST_PROPERTY, "value": digest} for digest in entry.digests]
    return component


def _part(part: Bundled) -> dict[str, Any]:
    component: dict[str, Any] = {"type": "library", "bom-ref": part.name, "name": part.name}
    if version := _version(part.name):
        component["version"] = version
    component["licenses"] = [_licence(part.licence)]
    component["externalReferences"] = [{"type": "source-distribution", "url": part.source}]
    return component


def _package(name: str) -> dict[str, Any]:
    version, address = address_of(name)
    # Debian tells the terms in a text, which is in the folder licences/system, and not as an expression.
    return {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}


def _licence(expression: str) -> dict[str, Any]:
    if expression.startswith("LicenseRef-"):
        return {"license": {"name": expression.removeprefix("LicenseRef-")}}
    if " " in expression:
        return {"expression": expression}
    return {"license": {"id": expression}}


def _version(name: str) -> str:
    """The version of a part, from the interpreter that is frozen; empty where it does not tell."""
    if name == "OpenSSL":
        return ssl.OPENSSL_VERSION.split()[1]
    if name == "SQLite":
        import sqlite3

        return sqlite3.sqlite_version
    if name == "Expat":
        import pyexpat

        return pyexpat.EXPAT_VERSION.removeprefix("expat_")
    return {"Python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}.get(name, "")


def write_bill(path: Path, *, libraries: Iterable[Path] = ()) -> Path:
    """Writes the document of this system to ``path``; ``libraries`` are those that a freeze took from it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(bill(this_system(), libraries), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    try:
        print(write_bill(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "sbom.cdx.json"))
    except UnlicensedError as error:
        sys.exit(str(error))
