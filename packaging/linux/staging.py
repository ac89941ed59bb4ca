"""The tree that every Linux package is made of: usr/ with the program, menu entry, icons, manual page and papers."""

import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from linux.libraries import forget_build_machine
from linux.manual import manual_page
from program_icons import drawn

from workbench import __version__
from workbench.ground.resources import resource

NAME = "conversion-workbench"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


def stage(frozen: Path, tree: Path, *, epoch: int) -> None:
    """Lays the tree out anew, every file with the time ``epoch``."""
    shutil.rmtree(tree, ignore_errors=True)
    share = tree / "usr" / "share"
    program = tree / "usr" / "lib" / NAME
    shutil.copytree(frozen, program, symlinks=True)
    forget_build_machine(program)
    command = tree / "usr" / "bin" / "workbench"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/workbench")
    _menu_entry(share, epoch)
    _icons(share / "icons" / "hicolor")
    page = manual_page([str(program / "workbench")], date=_day(epoch))
    write(share / "man" / "man1" / "workbench.1.gz", packed(page.encode()))
    _papers(share / "doc" / NAME)
    even_out(tree, epoch)


def even_out(tree: Path, epoch: int) -> None:
    """The same rights and the same time for every file, whoever stages it and when."""
    program = tree / "usr" / "lib" / NAME / "workbench"
    for path in sorted(tree.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    os.utime(tree, (epoch, epoch))


def write(path: Path, content: bytes) -> None:
    """A file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def packed(content: bytes) -> bytes:
    """Gzipped, without name and time."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def _menu_entry(share: Path, epoch: int) -> None:
    write(share / "applications" / f"{NAME}.desktop", (HERE / f"{NAME}.desktop").read_bytes())
    metadata = (HERE / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    metadata = metadata.replace("@VERSION@", __version__).replace("@DATE@", _day(epoch))
    write(share / "metainfo" / f"{NAME}.metainfo.xml", metadata.encode())


def _icons(theme: Path) -> None:
    write(theme / "scalable" / "apps" / f"{NAME}.svg", resource("icons/workbench.svg").read_bytes())
    for size in ICON_SIZES:
        write(theme / f"{size}x{size}" / "apps" / f"{NAME}.png", drawn(size))


def _papers(doc: Path) -> None:
    write(doc / "copyright", (HERE / "copyright").read_bytes())
    write(doc / "CHANGELOG.md.gz", packed((ROOT / "CHANGELOG.md").read_bytes()))
    # The program's folder has them, so that they travel with it in whatever way it is taken along.
    (doc / "licences").symlink_to(f"../../../lib/{NAME}/_internal/licences")


def _day(epoch: int) -> str:
    return datetime.fromtimestamp(epoch, tz=UTC).strftime("%Y-%m-%d")


def source_date_epoch() -> int:
    """When what is built was last changed: SOURCE_DATE_EPOCH, or the time of the last commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
