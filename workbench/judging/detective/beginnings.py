"""Where the search begins: the value as typed, what the rule reads in it, and what may stand for that."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from workbench.judging.detective.dates import date_ways
from workbench.judging.detective.genders import gender_readings, gender_ways
from workbench.judging.detective.mail_parts import unwrapped
from workbench.judging.detective.phones import other_readings
from workbench.judging.detective.places import country_readings, country_ways, region_ways
from workbench.judging.detective.recipe import Mistake, Way
from workbench.judging.judgement import Hashed
from workbench.judging.normalising.tidying import lower, tidy
from workbench.judging.problem import Severity

_FRACTION = re.compile(r"\s*(\+?\d{3,})\.0\s*", re.ASCII)
_CODES: Mapping[str, Callable[[str], Iterator[Way]]] = MappingProxyType(
    {"ge": gender_ways, "country": country_ways, "st": region_ways}
)
_READINGS: Mapping[str, Callable[[str], Iterable[Way]]] = MappingProxyType(
    {"db": date_ways, "em": unwrapped, "ph": other_readings}
)
_READINGS_OF_REFUSED: Mapping[str, Callable[[str], Iterable[Way]]] = MappingProxyType(
    {"ge": gender_readings, "country": country_readings}
)
_UNCHANGED = MappingProxyType(
    {
        "ge": Mistake("another word than f, m or n was hashed", "Hash f, m or n."),
        "country": Mistake("the name was hashed, not its two-letter code", "Hash the two-letter code in lower case."),
        "st": Mistake("the name was hashed, not its two-letter code", "Hash the two-letter code in lower case."),
        "db": Mistake(
            "the date was hashed as it stands, not as YYYYMMDD", "Write the date as YYYYMMDD before hashing."
        ),
    }
)
_AGAIN = Mistake("hashed although it was a digest already", "Send the digest as it is.")
_READ_AS = "once it is read as “{0}”"


def beginnings(rule: str, value: str, hashed: Hashed) -> Iterator[Way]:
    """The texts from which the search sets out; of those with the same text and cost the first one counts."""
    if hashed.already_hashed:
        yield Way(value, (), (_AGAIN,))
        return
    if rule in _READINGS:
        yield from _READINGS[rule](value)
    elif hashed.digest is None and rule in _READINGS_OF_REFUSED:
        yield from _READINGS_OF_REFUSED[rule](value)
    if rule in {"ph", "zp"} and (found := _FRACTION.fullmatch(value)):
        yield Way(found[1], ("remove-fraction",), reading="once the fraction .0 is taken off")
    yield from _codes(rule, value, hashed)
    yield _as_typed(rule, value, hashed)


def _codes(rule: str, value: str, hashed: Hashed) -> Iterator[Way]:
    if rule in _CODES and hashed.normalised:
        if not _only_case_differs(value, hashed.normalised):
            yield Way(hashed.normalised, (f"as-{hashed.normalised}",), reading=_READ_AS.format(hashed.normalised))
        yield from _CODES[rule](hashed.normalised)


def _as_typed(rule: str, value: str, hashed: Hashed) -> Way:
    if hashed.digest is None:
        return Way(value, (), (_refusal(hashed),))
    if rule in _UNCHANGED and not _only_case_differs(value, hashed.normalised or ""):
        return Way(value, (), (_UNCHANGED[rule],), 1)
    return Way(value)


def _only_case_differs(value: str, normalised: str) -> bool:
    return lower(tidy(value)[0]) == normalised


def _refusal(hashed: Hashed) -> Mistake:
    """The message alone: its fix may hold the plain value."""
    errors = (each for each in hashed.problems if each.severity is Severity.ERROR)
    message = next(errors).message
    what = f"the rule refuses such a value: “{message.removesuffix('.')}”"
    return Mistake(what, "Put the value right first.")
