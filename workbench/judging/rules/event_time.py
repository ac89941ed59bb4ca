"""When it happened: the unit, the future, and how late Pinterest takes it."""

from collections.abc import Iterator

from workbench.contract.field import Field
from workbench.contract.loading import Contract
from workbench.events.time_text import distance
from workbench.judging.problem import Problem, Rule, Severity
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
    "The event would happen {distance}. Pinterest wants the time it did happen.",
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
    "The event happened {distance}. How old an event may be is not published, but old ones were seen refused.",
    "Send events within the hour. For a test, set the time to now.",
    "observed, guide",
)
RULES = (NOT_IN_SECONDS, IN_FUTURE, COUNTED_OFFLINE, VERY_OLD)

EVENT_TIME = "event_time"
# Above the first bound, seconds would mean the year 5138 or later, while milliseconds mean 1973 or later.
_UNITS = (
    (10**17, 10**9, "nanoseconds"),
    (10**14, 10**6, "microseconds"),
    (10**11, 10**3, "milliseconds"),
)
_CLOCK_DRIFT = 60
_OLD = 7 * 86_400


def unit_check(field: Field) -> NumberCheck:
    """A check that a Unix time is in seconds."""

    def check(path: str, number: int) -> Problem | None:
        for above, divisor, unit in _UNITS:
            if number >= above:
                return NOT_IN_SECONDS.at(path, label=field.label, unit=unit, seconds=number // divisor)
        return None

    return check


class LatenessRule:
    """How far ``event_time`` lies from now. A time in another unit is told of elsewhere, and silent here."""

    def __init__(self, *, contract: Contract) -> None:
        self._offline_after = contract.limits["offline_after_seconds"]

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        moment = sheet.number(EVENT_TIME)
        if moment is None or moment >= _UNITS[-1][0]:
            return
        age = sheet.now - moment
        if age < -_CLOCK_DRIFT:
            yield IN_FUTURE.at(EVENT_TIME, distance=distance(moment, now=sheet.now))
        elif age > _OLD:
            yield VERY_OLD.at(EVENT_TIME, distance=distance(moment, now=sheet.now))
        elif age > self._offline_after and sheet.text("action_source") != "offline":
            yield COUNTED_OFFLINE.at(EVENT_TIME, distance=distance(moment, now=sheet.now))
