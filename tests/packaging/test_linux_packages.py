"""What the Linux packages are made of, before anything is packed. `make package-test` tries the packages themselves."""

import configparser
import gzip
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest

from workbench import __version__
from workbench.cli.entry import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from linux.libraries import LibrariesError, forget_build_machine, needed_libraries  # noqa: E402 - packaging/ is no package
from linux.manual import manual_page  # noqa: E402
from linux.staging import NAME, stage  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
EPOCH = 1_795_000_000
HERE = ROOT / "packaging" / "linux"
DASH = "\\-"


@pytest.fixture(scope="module")
def page() -> str:
    """The manual page."""
    return manual_page([sys.executable, "-m", "workbench"], date="2026-11-25")


@pytest.mark.parametrize("command", COMMANDS)
def test_manual_page_has_the_help_of_every_command(page: str, command: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "workbench", command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    name = f"usage: workbench {command} "
    assert name.strip() in told
    assert f".SS workbench {command}\n.nf\n{name.strip()}" in page


def test_manual_page_names_options_with_plain_hyphens(page: str) -> None:
    assert f"{DASH}{DASH}smoke{DASH}test" in page
    assert "--" not in page


def test_manual_page_holds_no_line_that_roff_takes_for_its_own(page: str) -> None:
    known = {".TH", ".SH", ".SS", ".B", ".I", ".TP", ".br", ".nf", ".fi"}
    assert {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))} <= known


def test_menu_entry_starts_the_command_that_is_installed() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(HERE / f"{NAME}.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Exec"] == "workbench"
    assert entry["Desktop Entry"]["Icon"] == NAME
    # Without it a desktop shows the window under another icon than that of its menu entry.
    assert f'setDesktopFileName("{NAME}")' in (ROOT / "workbench" / "app.py").read_text(encoding="utf-8")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A folder that looks like the frozen program, and is a script that calls this one."""
    folder = tmp_path / "frozen"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "workbench"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m workbench "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    return folder


def test_staged_tree_starts_the_program_by_its_link(frozen: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    stage(frozen, tree, epoch=EPOCH)
    told = subprocess.run(
        [str(tree / "usr" / "bin" / "workbench"), "--version"], capture_output=True, text=True, check=True
    ).stdout
    assert told == f"workbench {__version__}\n"


def test_staged_tree_tells_version_and_day_of_the_build(frozen: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    stage(frozen, tree, epoch=EPOCH)
    metadata = ET.fromstring(  # noqa: S314 - our own file
        (tree / "usr" / "share" / "metainfo" / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    )
    release = metadata.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2026-11-18"}
    page = gzip.decompress((tree / "usr" / "share" / "man" / "man1" / "workbench.1.gz").read_bytes()).decode()
    assert f"Conversion Workbench {__version__}" in page.splitlines()[0]


def test_two_staged_trees_are_alike(frozen: Path, tmp_path: Path) -> None:
    def described(tree: Path) -> list[tuple[str, int, int, bytes]]:
        stage(frozen, tree, epoch=EPOCH)
        return [
            (
                path.relative_to(tree).as_posix(),
                path.lstat().st_mode,
                int(path.lstat().st_mtime),
                path.read_bytes() if path.is_file() else b"",
            )
            for path in sorted(tree.rglob("*"))
        ]

    first = described(tmp_path / "first")
    assert {time for _name, _mode, time, _content in first} == {EPOCH}
    assert first == described(tmp_path / "second")


def test_library_that_the_list_lacks_fails_the_build(tmp_path: Path) -> None:
    # Needs libselinux or another one that a window does not.
    shutil.copy("/bin/ls", tmp_path / "program")
    with pytest.raises(LibrariesError, match=r"does not name: lib\S+\.so"):
        needed_libraries(tmp_path)


def test_library_that_nothing_needs_fails_the_build(tmp_path: Path) -> None:
    with pytest.raises(LibrariesError, match="does not need: libEGL"):
        needed_libraries(tmp_path)


def test_search_paths_of_the_build_machine_are_forgotten(tmp_path: Path) -> None:
    shutil.copy(next((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libQt6Svg.so*")), tmp_path / "own.so")
    shutil.copy(tmp_path / "own.so", tmp_path / "foreign.so")
    subprocess.run(["chrpath", "--replace", "/opt/x", str(tmp_path / "foreign.so")], capture_output=True, check=True)
    forget_build_machine(tmp_path)

    def search_path(name: str) -> str:
        read = ["readelf", "-dW", str(tmp_path / name)]
        told = subprocess.run(read, capture_output=True, text=True, check=True).stdout
        return "".join(line for line in told.splitlines() if "PATH" in line)

    assert search_path("foreign.so") == ""
    assert "$ORIGIN" in search_path("own.so")
