"""First and last names: lower case, and nothing else."""

from workbench.judging.normalising.normalised import Normalised
from workbench.judging.normalising.tidying import LOWER_CASED, lower


def normalise_name(path: str, text: str) -> Normalised:  # noqa: ARG001 - the signature of every field's rule
    """``text`` in lower case; inner spaces, hyphens, apostrophes and accents stay (no source has a rule for them)."""
    lowered = lower(text)
    return Normalised(lowered) if lowered == text else Normalised(lowered, (LOWER_CASED,))
