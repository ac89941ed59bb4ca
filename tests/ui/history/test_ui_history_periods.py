"""The spans of time that the filter offers."""

from datetime import date, datetime

from workbench.ui.history.periods import Period, span, today

NOON = datetime(2026, 11, 22, 12).astimezone().timestamp()
DAY = date(2026, 11, 22)


def midnight(day: int, month: int = 11) -> float:
    """The start of a day of 2026 on this computer."""
    return datetime(2026, month, day).astimezone().timestamp()


def spanned(period: Period, first: date = DAY, last: date = DAY) -> tuple[float | None, float | None]:
    """The span at noon."""
    return span(period, now=NOON, first=first, last=last)


def test_any_time_has_no_bounds() -> None:
    assert spanned(Period.ANY) == (None, None)


def test_today_begins_at_midnight_and_has_no_end() -> None:
    assert spanned(Period.TODAY) == (midnight(22), None)


def test_seven_days_are_today_and_the_six_before() -> None:
    assert spanned(Period.WEEK) == (midnight(16), None)


def test_thirty_days_are_today_and_the_twenty_nine_before() -> None:
    assert spanned(Period.MONTH) == (midnight(24, 10), None)


def test_a_range_has_both_of_its_days_whole() -> None:
    assert spanned(Period.RANGE, date(2026, 11, 3), date(2026, 11, 4)) == (midnight(3), midnight(5))


def test_a_range_named_backwards_is_the_same() -> None:
    assert spanned(Period.RANGE, date(2026, 11, 4), date(2026, 11, 3)) == (midnight(3), midnight(5))


def test_today_is_the_day_on_this_computer() -> None:
    assert today(NOON) == DAY
