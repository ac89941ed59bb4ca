"""The icons of modes and states for one palette, readable in a selected row too."""

from collections.abc import Mapping

from PySide6.QtGui import QIcon, QPalette

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.ui.look.icons import tinted
from workbench.ui.look.tones import MODE_TONES, STATE_TONES, Tone, tones_of
from workbench.ui.look.words import MODE_ICONS, STATE_ICONS

_SIZE = 16


def row_icons(palette: QPalette) -> Mapping[Mode | State, QIcon]:
    """One icon for each mode and each state."""
    modes: dict[Mode | State, QIcon] = {mode: _icon(MODE_ICONS[mode], palette, MODE_TONES[mode]) for mode in Mode}
    return modes | {state: _icon(STATE_ICONS[state], palette, STATE_TONES[state]) for state in State}


def _icon(name: str, palette: QPalette, tone: Tone) -> QIcon:
    icon = tinted(name, tones_of(palette).colour(tone))
    # A tone that is readable on the table's ground is not on the colour of the selection.
    selected = tinted(name, palette.color(QPalette.ColorRole.HighlightedText))
    icon.addPixmap(selected.pixmap(_SIZE, _SIZE), QIcon.Mode.Selected)
    icon.addPixmap(selected.pixmap(2 * _SIZE, 2 * _SIZE), QIcon.Mode.Selected)
    return icon
