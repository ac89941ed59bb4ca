"""Texts that must be one of a closed list: enumerated values, currencies, languages."""

from collections.abc import Mapping, Sequence
from functools import cache

from workbench.contract.field import Field
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import use
from workbench.judging.rules.similar import Lexicon
from workbench.judging.rules.text_shapes import TextCheck
from workbench.judging.rules.wording import listed, quoted

NOT_LISTED = Rule(
    "value-not-listed",
    Severity.ERROR,
    "{found} is not one of the values of {name}, and Pinterest knows no others.",
    "Type {wanted}.",
    "spec",
)
CURRENCY_UNKNOWN = Rule(
    "currency-unknown",
    Severity.ERROR,
    "{found} is not a currency code of ISO 4217, so the amount cannot be counted.",
    "Type three capital letters{wanted}.",
    "spec, guide",
)
CURRENCY_CASE = Rule(
    "currency-case",
    Severity.ERROR,
    "{found} is a currency, but ISO 4217 codes are written in capitals.",
    "Type {wanted}.",
    "spec, guide",
)
LANGUAGE_UNKNOWN = Rule(
    "language-unknown",
    Severity.ERROR,
    "{found} is not a language code of ISO 639-1, so it says nothing to Pinterest.",
    "Type the two letters of the language{wanted}.",
    "spec, guide",
)
LANGUAGE_CASE = Rule(
    "language-case",
    Severity.WARNING,
    "{found} is a language, but the codes are written in lower case.",
    "Type {wanted}.",
    "spec",
)
RULES = (NOT_LISTED, CURRENCY_UNKNOWN, CURRENCY_CASE, LANGUAGE_UNKNOWN, LANGUAGE_CASE)

_CURRENCY_WORDS: Mapping[str, str] = {
    "$": "USD", "us$": "USD", "dollar": "USD", "€": "EUR", "euro": "EUR", "£": "GBP", "pound": "GBP", "stg": "GBP",
    "¥": "JPY", "yen": "JPY", "rmb": "CNY", "r$": "BRL", "zł": "PLN", "kč": "CZK", "₹": "INR", "rs": "INR",
}  # fmt: skip
# Several countries call their money so, or by a word that begins so.
_SHARED_WORDS = frozenset({"$", "dollar", "£", "pound", "¥", "r", "rs"})


_COMPARED = 60


@cache
def currency_codes() -> frozenset[str]:
    """The codes of ISO 4217. Reading them costs a moment, so it waits for the first currency to be judged."""
    import pycountry

    return frozenset(each.alpha_3 for each in pycountry.currencies) - {"XXX", "XTS"}


@cache
def language_codes() -> frozenset[str]:
    """The two-letter codes of ISO 639-1, in lower case."""
    import pycountry

    return frozenset(each.alpha_2 for each in pycountry.languages if hasattr(each, "alpha_2"))


def listed_check(field: Field, values: Sequence[str]) -> TextCheck:
    """A check that the text is exactly one of ``values``."""
    known = frozenset(values)
    plain = {_plain(value): value for value in values}
    lexicon = Lexicon(plain)

    def check(path: str, text: str) -> Problem | None:
        if text in known:
            return None
        typed = _plain(text)
        near = lexicon.closest(typed, cutoff=0.7)
        wanted = plain[near] if near else listed(values, "or")
        repair = use(wanted, sweeping=near == typed) if near else None
        return NOT_LISTED.at(path, found=quoted(text), name=field.name, wanted=wanted, repair=repair)

    return check


# The codes that nearly every event carries settle themselves; the library's tables, which take a tenth of a second to
# read, wait for a rarer one. A test holds both lists against the library.
COMMON_CURRENCIES = frozenset({
    "AUD", "BRL", "CAD", "CHF", "CZK", "DKK", "EUR", "GBP", "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "SEK",
    "USD",
})  # fmt: skip
COMMON_LANGUAGES = frozenset({
    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hi", "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt",
    "ro", "sv", "th", "tr", "uk", "vi", "zh",
})  # fmt: skip


def currency_check(path: str, text: str) -> Problem | None:
    """Three capital letters that ISO 4217 knows."""
    if text in COMMON_CURRENCIES or text in currency_codes():
        return None
    if text.upper() in currency_codes():
        return CURRENCY_CASE.at(path, found=quoted(text), wanted=text.upper(), repair=use(text.upper()))
    word = text.lower().removesuffix("s")
    meant = _CURRENCY_WORDS.get(word, _CURRENCY_WORDS.get(text.lower(), ""))
    wanted = f", probably {meant}" if meant else ", such as USD"
    repair = use(meant, sweeping=word not in _SHARED_WORDS) if meant else None
    return CURRENCY_UNKNOWN.at(path, found=quoted(text), wanted=wanted, repair=repair)


def language_check(path: str, text: str) -> Problem | None:
    """Two lower-case letters that ISO 639-1 knows."""
    if text in COMMON_LANGUAGES or text in language_codes():
        return None
    lower = text.lower()
    if lower in language_codes():
        return LANGUAGE_CASE.at(path, found=quoted(text), wanted=lower, repair=use(lower))
    first = lower.replace("_", "-").partition("-")[0]
    known = first != lower and first in language_codes()
    wanted = f": {first}" if known else ", such as en"
    return LANGUAGE_UNKNOWN.at(path, found=quoted(text), wanted=wanted, repair=use(first) if known else None)


def _plain(text: str) -> str:
    return text[:_COMPARED].lower().replace("-", "_").replace(" ", "_")
