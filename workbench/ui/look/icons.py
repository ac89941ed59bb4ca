"""One family of line icons, recoloured to suit the palette they stand on."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

from workbench.ground.resources import resource_text
from workbench.ui.look.tones import Tone, tones_of

_SIZES = (16, 32)


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return resource_text(f"icons/{name}.svg")


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("#000000", colour).encode()))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def _tinted(name: str, colour: str, selected: str) -> QIcon:
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_pixmap(name, colour, size), QIcon.Mode.Normal)
        if selected:
            icon.addPixmap(_pixmap(name, selected, size), QIcon.Mode.Selected)
    return icon


def icon(name: str, palette: QPalette, tone: Tone = Tone.PLAIN, *, in_list: bool = False) -> QIcon:
    """The icon ``name`` in a tone that is readable on ``palette``; ``in_list`` when it may stand on a selected row."""
    selected = palette.color(QPalette.ColorRole.HighlightedText).name() if in_list else ""
    return _tinted(name, tones_of(palette).colour(tone).name(), selected)
