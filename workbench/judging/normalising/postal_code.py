"""The postal code: digits only."""

import re

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.spreadsheet import spreadsheet_number
from workbench.judging.normalising.tidying import (
    DIGITS_REWRITTEN,
    PUNCTUATION_REMOVED,
    ascii_digits,
    digits_only,
)
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write

POSTAL_CODE_WITHOUT_DIGITS = Rule(
    "postal-code-without-digits",
    Severity.ERROR,
    "There is no digit in the postal code, and only digits are hashed.",
    "Type the postal code, or leave the field out.",
    "spec, guide",
)
POSTAL_CODE_LETTERS = Rule(
    "postal-code-letters",
    Severity.WARNING,
    "The letters were removed: Pinterest's rule is digits only, and it has none for codes with letters.",
    "If in doubt, leave the field out for countries whose postal codes have letters.",
    "spec, guide",
)
POSTAL_CODE_EXTENDED = Rule(
    "postal-code-extended",
    Severity.WARNING,
    "This looks like ZIP+4. All nine digits are hashed, as the rule says, but the ZIP code people know has five.",
    "Type {zip}",
    "spec, guide, workbench",
)
RULES = (POSTAL_CODE_WITHOUT_DIGITS, POSTAL_CODE_LETTERS, POSTAL_CODE_EXTENDED)

_LONGEST = 10
_LETTER = re.compile(r"[^\W\d_]")
_ZIP_PLUS_4 = re.compile(r"(\d{5})[-\s]*\d{4}", re.ASCII)


def normalise_postal_code(path: str, text: str) -> Normalised:
    """The digits of ``text``, leading zeros kept. A value without any is refused."""
    if text.isdigit() and text.isascii() and len(text) != 9:
        return Normalised(text)
    if problem := spreadsheet_number(path, text):
        return refused(problem)
    western = ascii_digits(text)
    digits = digits_only(western)
    if not digits:
        return refused(POSTAL_CODE_WITHOUT_DIGITS.at(path))
    steps: tuple[str, ...] = () if western == text else (DIGITS_REWRITTEN,)
    letters = _LETTER.search(western) is not None
    if digits != western:
        steps += ("letters, spaces and punctuation removed" if letters else PUNCTUATION_REMOVED,)
    return Normalised(digits, steps, _doubts(path, western, letters=letters))


def clean_postal_code(text: str) -> str | None:
    """The text itself, if it is made of digits, no ZIP+4, and no longer than any postal code."""
    return text if text.isdigit() and text.isascii() and len(text) <= _LONGEST and len(text) != 9 else None


def _doubts(path: str, western: str, *, letters: bool) -> tuple[Problem, ...]:
    if letters:
        return (POSTAL_CODE_LETTERS.at(path),)
    if found := _ZIP_PLUS_4.fullmatch(western):
        repair = Repair("Keep the first five digits", Write(found[1]), sweeping=False)
        return (POSTAL_CODE_EXTENDED.at(path, zip=found[1], repair=repair),)
    return ()
