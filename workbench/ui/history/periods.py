"""The times that the filter offers, as spans of Unix time in this computer's zone."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum


class Period(StrEnum):
    """When a send was made. Days are whole ones: seven of them are today and the six before it."""

    ANY = "Any time"
    TODAY = "Today"
    WEEK = "Last 7 days"
    MONTH = "Last 30 days"
    RANGE = "From – to"


Span = tuple[float | None, float | None]
_DAYS = {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30}


def today(now: float) -> date:
    """The day of a Unix time."""
    return datetime.fromtimestamp(now, tz=UTC).astimezone().date()


def span(period: Period, *, now: float, first: date, last: date) -> Span:
    """From when, and before when; None for no bound. ``first`` and ``last`` are the days of a RANGE, both included."""
    if period is Period.ANY:
        return None, None
    if period is Period.RANGE:
        return _start_of(min(first, last)), _start_of(max(first, last) + timedelta(days=1))
    return _start_of(today(now) - timedelta(days=_DAYS[period] - 1)), None


def _start_of(day: date) -> float:
    # A time of no zone is taken in this computer's, with the summer time of that very day.
    return datetime.combine(day, time.min).astimezone().timestamp()
