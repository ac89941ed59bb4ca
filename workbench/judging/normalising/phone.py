"""The phone number: digits only, no leading zeros, country code first."""

import re

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.numbering_plan import doubt_number
from workbench.judging.normalising.spreadsheet import spreadsheet_number
from workbench.judging.normalising.tidying import DIGITS_REWRITTEN, ascii_digits, digits_only
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write

PHONE_WITHOUT_DIGITS = Rule(
    "phone-without-digits",
    Severity.ERROR,
    "Without symbols, letters and leading zeros nothing is left of the number.",
    "Type the number with + and its country code, such as +1 202 555 0142.",
    "spec, guide",
)
PHONE_EXTENSION = Rule(
    "phone-extension",
    Severity.ERROR,
    "The number ends in an extension, whose digits would be hashed as a part of it.",
    "Type {number}",
    "workbench",
)
PHONE_LETTERS = Rule(
    "phone-letters",
    Severity.WARNING,
    "The letters “{letters}” were removed, as the rule says; if they stand for keys, their digits are missing now.",
    "Type the number in digits.",
    "spec, guide",
)
PHONE_LENGTH = Rule(
    "phone-length",
    Severity.WARNING,
    "The number has {count} digits; phone numbers have 7 to 15, their country code included.",
    "Check the number; if there are two, give each an entry of its own.",
    "workbench",
)
PHONE_COUNTRY_CODE = Rule(
    "phone-country-code",
    Severity.WARNING,
    "The country code may be missing: the number begins with {start}.",
    "Begin with + and the country code, such as +1 or +49.",
    "spec, guide",
)
PHONE_TRUNK_PREFIX = Rule(
    "phone-trunk-prefix",
    Severity.WARNING,
    "After the country code stands the {prefix} that is dialled only inside the country. By the rule {hashed} was "
    "hashed, but the real number is {full}.",
    "Type +{full}",
    "guide, workbench",
)
PHONE_IMPOSSIBLE = Rule(
    "phone-impossible",
    Severity.WARNING,
    "Such a number cannot exist: {why}.",
    "Check the country code and the number.",
    "workbench",
)
RULES = (
    PHONE_WITHOUT_DIGITS,
    PHONE_EXTENSION,
    PHONE_LETTERS,
    PHONE_LENGTH,
    PHONE_COUNTRY_CODE,
    PHONE_TRUNK_PREFIX,
    PHONE_IMPOSSIBLE,
)

FEWEST_DIGITS, MOST_DIGITS = 7, 15

# What a number is usually written with: nothing here that could be a letter or begin an extension.
_ORDINARY = re.compile(r"[+\d\s().-]+", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]+")
_EXTENSION = re.compile(
    r"(?<=\d)[\s,;.()-]*(?:;?ext(?:ension|n)?|x|#|durchwahl|poste)[\s.:=]*\d{1,7}\s*$", re.IGNORECASE
)
# Shorter than any digest, and with + in front no number that a spreadsheet has made.
_INTERNATIONAL = re.compile(r"\+[1-9][0-9 ().-]{5,28}")
_FIRST = re.compile(r"[+\uff0b]|\d", re.ASCII)


def normalise_phone(path: str, text: str) -> Normalised:
    """The digits of ``text`` without leading zeros.

    A number typed with + or 00 is held against its country's numbering plan; one without may lack its country code,
    which nobody can tell from the digits.
    """
    western = ascii_digits(text)
    if problem := spreadsheet_number(path, western):
        return refused(problem)
    dialled = digits_only(western)
    digits = dialled.lstrip("0")
    if not digits:
        return refused(PHONE_WITHOUT_DIGITS.at(path))
    letters = "" if _ORDINARY.fullmatch(western) else " ".join(_LETTERS.findall(western))
    if (letters or "#" in western) and (found := _EXTENSION.search(western)):
        number = western[: found.start()].strip()
        repair = Repair("Remove the extension", Write(number))
        return refused(PHONE_EXTENSION.at(path, number=number, repair=repair))
    steps: tuple[str, ...] = () if western == text else (DIGITS_REWRITTEN,)
    if dialled != western:
        steps += ("everything but digits removed",)
    if digits != dialled:
        steps += ("leading zeros removed",)
    problems = (PHONE_LETTERS.at(path, letters=letters),) if letters else ()
    return Normalised(digits, steps, problems + _doubts(path, western, dialled, digits))


def clean_phone(text: str) -> str | None:
    """The digits of a number that begins with + and its country code, if nothing about it is doubtful."""
    if not _INTERNATIONAL.fullmatch(text):
        return None
    digits = digits_only(text)
    return digits if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS and doubt_number(digits) is None else None


def _doubts(path: str, western: str, dialled: str, digits: str) -> tuple[Problem, ...]:
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return (PHONE_LENGTH.at(path, count=len(digits)),)
    first = _FIRST.search(western)
    if (first is None or first[0].isdigit()) and not dialled.startswith("00"):
        start = "0, as inside a country" if dialled.startswith("0") else "neither + nor 00"
        return (PHONE_COUNTRY_CODE.at(path, start=start),)
    doubt = doubt_number(digits)
    if doubt is None:
        return ()
    if doubt.why:
        return (PHONE_IMPOSSIBLE.at(path, why=doubt.why),)
    prefix, full = doubt.trunk_prefix, doubt.full
    repair = Repair(f"Remove the {prefix}", Write(f"+{full}"))
    return (PHONE_TRUNK_PREFIX.at(path, prefix=prefix, hashed=digits, full=full, repair=repair),)
