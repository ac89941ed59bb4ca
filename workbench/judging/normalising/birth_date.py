"""The date of birth: YYYYMMDD."""

import datetime as dt
import re
from itertools import permutations

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.spreadsheet import spreadsheet_number
from workbench.judging.normalising.tidying import DIGITS_REWRITTEN, ascii_digits
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write

BIRTH_DATE_ORDER = Rule(
    "birth-date-order",
    Severity.ERROR,
    "The date does not begin with the year; day and month could be mistaken for each other.",
    "{fix}",
    "guide",
)
BIRTH_DATE_SHORT_YEAR = Rule(
    "birth-date-short-year",
    Severity.ERROR,
    "The year has two digits, so its century is not certain.",
    "Type the year with four digits, then month and day: YYYYMMDD.",
    "guide",
)
BIRTH_DATE_WITH_TIME = Rule(
    "birth-date-with-time",
    Severity.ERROR,
    "A time of day follows the date; the date alone is hashed.",
    "Type {date}",
    "guide",
)
BIRTH_DATE_IMPOSSIBLE = Rule(
    "birth-date-impossible",
    Severity.ERROR,
    "There is no such day: {why}.",
    "Check the date. It is written year, month, day: YYYYMMDD.",
    "guide",
)
BIRTH_DATE_YEAR = Rule(
    "birth-date-year",
    Severity.ERROR,
    "The year {year} cannot be that of a customer's birth.",
    "Check the date. It is written year, month, day: YYYYMMDD.",
    "workbench",
)
BIRTH_DATE_FORMAT = Rule(
    "birth-date-format",
    Severity.ERROR,
    "This is not a date of birth as Pinterest wants it: year, month and day in digits, YYYYMMDD.",
    "{fix}",
    "guide",
)
BIRTH_DATE_DEFAULT = Rule(
    "birth-date-default",
    Severity.WARNING,
    "1 January 1900 is what programs write for a date that is missing.",
    "Leave the field out if the date is not known.",
    "workbench",
)
RULES = (
    BIRTH_DATE_ORDER,
    BIRTH_DATE_SHORT_YEAR,
    BIRTH_DATE_WITH_TIME,
    BIRTH_DATE_IMPOSSIBLE,
    BIRTH_DATE_YEAR,
    BIRTH_DATE_FORMAT,
    BIRTH_DATE_DEFAULT,
)

FIRST_YEAR, LAST_YEAR = 1900, 2100

_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{2})[-/.]|(\d{2}))(\d{2})", re.ASCII)
_LOOSE_YEAR_FIRST = re.compile(r"(\d{4})[-/.\s]+(\d{1,2})[-/.\s]+(\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.\s]*(\d{1,2})[-/.\s]*(\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/.\s]+\d{1,2}[-/.\s]+\d{1,2}|\d{6}", re.ASCII)
_TIME = re.compile(r"(\d{4}[-/.]?\d{2}[-/.]?\d{2})(?:[T\s]+\d{1,2}[:.]?\d{2}.*|T.*)", re.ASCII | re.IGNORECASE)
# Days that are certain to be over from then on; 1900 has the day that programs write for a missing one.
_FIRST_CERTAIN, _LAST_CERTAIN = "19010101", "20191231"
CERTAIN_FROM = 1_577_836_800
"""The first second of 2020, in UTC: before it, a date of birth in 2019 can lie in the future."""
_HOW = "Type year, month and day: YYYYMMDD, such as 19900131."


def normalise_birth_date(path: str, text: str) -> Normalised:
    """``YYYYMMDD``, from that or from ``YYYY-MM-DD`` with hyphens, slashes or dots.

    Every other order is refused: it is ambiguous for some days of each month. Whether the day is in the future is for
    the caller, who knows what time it is.
    """
    western = ascii_digits(text)
    found = _YEAR_FIRST.fullmatch(western)
    if found is None:
        return refused(spreadsheet_number(path, western) or _unreadable(path, western))
    year, middle, month, day = found.groups()
    compact = f"{year}{middle or month}{day}"
    if fault := _fault(path, compact):
        return refused(fault)
    steps: tuple[str, ...] = () if western == text else (DIGITS_REWRITTEN,)
    if compact != western:
        steps += ("written as YYYYMMDD",)
    return Normalised(compact, steps, (BIRTH_DATE_DEFAULT.at(path),) if compact == "19000101" else ())


def clean_birth_date(text: str) -> str | None:
    """``YYYYMMDD`` of a day of the years 1901 to 2019, which is in the past whenever ``now`` is not before 2020."""
    compact = text.replace("-", "") if text[4:5] == text[7:8] == "-" else text
    if len(compact) != 8 or not compact.isdigit() or not _FIRST_CERTAIN <= compact <= _LAST_CERTAIN:
        return None
    try:
        dt.date.fromisoformat(compact)
    except ValueError:
        return None
    return compact


def _fault(path: str, compact: str) -> Problem | None:
    year, month, day = int(compact[:4]), int(compact[4:6]), int(compact[6:])
    if FIRST_YEAR <= year <= LAST_YEAR:
        why = _impossible(year, month, day)
        return BIRTH_DATE_IMPOSSIBLE.at(path, why=why) if why else None
    if candidates := _candidates(compact[:2], compact[2:4], compact[4:]):
        return _order(path, candidates)
    return BIRTH_DATE_YEAR.at(path, year=compact[:4])


def _impossible(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    try:
        dt.date(year, month, day)
    except ValueError:
        return f"month {month} of {year} has no day {day}"
    return ""


def _candidates(first: str, second: str, year: str) -> tuple[str, ...]:
    """The days that the numbers of a date with the year last can mean, day first, then month first."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return ()
    days = (
        f"{year}{int(month):02}{int(day):02}"
        for day, month in permutations((first, second))
        if not _impossible(int(year), int(month), int(day))
    )
    return tuple(dict.fromkeys(days))


def _order(path: str, candidates: tuple[str, ...]) -> Problem:
    if len(candidates) == 1:
        day = candidates[0]
        return BIRTH_DATE_ORDER.at(path, fix=f"Type {day}", repair=Repair("Put the year first", Write(day)))
    choice = f"Type {candidates[0]} if the day comes first, {candidates[1]} if the month comes first."
    return BIRTH_DATE_ORDER.at(path, fix=choice)


def _unreadable(path: str, text: str) -> Problem:
    """Why a text that is not year, month, day in one of the forms taken is refused, with what to type if certain."""
    if (found := _YEAR_LAST.fullmatch(text)) and (candidates := _candidates(*found.groups())):
        return _order(path, candidates)
    if (found := _TIME.fullmatch(text)) and not _fault(path, compact := re.sub(r"\D", "", found[1])):
        return BIRTH_DATE_WITH_TIME.at(path, date=compact, repair=Repair("Remove the time", Write(compact)))
    if _SHORT_YEAR.fullmatch(text):
        return BIRTH_DATE_SHORT_YEAR.at(path)
    if found := _LOOSE_YEAR_FIRST.fullmatch(text):
        compact = f"{found[1]}{int(found[2]):02}{int(found[3]):02}"
        repair = Repair("Write it as YYYYMMDD", Write(compact))
        return _fault(path, compact) or BIRTH_DATE_FORMAT.at(path, fix=f"Type {compact}", repair=repair)
    return BIRTH_DATE_FORMAT.at(path, fix=_HOW)
