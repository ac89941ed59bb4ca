"""The plain decimal that somebody meant who wrote an amount for people: 1,234.50 or 72,39 € or USD 5."""

import re
import unicodedata
from decimal import Decimal

_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_EXPONENT = re.compile(r"-?[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]{1,2}")
_LONGEST = 40
_WRITTEN = re.compile(
    r"""(?P<sign>[+-]?)\s*
        (?:(?P<front>[A-Z]{3}|[A-Za-z]{0,3}\$|[^\w\s.,'+-])\s*)?
        (?P<inner>[+-]?)\s*
        (?P<number>[0-9.,'_\s]*[0-9][.,]?)
        (?:\s*(?P<back>[A-Z]{3}|[^\w\s.,'+-]))?""",
    re.VERBOSE,
)
# Three capital letters behind a number that multiply it instead of naming a currency.
_MULTIPLIERS = frozenset({"MIO", "MIA", "MIL", "MLN", "MRD", "MLD", "BIO", "BLN", "TSD", "TRN", "PCT"})
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?P<mark>[.,'_\s])[0-9]{3})(?:(?P=mark)[0-9]{3})*")


def plain_decimal(text: str) -> str:
    """The amount as ASCII digits with at most one point, "" when the text allows two readings or none.

    Nothing is rounded: ``72,390`` could be a thousand times ``72.390``, so it has no certain reading, while ``72,39``,
    ``0,390`` and ``1.234,50`` each have one.
    """
    plain = _ascii_digits(text).replace("−", "-").replace("’", "'").strip()
    if _PLAIN.fullmatch(plain):
        return plain
    if _EXPONENT.fullmatch(plain):
        return _without_exponent(plain)
    # An amount is short, and the pattern's white space takes cubic time.
    written = _WRITTEN.fullmatch(plain) if len(plain) <= _LONGEST else None
    if written is None or not _is_currency(written["front"]) or not _is_currency(written["back"]):
        return ""
    if (written["front"] and written["back"]) or (written["sign"] and written["inner"]):
        return ""
    number = _digits(written["number"].strip())
    negative = "-" in (written["sign"], written["inner"])
    return f"-{number}" if number and negative else number


def _ascii_digits(text: str) -> str:
    # Digits of any script, but not the superscripts and fractions that Unicode's own folding would take for digits.
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


def _is_currency(mark: str | None) -> bool:
    if not mark:
        return True
    if mark.isascii() and mark.isalpha():
        return mark not in _MULTIPLIERS
    return unicodedata.category(mark[-1]) == "Sc"


def _digits(number: str) -> str:
    """``number`` holds digits and marks between them only."""
    if "." in number and "," in number:
        mark = max(".", ",", key=number.rfind)
        return _with_fraction(number, mark)
    for mark in (",", "."):
        if number.count(mark) == 1:
            return _one_mark(number, mark)
    return _whole(number)


def _one_mark(number: str, mark: str) -> str:
    whole, _, fraction = number.partition(mark)
    if mark == "," and len(fraction) == 3 and re.fullmatch(r"[1-9][0-9]{0,2}", whole):
        return ""
    return _with_fraction(number, mark)


def _with_fraction(number: str, mark: str) -> str:
    whole, _, fraction = number.rpartition(mark)
    if fraction and not (fraction.isascii() and fraction.isdigit()):
        return ""
    before = _whole(whole) if whole else "0"
    return f"{before}.{fraction}" if before and fraction else before


def _whole(number: str) -> str:
    if number.isascii() and number.isdigit():
        return number
    return re.sub(r"[^0-9]", "", number) if _GROUPED.fullmatch(number) else ""


def _without_exponent(number: str) -> str:
    plain = format(Decimal(number), "f")
    return plain if len(plain) <= _LONGEST else ""
