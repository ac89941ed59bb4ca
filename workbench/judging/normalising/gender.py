"""Gender: f, m or n."""

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.tidying import LOWER_CASED
from workbench.judging.problem import Rule, Severity

GENDER_UNKNOWN = Rule(
    "gender-unknown",
    Severity.ERROR,
    "Pinterest knows only f, m and n (non-binary).",
    "Type f, m or n, or leave the field out.",
    "spec, guide",
)
RULES = (GENDER_UNKNOWN,)

GENDERS = frozenset("fmn")
_WORDS = {"female": "f", "male": "m", "non-binary": "n", "nonbinary": "n", "non binary": "n"}


def normalise_gender(path: str, text: str) -> Normalised:
    """``f``, ``m`` or ``n``, from the letter or the English word in any case. Everything else is refused."""
    if text in GENDERS:
        return Normalised(text)
    lowered = text.lower()
    if lowered in GENDERS:
        return Normalised(lowered, (LOWER_CASED,))
    letter = _WORDS.get(lowered)
    if letter is None:
        return refused(GENDER_UNKNOWN.at(path))
    return Normalised(letter, (f"{text} → {letter}",))


def clean_gender(text: str) -> str | None:
    """The letter, if the letter or the English word was typed."""
    lowered = text.lower()
    return lowered if lowered in GENDERS else _WORDS.get(lowered)
