"""The names and codes that get hashed in place of a country's or a state's two letters."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.judging.detective.recipe import Mistake, Way
from workbench.judging.detective.texts import without_spaces
from workbench.judging.normalising.country_names import NO_COUNTRY_CODES, PARTS_OF_COUNTRIES
from workbench.judging.normalising.region_names import REGION_NAMES
from workbench.judging.normalising.tidying import name_key

_TWO_LETTERS = "Hash the two-letter code in lower case."
_UNITED_KINGDOM = "gb"
_CANADIAN = frozenset(["ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt"])


def country_ways(code: str) -> Iterator[Way]:
    """Everything else that may have been hashed for a country."""
    if code == _UNITED_KINGDOM:
        yield _way("uk", "as-uk", "“uk” was hashed, which is no code of ISO 3166-1; the code is gb")
    for text, step, what in _country_forms(code):
        yield _way(text, step, f"the country's {what} was hashed, not its two-letter code")


def country_readings(text: str) -> Iterator[Way]:
    """The country that is meant by a code or a name that the rule refuses, where it is certain."""
    key = name_key(text)
    found = NO_COUNTRY_CODES.get(key) or PARTS_OF_COUNTRIES.get(key)
    if found and (code := found[1]):
        yield Way(code, (f"as-{code}",), reading=f"once the value is read as “{code}”")
        yield from country_ways(code)


def region_ways(code: str) -> Iterator[Way]:
    """Everything else that may have been hashed for a state."""
    country = "CA" if code in _CANADIAN else "US"
    yield _way(f"{country}-{code.upper()}", "as-iso-3166-2", "the code was hashed with its country before it")
    yield _way(f"{country}{code.upper()}", "as-iso-3166-2", "the code was hashed with its country before it")
    for name in _region_names(country, code):
        yield _way(name, "as-name", "the state's name was hashed, not its two-letter code")
        yield _way(without_spaces(name), "as-name", "the state's name without spaces was hashed, not its code")
    for key, known in REGION_NAMES.items():
        if known == code:
            yield _way(key, "as-name", "the state's name or abbreviation was hashed, not its two-letter code")


def _way(text: str, step: str, what: str) -> Way:
    return Way(text, (step,), (Mistake(what, _TWO_LETTERS),), 1)


@lru_cache(maxsize=256)
def _country_forms(code: str) -> tuple[tuple[str, str, str], ...]:
    import pycountry  # costs 40 ms

    country = pycountry.countries.get(alpha_2=code.upper())
    if country is None:
        return ()
    facts = dict(country)
    forms = [
        (facts["alpha_3"], "as-alpha-3", "three-letter code"),
        (facts["numeric"], "as-numeric", "number"),
        (facts["numeric"].lstrip("0"), "as-numeric", "number"),
        (facts["name"], "as-name", "name"),
    ]
    forms += [(facts[kind], "as-name", "name") for kind in ("common_name", "official_name") if kind in facts]
    # ISO files "Korea, Republic of" under K; people write it the other way round, or only the beginning.
    main, comma, rest = facts["name"].partition(", ")
    if comma:
        forms += [(f"{rest} {main}", "as-name", "name"), (main, "as-name", "name")]
    forms += [(name, "as-name", "name") for name in _SHORT_NAMES.get(code, ())]
    return tuple(forms) + tuple((without_spaces(text), step, what) for text, step, what in forms if " " in text)


_SHORT_NAMES = {
    "us": ("USA", "U.S.", "U.S.A.", "United States of America", "America"),
    "gb": ("Great Britain", "Britain", "England", "UK", "U.K."),
    "de": ("Deutschland",),
    "at": ("Österreich",),
    "ch": ("Schweiz", "Suisse"),
    "es": ("España",),
    "it": ("Italia",),
    "nl": ("Nederland", "Holland", "The Netherlands"),
    "br": ("Brasil",),
    "mx": ("México",),
    "kr": ("South Korea",),
    "ru": ("Russia",),
    "tr": ("Turkey",),
    "cz": ("Czech Republic",),
}


@lru_cache(maxsize=128)
def _region_names(country: str, code: str) -> tuple[str, ...]:
    import pycountry  # costs 40 ms

    # The library is typed but for this one call.
    region = pycountry.subdivisions.get(code=f"{country}-{code.upper()}")  # type: ignore[no-untyped-call]
    return (region.name,) if region is not None else ()
