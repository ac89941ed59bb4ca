"""When it happened: the unit, the future, and how late Pinterest takes it."""

from collections.abc import Iterator

from workbench.contract.field import Field
from workbench.contract.loading import Contract
from workbench.events.time_text import distance
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import SET_TO_NOW, Repair, Write
from workbench.judging.rules.numbers import NumberCheck
from workbench.judging.rules.sheet import Sheet

NOT_IN_SECONDS = Rule(
    "time-not-in-seconds",
    Severity.ERROR,
    "{label} is in {unit}, and Pinterest reads seconds: it would lie thousands of years ahead.",
    "Type {seconds}.",
    "spec, observed",
)
IN_FUTURE = Rule(
    "time-in-future",
    Severity.WARNING,
    "The event time lies in the future ({distance}). Pinterest wants the time at which the event happened.",
    "Check the clock and the time zone of the sender: event_time counts in UTC.",
    "guide",
)
COUNTED_OFFLINE = Rule(
    "time-counted-offline",
    Severity.WARNING,
    "The event happened {distance}. Pinterest counts what arrives more than an hour late as an offline conversion.",
    "Send events as they happen. For a test, set the time to now.",
    "guide",
)
VERY_OLD = Rule(
    "time-very-old",
    Severity.WARNING,
    "The event happened {distance}. How old an event may be at most is not published, so it may not be counted.",
    "Send events within the hour. For a test, set the time to now.",
    "guide, workbench",
)
VERY_OLD_OFFLINE = Rule(
    "time-very-old-offline",
    Severity.WARNING,
    "The event happened {distance}. Offline events may come late, but how late at most is not published, so it may not "
    "be counted.",
    "Send offline events within days, as soon as your files have them.",
    "guide, workbench",
)
BEFORE_PINTEREST = Rule(
    "time-before-pinterest",
    Severity.WARNING,
    "The event would have happened {distance}, before there was a Pinterest: {why}.",
    "Send the moment of the event, in seconds since 1970. For a test, set the time to now.",
    "workbench",
)
RULES = (NOT_IN_SECONDS, IN_FUTURE, COUNTED_OFFLINE, VERY_OLD, VERY_OLD_OFFLINE, BEFORE_PINTEREST)

EVENT_TIME = "event_time"
# Above the first bound, seconds would mean the year 5138 or later, while milliseconds mean 1973 or later.
_UNITS = (
    (10**17, 10**9, "nanoseconds"),
    (10**14, 10**6, "microseconds"),
    (10**11, 10**3, "milliseconds"),
)
_CLOCK_DRIFT = 60
_FOUNDED = 1_262_304_000  # 2010-01-01
_DATE_AS_NUMBER = range(19_700_101, 21_000_101)


def unit_check(field: Field) -> NumberCheck:
    """A check that a Unix time is in seconds."""

    def check(path: str, number: int) -> Problem | None:
        for above, divisor, unit in _UNITS:
            if number >= above:
                seconds = number // divisor
                repair = Repair("Convert to seconds", Write(str(seconds)))
                return NOT_IN_SECONDS.at(path, label=field.label, unit=unit, seconds=seconds, repair=repair)
        return None

    return check


class LatenessRule:
    """How far ``event_time`` lies from now. A time in another unit is told of elsewhere, and silent here."""

    def __init__(self, *, contract: Contract) -> None:
        limits = contract.limits
        self._offline_after = limits["offline_after_seconds"]
        self._old, self._old_offline = limits["very_old_seconds"], limits["very_old_offline_seconds"]

    @property
    def ordinary_ages(self) -> tuple[int, int]:
        """The least and the greatest age in seconds of which nothing is said, whatever else the event holds."""
        return -_CLOCK_DRIFT, self._offline_after

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        moment = sheet.number(EVENT_TIME)
        if moment is None or moment >= _UNITS[-1][0]:
            return
        age = sheet.now - moment
        if age < -_CLOCK_DRIFT:
            yield IN_FUTURE.at(EVENT_TIME, repair=SET_TO_NOW, distance=distance(moment, now=sheet.now))
        elif age > self._offline_after:
            rule = self._lateness(moment, age, sheet.text("action_source"))
            if rule is not None:
                repair = None if rule is VERY_OLD_OFFLINE else SET_TO_NOW
                age_told = distance(moment, now=sheet.now)
                yield rule.at(EVENT_TIME, repair=repair, distance=age_told, why=_why(moment))

    def _lateness(self, moment: int, age: int, action_source: str) -> Rule | None:
        if moment < _FOUNDED:
            return BEFORE_PINTEREST
        if action_source == "offline":
            return VERY_OLD_OFFLINE if age > self._old_offline else None
        return VERY_OLD if age > self._old else COUNTED_OFFLINE


def _why(moment: int) -> str:
    """What an impossibly old time most probably is."""
    if moment in _DATE_AS_NUMBER:
        return "the number looks like a date, year first, and not like seconds"
    return "the clock was not set, or the number does not count seconds"
