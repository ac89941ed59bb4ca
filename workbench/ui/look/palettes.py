"""The two palettes, and how a chosen scheme is put on the application."""

import sys
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from workbench.ui.look.tones import is_dark


class Scheme(StrEnum):
    """What the user chose. SYSTEM leaves Qt alone."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_ROLES = QPalette.ColorRole
_LIGHT = {
    _ROLES.Window: "#f4f5f6",
    _ROLES.WindowText: "#1c1e21",
    _ROLES.Base: "#ffffff",
    _ROLES.AlternateBase: "#f0f2f4",
    _ROLES.Text: "#1c1e21",
    _ROLES.Button: "#e9ebed",
    _ROLES.ButtonText: "#1c1e21",
    _ROLES.BrightText: "#ffffff",
    _ROLES.ToolTipBase: "#fffdf2",
    _ROLES.ToolTipText: "#1c1e21",
    _ROLES.PlaceholderText: "#6d747c",
    _ROLES.Highlight: "#1f5fa8",
    _ROLES.HighlightedText: "#ffffff",
    _ROLES.Link: "#1f5fa8",
    _ROLES.LinkVisited: "#5b4bb0",
    _ROLES.Light: "#ffffff",
    _ROLES.Midlight: "#f4f5f6",
    _ROLES.Mid: "#c3c8cd",
    _ROLES.Dark: "#9aa1a8",
    _ROLES.Shadow: "#6d747c",
}
_DARK = {
    _ROLES.Window: "#202326",
    _ROLES.WindowText: "#e8eaed",
    _ROLES.Base: "#17191b",
    _ROLES.AlternateBase: "#1d2023",
    _ROLES.Text: "#e8eaed",
    _ROLES.Button: "#2d3135",
    _ROLES.ButtonText: "#e8eaed",
    _ROLES.BrightText: "#ffffff",
    _ROLES.ToolTipBase: "#2d3135",
    _ROLES.ToolTipText: "#e8eaed",
    _ROLES.PlaceholderText: "#8f969d",
    _ROLES.Highlight: "#2f6fba",
    _ROLES.HighlightedText: "#ffffff",
    _ROLES.Link: "#8ab8f0",
    _ROLES.LinkVisited: "#b9adff",
    _ROLES.Light: "#3a3f44",
    _ROLES.Midlight: "#33383c",
    _ROLES.Mid: "#454b51",
    _ROLES.Dark: "#121416",
    _ROLES.Shadow: "#0b0c0d",
}
_DISABLED = (_ROLES.Text, _ROLES.WindowText, _ROLES.ButtonText)


def palette_for(scheme: Scheme) -> QPalette:
    """The palette of a scheme; SYSTEM counts as light here. Pure: needs no running application."""
    table = _DARK if scheme is Scheme.DARK else _LIGHT
    palette = QPalette()
    for role, colour in table.items():
        palette.setColor(role, QColor(colour))
    muted = QColor("#7d848b" if scheme is Scheme.DARK else "#8b9198")
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, muted)
    return palette


def style_arguments() -> tuple[str, ...]:
    """The arguments with which the application gets its style: Fusion on Linux, elsewhere the system's own.

    Asking a running application for its style makes every enum of QStyle, which takes as long as building the top bar.
    """
    return ("-style", "fusion") if sys.platform.startswith("linux") else ()


def dress(app: QApplication, scheme: Scheme) -> None:
    """Puts a scheme on the application."""
    if scheme is Scheme.SYSTEM:
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark or is_dark(app.palette())
        scheme = Scheme.DARK if dark else Scheme.LIGHT
        if not sys.platform.startswith("linux"):
            return
    app.setPalette(palette_for(scheme))
