"""The icon files of Windows and macOS, made from the one drawing."""

import struct
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import program_icons  # noqa: E402 - packaging/ is no package


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Windows' file and macOS'."""
    return program_icons.write_icons(tmp_path_factory.mktemp("icons"))


def test_windows_icon_is_read_back_in_every_size(files: tuple[Path, Path]) -> None:
    reader = QImageReader(str(files[0]), b"ico")
    sizes = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        sizes.append(reader.read().width())
    assert tuple(sizes) == program_icons.WINDOWS_SIZES


def test_macos_icon_is_read_back_in_every_size(files: tuple[Path, Path]) -> None:
    reader = QImageReader(str(files[1]), b"icns")
    sizes = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        sizes.append(reader.read().width())
    assert sizes == list(program_icons.MACOS_KINDS.values())


def test_macos_icon_holds_one_picture_of_each_kind_and_nothing_else(files: tuple[Path, Path]) -> None:
    whole = files[1].read_bytes()
    place, sizes = 8, {}
    while place < len(whole):
        kind, length = struct.unpack_from(">4sI", whole, place)
        sizes[kind] = QImage.fromData(whole[place + 8 : place + length]).width()
        place += length
    assert place == len(whole) == struct.unpack_from(">I", whole, 4)[0]
    assert sizes == program_icons.MACOS_KINDS


def test_icon_is_drawn_and_has_clear_corners() -> None:
    picture = QImage.fromData(program_icons.drawn(64))
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(32, 8).alpha() == 255
