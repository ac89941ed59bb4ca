"""The country: its two-letter code of ISO 3166-1."""

import re

from workbench.judging.normalising.country_names import (
    AMBIGUOUS_NAMES,
    COUNTRY_CODES,
    NO_COUNTRY_CODES,
    PARTS_OF_COUNTRIES,
    codes_by_name,
)
from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.tidying import LOWER_CASED, name_key
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, use

COUNTRY_UNKNOWN = Rule(
    "country-unknown",
    Severity.ERROR,
    "This is not a country code of ISO 3166-1, nor a country's name that is certain.",
    "{fix}",
    "spec, guide",
)
COUNTRY_AMBIGUOUS = Rule(
    "country-ambiguous",
    Severity.ERROR,
    "More than one country goes by this name: {candidates}.",
    "Type the two letters of the one that is meant.",
    "spec, guide",
)
COUNTRY_RESERVED = Rule(
    "country-reserved",
    Severity.ERROR,
    "“{code}” is not a country code of ISO 3166-1: {why}.",
    "{fix}",
    "spec, guide",
)
COUNTRY_PART = Rule(
    "country-part",
    Severity.ERROR,
    "{part} is a part of a country and has no code of its own in ISO 3166-1.",
    "Type {code}",
    "spec, guide",
)
RULES = (COUNTRY_UNKNOWN, COUNTRY_AMBIGUOUS, COUNTRY_RESERVED, COUNTRY_PART)

_LANGUAGE_AND_COUNTRY = re.compile(r"[a-z]{2,3}[-_]([a-z]{2})")


def normalise_country(path: str, text: str) -> Normalised:
    """A two-letter code in lower case, from that, the three-letter code, or a name that is certain.

    Codes that do not exist, names of several countries and names of parts of a country are refused.
    """
    if text in COUNTRY_CODES:
        return Normalised(text)
    lowered = text.lower()
    if lowered in COUNTRY_CODES:
        return Normalised(lowered, (LOWER_CASED,))
    key = _key(text)
    if problem := _named_fault(path, text, key):
        return refused(problem)
    code = key if key in COUNTRY_CODES else codes_by_name().get(key)
    if code:
        return Normalised(code, (f"{text} → {code}",))
    fix, repair = _suggestion(lowered, key)
    return refused(COUNTRY_UNKNOWN.at(path, fix=fix, repair=repair))


def clean_country(text: str) -> str | None:
    """The two-letter code in lower case, if it was typed."""
    lowered = text.lower()
    return lowered if lowered in COUNTRY_CODES else None


def _key(text: str) -> str:
    key = name_key(text)
    return key[3:] if key.startswith("the") and len(key) > 6 else key


def _named_fault(path: str, text: str, key: str) -> Problem | None:
    if reserved := NO_COUNTRY_CODES.get(key):
        why, code = reserved
        fix = f"Type {code}" if code else "Type the two letters of the country, such as de."
        return COUNTRY_RESERVED.at(path, code=text, why=why, fix=fix, repair=use(code) if code else None)
    if candidates := AMBIGUOUS_NAMES.get(key):
        return COUNTRY_AMBIGUOUS.at(path, candidates=candidates)
    if part := PARTS_OF_COUNTRIES.get(key):
        name, code = part
        return COUNTRY_PART.at(path, part=name, code=code, repair=use(code))
    return None


def _suggestion(lowered: str, key: str) -> tuple[str, Repair | None]:
    from difflib import get_close_matches  # only for a value that is refused anyway

    if (found := _LANGUAGE_AND_COUNTRY.fullmatch(lowered)) and found[1] in COUNTRY_CODES:
        return f"Type {found[1]}", use(found[1])
    names = codes_by_name()
    close = get_close_matches(key, names, n=1, cutoff=0.85) if 4 <= len(key) <= 40 else []
    if close:
        code = names[close[0]]
        return f"If this is a spelling mistake, type {code}", use(code, sweeping=False)
    return "Type the country's two letters, such as us, gb or de.", None
