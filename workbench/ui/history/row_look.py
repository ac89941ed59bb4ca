"""The icons and colours of modes and states for one palette."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtGui import QColor, QIcon, QPalette

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import MODE_TONES, STATE_TONES, Tone, tones_of
from workbench.ui.look.words import MODE_ICONS, STATE_ICONS


@dataclass(frozen=True, slots=True)
class RowLook:
    """How the cells of modes and states look."""

    icons: Mapping[StrEnum, QIcon] = field(default_factory=dict)
    colours: Mapping[StrEnum, QColor] = field(default_factory=dict)


def row_look(palette: QPalette) -> RowLook:
    """The look for one palette."""
    looks: list[tuple[StrEnum, str, Tone]] = [(mode, MODE_ICONS[mode], MODE_TONES[mode]) for mode in Mode]
    looks.extend((state, STATE_ICONS[state], STATE_TONES[state]) for state in State)
    return RowLook(
        icons={each: icon(name, palette, tone, in_list=True) for each, name, tone in looks},
        colours={each: tones_of(palette).colour(tone) for each, _, tone in looks},
    )
