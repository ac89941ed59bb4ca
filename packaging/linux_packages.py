"""`make package` on Linux: freezes the program and packs it as .deb, .rpm and .tar.zst into dist/, with SHA256SUMS.

What a machine lacks the tool for is left out and named. Two builds of one commit are equal, byte for byte, with the
same Python, the same tools and the same path.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from linux.formats import Source, archive, checksums, debian_package, rpm_package
from linux.libraries import needed_libraries
from linux.staging import NAME, ROOT, source_date_epoch, stage

from workbench import __version__

DIST = ROOT / "dist"
BUILD = ROOT / "build" / "linux"
TREE = BUILD / "tree"
_TOOLS = {"dpkg-deb": "dpkg", "rpmbuild": "rpm", "zstd": "zstd"}


def freeze(epoch: int) -> Path:
    """The program as a folder."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0"}
    command = [str(Path(sys.executable).with_name("pyinstaller")), "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", str(DIST), "--workpath", str(ROOT / "build" / "pyinstaller")]
    subprocess.run([*command, str(ROOT / "packaging" / "workbench.spec")], env=surroundings, cwd=ROOT, check=True)
    return DIST / "workbench"


def look_over(package: Path | None) -> None:
    """What the distributions' own checkers say; each is asked where it is installed."""
    share = TREE / "usr" / "share"
    for command in (
        ["desktop-file-validate", str(share / "applications" / f"{NAME}.desktop")],
        # The project has no domain of its own yet, so it claims none for its name.
        ["appstreamcli", "validate", "--no-net", "--override=cid-desktopapp-is-not-rdns=info",
         str(share / "metainfo" / f"{NAME}.metainfo.xml")],
        *([["lintian", "--fail-on=error,warning", "--allow-root", str(package)]] if package else []),
    ):  # fmt: skip
        if shutil.which(command[0]) is None:
            print(f"Not checked: {command[0]} is not installed.")
        elif (told := subprocess.run(command, capture_output=True, text=True, check=False)).returncode:
            sys.exit(f"{command[0]} has found faults:\n{told.stdout}{told.stderr}")


def main() -> None:
    """All packages."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    missing = {tool: package for tool, package in _TOOLS.items() if shutil.which(tool) is None}
    epoch = source_date_epoch()
    frozen = freeze(epoch)
    stage(frozen, TREE, epoch=epoch)
    source = Source(TREE, needed_libraries(TREE), __version__, epoch)
    debian = None if "dpkg-deb" in missing else debian_package(source, DIST, work=BUILD / "deb")
    look_over(debian)
    packages = [debian] if debian else []
    if "rpmbuild" not in missing:
        packages.append(rpm_package(source, DIST, work=BUILD / "rpm"))
    if "zstd" not in missing:
        packages.append(archive(source, DIST))
    for tool, name in missing.items():
        print(f"Left out: {tool} is not installed (Debian package {name}).")
    sums = checksums(packages, DIST)
    for path in (*packages, sums):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
