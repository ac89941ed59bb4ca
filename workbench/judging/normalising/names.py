"""First and last names: lower case, and nothing else."""

import re

from workbench.judging.normalising.normalised import Normalised
from workbench.judging.normalising.placeholders import PLACEHOLDERS
from workbench.judging.normalising.tidying import LOWER_CASED, SHORTEST_DIGEST, lower

_ORDINARY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ '.-][A-Za-z][A-Za-z0-9]*)*")


def normalise_name(path: str, text: str) -> Normalised:  # noqa: ARG001 - the signature of every field's rule
    """``text`` in lower case; inner spaces, hyphens, apostrophes and accents stay (no source has a rule for them)."""
    lowered = lower(text)
    return Normalised(lowered) if lowered == text else Normalised(lowered, (LOWER_CASED,))


def clean_name(text: str) -> str | None:
    """The name in lower case, if it is ASCII words, each beginning with a letter, with one mark between them."""
    if not _ORDINARY.fullmatch(text):
        return None
    lowered = text.lower()
    return lowered if len(text) < SHORTEST_DIGEST and lowered not in PLACEHOLDERS else None
