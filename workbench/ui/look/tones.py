"""The colours that carry meaning, once for light and once for dark windows, all readable on their background."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.judging.problem import Severity


class Tone(StrEnum):
    """What a colour means. A tone never stands alone: a word or an icon says the same."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    GOOD = "good"
    TEST = "test"
    LIVE = "live"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Tones:
    """Text colours by tone for one brightness of window."""

    dark: bool
    colours: dict[Tone, str]

    def colour(self, tone: Tone) -> QColor:
        """The colour for text and icons."""
        return QColor(self.colours[tone])

    def wash(self, tone: Tone) -> QColor:
        """The same hue, faint enough to write on."""
        colour = self.colour(tone)
        colour.setAlpha(46 if self.dark else 28)
        return colour


LIGHT = Tones(
    dark=False,
    colours={
        Tone.PLAIN: "#1c1e21",
        Tone.MUTED: "#5c636b",
        Tone.ACCENT: "#1f5fa8",
        Tone.ERROR: "#b3261e",
        Tone.WARNING: "#855800",
        Tone.ADVICE: "#1f5fa8",
        Tone.GOOD: "#1d7033",
        Tone.TEST: "#0b6b75",
        Tone.LIVE: "#b3123f",
        Tone.PRACTICE: "#5b4bb0",
    },
)
DARK = Tones(
    dark=True,
    colours={
        Tone.PLAIN: "#e8eaed",
        Tone.MUTED: "#a4abb3",
        Tone.ACCENT: "#8ab8f0",
        Tone.ERROR: "#ff8f85",
        Tone.WARNING: "#f0bf57",
        Tone.ADVICE: "#8ab8f0",
        Tone.GOOD: "#7fd18f",
        Tone.TEST: "#62cdd8",
        Tone.LIVE: "#ff8aa6",
        Tone.PRACTICE: "#b9adff",
    },
)

SEVERITY_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.ADVICE: Tone.ADVICE}
MODE_TONES = {Mode.TEST: Tone.TEST, Mode.LIVE: Tone.LIVE, Mode.PRACTICE: Tone.PRACTICE}
STATE_TONES = {
    State.PENDING: Tone.MUTED,
    State.PROCESSED: Tone.GOOD,
    State.WARNINGS: Tone.WARNING,
    State.PARTLY_FAILED: Tone.ERROR,
    State.FAILED: Tone.ERROR,
    State.REFUSED: Tone.ERROR,
    State.UNCLEAR: Tone.WARNING,
    State.UNKNOWN: Tone.WARNING,
    State.NOT_SENT: Tone.ERROR,
}


def is_dark(palette: QPalette) -> bool:
    """Whether a palette is that of a dark window."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def tones_of(palette: QPalette) -> Tones:
    """The tones that are readable on this palette's window."""
    return DARK if is_dark(palette) else LIGHT


def contrast(first: QColor, second: QColor) -> float:
    """The contrast of two opaque colours as WCAG defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
