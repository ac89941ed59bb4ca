"""The city: lower case, without spaces and punctuation."""

import re
import unicodedata

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.placeholders import PLACEHOLDERS, find_placeholder
from workbench.judging.normalising.tidying import INVISIBLE, LOWER_CASED, PUNCTUATION_REMOVED, SHORTEST_DIGEST, lower
from workbench.judging.problem import Problem, Rule, Severity

CITY_EMPTY = Rule(
    "city-empty",
    Severity.ERROR,
    "Without spaces and punctuation nothing is left of the city.",
    "Type the city's name, or leave the field out.",
    "spec, guide",
)
CITY_WITH_DIGITS = Rule(
    "city-with-digits",
    Severity.WARNING,
    "Digits stand in the city. They are kept, but few cities have any: this looks like a postal code or a street.",
    "Type the city's name alone.",
    "workbench",
)
CITY_WITH_MORE = Rule(
    "city-with-more",
    Severity.WARNING,
    "More follows after a comma, and is hashed together with the city.",
    "Type the city alone; state, country and postal code have fields of their own.",
    "workbench",
)
RULES = (CITY_EMPTY, CITY_WITH_DIGITS, CITY_WITH_MORE)

_ASCII_OUT = re.compile(r"[\s!-/:-@\[-`{-~]+")
_CATEGORIES_OUT = frozenset("PSZ")


def normalise_city(path: str, text: str) -> Normalised:
    """``text`` in lower case without white space, punctuation and symbols (Unicode Z, P and S); accents stay."""
    lowered = lower(text)
    if lowered.isalpha():
        return Normalised(lowered) if lowered == text else Normalised(lowered, (LOWER_CASED,))
    bare = _ASCII_OUT.sub("", lowered) if lowered.isascii() else _without_punctuation(lowered)
    if not bare:
        return refused(CITY_EMPTY.at(path))
    if placeholder := find_placeholder(path, "ct", bare):  # "N.a.N."
        return refused(placeholder)
    steps: tuple[str, ...] = () if lowered == text else (LOWER_CASED,)
    if bare != lowered:
        steps += (PUNCTUATION_REMOVED,)
    return Normalised(bare, steps, _doubts(path, text, bare))


def clean_city(text: str) -> str | None:
    """The city in lower case without its spaces, if it is made of ASCII letters and inner spaces."""
    bare = text.lower().replace(" ", "")
    plain = bare.isalpha() and text.isascii() and len(text) < SHORTEST_DIGEST and text.strip() == text
    return bare if plain and bare not in PLACEHOLDERS else None


def _without_punctuation(text: str) -> str:
    kept = "".join(
        each
        for each in text
        if not (each.isspace() or each in INVISIBLE or unicodedata.category(each)[0] in _CATEGORIES_OUT)
    )
    # A mark that stood on a removed sign now stands on the letter before it.
    return unicodedata.normalize("NFC", kept)


def _doubts(path: str, text: str, bare: str) -> tuple[Problem, ...]:
    doubts: tuple[Problem, ...] = ()
    if "," in text.strip(","):
        doubts += (CITY_WITH_MORE.at(path),)
    if any(each.isdecimal() for each in bare):
        doubts += (CITY_WITH_DIGITS.at(path),)
    return doubts
