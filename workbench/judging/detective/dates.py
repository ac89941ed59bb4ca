"""The orders and spellings in which dates of birth get hashed."""

import datetime as dt
import re
from collections.abc import Iterator

from workbench.judging.detective.recipe import Mistake, Way
from workbench.judging.normalising.birth_date import FIRST_YEAR, LAST_YEAR
from workbench.judging.normalising.tidying import ascii_digits, tidy

_YEAR_FIRST = re.compile(r"(\d{4})[-/.\s]+(\d{1,2})[-/.\s]+(\d{1,2})(?:[T\s].*)?", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T\s].*)?", re.ASCII | re.DOTALL)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.\s]+(\d{1,2})[-/.\s]+(\d{4})", re.ASCII)
_COMPACT_YEAR_LAST = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_RIGHT = "Write the date as YYYYMMDD before hashing."
_ORDERS = ("YMD", "DMY", "MDY", "YDM", "DYM", "MYD")
_SEPARATORS = ("-", "/", ".", " ", "")
_PARTS = {
    "long": {"Y": "{0.year:04}", "M": "{0.month:02}", "D": "{0.day:02}"},
    "unpadded": {"Y": "{0.year:04}", "M": "{0.month}", "D": "{0.day}"},
    "short": {"Y": "{1:02}", "M": "{0.month:02}", "D": "{0.day:02}"},
    "shortest": {"Y": "{1:02}", "M": "{0.month}", "D": "{0.day}"},
}
_SPELT = {
    "long": {"Y": "YYYY", "M": "MM", "D": "DD"},
    "unpadded": {"Y": "YYYY", "M": "M", "D": "D"},
    "short": {"Y": "YY", "M": "MM", "D": "DD"},
    "shortest": {"Y": "YY", "M": "M", "D": "D"},
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def date_ways(text: str) -> Iterator[Way]:
    """Every spelling of the day that ``text`` means; of both days where day and month could be mistaken."""
    clean = ascii_digits(tidy(text)[0])
    for day, doubt in _days(clean):
        for written, spelling in _spellings(day):
            right = spelling == "YYYYMMDD"
            mistake = () if right else (Mistake(f"the date was written as {spelling}", _RIGHT),)
            steps = () if written == clean else (f"date-as-{spelling.replace(' ', '-')}",)
            cost = len(mistake) + len(doubt)
            reading = "" if doubt else "once the date is written as YYYYMMDD"
            yield Way(written, steps, (*mistake, *doubt), cost, reading)


def _days(text: str) -> Iterator[tuple[dt.date, tuple[Mistake, ...]]]:
    if found := _COMPACT.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
        if first := _date(year, month, day):
            yield first, ()
        if second := _date(year, day, month):
            swapped = Mistake("day and month were exchanged", "Write year, month, day in this order: YYYYMMDD.")
            yield second, (swapped,) if first else ()
    if found := _YEAR_LAST.fullmatch(text) or _COMPACT_YEAR_LAST.fullmatch(text):
        one, two, year = found.groups()
        by_day, by_month = _date(year, two, one), _date(year, one, two)
        sure = by_day == by_month or not (by_day and by_month)
        for each, order in ((by_day, "day"), (by_month, "month")):
            if each:
                what = f"the date was read with the {order} first, which the value leaves open"
                fix = f"If the {order} comes first in the value, the digest is that of the right day."
                yield each, () if sure else (Mistake(what, fix),)


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _spellings(day: dt.date) -> Iterator[tuple[str, str]]:
    yield f"{day:%Y%m%d}", "YYYYMMDD"
    for kind, parts in _PARTS.items():
        for order in _ORDERS:
            for separator in _SEPARATORS:
                written = separator.join(parts[each] for each in order).format(day, day.year % 100)
                yield written, separator.join(_SPELT[kind][each] for each in order)
    yield from _words(day)
    yield from _moments(day)


def _words(day: dt.date) -> Iterator[tuple[str, str]]:
    name = _MONTHS[day.month - 1]
    for month, spelt in ((name, "Month"), (name[:3], "Mon")):
        for number, place in ((str(day.day), "D"), (f"{day.day:02}", "DD")):
            yield f"{month} {number}, {day.year}", f"{spelt} {place}, YYYY"
            yield f"{number} {month} {day.year}", f"{place} {spelt} YYYY"
            yield f"{number}-{month}-{day.year}", f"{place}-{spelt}-YYYY"
            yield f"{number}. {month} {day.year}", f"{place}. {spelt} YYYY"
    weekday = _DAYS[day.weekday()]
    yield f"{weekday[:3]} {name[:3]} {day.day:02} {day.year}", "Day Mon DD YYYY"


def _moments(day: dt.date) -> Iterator[tuple[str, str]]:
    iso = day.isoformat()
    for time in (
        "T00:00:00",
        "T00:00:00Z",
        "T00:00:00.000Z",
        "T00:00:00+00:00",
        "T00:00",
        " 00:00:00",
        " 00:00:00.000",
        " 00:00",
    ):
        yield iso + time, f"YYYY-MM-DD{time}"
    for date, spelt in (
        (f"{day:%d/%m/%Y}", "DD/MM/YYYY"),
        (f"{day:%m/%d/%Y}", "MM/DD/YYYY"),
        (f"{day:%d.%m.%Y}", "DD.MM.YYYY"),
    ):
        yield f"{date} 00:00:00", f"{spelt} 00:00:00"
    midnight = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    seconds = int((midnight - _EPOCH).total_seconds())
    yield str(seconds), "Unix seconds"
    yield str(seconds * 1000), "Unix milliseconds"
    yield str((day - dt.date(1899, 12, 30)).days), "a spreadsheet's day number"
    yield str(day.year), "YYYY alone"
    yield f"{day:%m%d}", "MMDD alone"
