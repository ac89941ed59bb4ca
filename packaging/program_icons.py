"""Makes the icon files of Windows and macOS from the one drawing: ``python packaging/program_icons.py FOLDER``.

Both formats are a table of PNG pictures, so that the drawing in resources/icons is the only picture that is kept.
"""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from workbench.ground.resources import resource

WINDOWS_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
# Apple's four letters for a picture of so many pixels. Not icp4 and icp5: some releases show a PNG in them as noise.
MACOS_KINDS: Final[Mapping[bytes, int]] = {
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}


def drawn(size: int) -> bytes:
    """The drawing as a PNG of ``size`` by ``size`` pixels."""
    from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(resource("icons/workbench.svg"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")  # type: ignore[call-overload]  # the stub knows the format as bytes only
    return bytes(kept.data().data())


def windows_icon(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico file of PNG pictures, each by its size in pixels."""
    start = 6 + 16 * len(pictures)
    table, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in sorted(pictures.items()):
        side = size % 256  # 0 stands for 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), start + len(body))
        body += picture
    return table + body


def macos_icon(pictures: Mapping[int, bytes]) -> bytes:
    """An .icns file of PNG pictures, each by its size in pixels."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in MACOS_KINDS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_icons(folder: Path) -> tuple[Path, Path]:
    """Writes both files into ``folder``: Windows' and macOS'."""
    folder.mkdir(parents=True, exist_ok=True)
    windows, macos = folder / "workbench.ico", folder / "workbench.icns"
    windows.write_bytes(windows_icon({size: drawn(size) for size in WINDOWS_SIZES}))
    macos.write_bytes(macos_icon({size: drawn(size) for size in set(MACOS_KINDS.values())}))
    return windows, macos


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(*write_icons(Path(sys.argv[1])), sep="\n")
