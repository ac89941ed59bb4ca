"""How a detection looks: a word, an icon, a tone; and texts in which nothing is invisible."""

from typing import NamedTuple

from workbench.judging.detective.detection import Detection
from workbench.judging.normalising.tidying import INVISIBLE
from workbench.ui.look.tones import Tone


class Look(NamedTuple):
    """A verdict for the eye."""

    word: str
    icon: str
    tone: Tone


RIGHT = Look("Right", "check", Tone.GOOD)
WRONG = Look("Wrong", "error", Tone.ERROR)
UNEXPLAINED = Look("Unexplained", "unknown", Tone.WARNING)
KNOWN = Look("Well known", "advice", Tone.ADVICE)
NOT_KNOWN = Look("Not well known", "unknown", Tone.MUTED)

_SHOWN = 300
_SIGNS = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽"}


def look_of(found: Detection, *, alone: bool = False) -> Look:
    """The look of a detection; ``alone``: without a value, where nothing can be called right."""
    if alone:
        return NOT_KNOWN if not found.match else KNOWN if found.correct else WRONG
    if found.correct:
        return RIGHT
    return WRONG if found.match else UNEXPLAINED


def visible(text: str) -> str:
    """A text in quotation marks, with signs for what cannot be seen; its beginning, if it is long."""
    shown = "".join(_SIGNS.get(each) or (f"‹U+{ord(each):04X}›" if _hidden(each) else each) for each in text[:_SHOWN])
    return f"“{shown}”{' …' if len(text) > _SHOWN else ''}"


def _hidden(character: str) -> bool:
    return character in INVISIBLE or not (character.isprintable() or character == " ")
