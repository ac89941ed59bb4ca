"""The verdict on a captured request as a tone and an icon; the words stand beside them."""

from workbench.practice.received import ReceivedRequest
from workbench.ui.look.tones import Tone

TONE_ICONS = {Tone.ERROR: "error", Tone.WARNING: "warning", Tone.GOOD: "check"}


def verdict_tone(request: ReceivedRequest) -> Tone:
    """How bad it is."""
    if request.verdicts.refused or request.verdicts.failed:
        return Tone.ERROR
    return Tone.WARNING if request.verdicts.warned or not request.verdicts.processed else Tone.GOOD
