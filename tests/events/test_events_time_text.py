"""Moments as people write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.events.time_text import distance, epoch_of, offset_name, shown

NOW = 1_795_000_000
TOKYO = timezone(timedelta(hours=9))
NEWFOUNDLAND = timezone(timedelta(hours=-3, minutes=-30))


@pytest.mark.parametrize(
    ("text", "epoch"),
    [
        ("1763816580", 1_763_816_580),
        (" 1763816580 ", 1_763_816_580),
        ("1763816580000", 1_763_816_580_000),
        ("now", NOW),
        ("NOW", NOW),
        ("-5m", NOW - 300),
        ("- 2 h", NOW - 7200),
        ("-1d", NOW - 86_400),
        ("1970-01-02 00:00", 86_400),
        ("1970-01-02T00:00:05Z", 86_405),
        ("19700102T000000", 86_400),
        ("1970-01-02T09:00:00+09:00", 86_400),
    ],
)
def test_moment_is_understood(text: str, epoch: int) -> None:
    assert epoch_of(text, zone=UTC, now=NOW) == epoch


@pytest.mark.parametrize("text", ["", "yesterday", "2026-11", "2026-11-2", "-5y", "12:30", "1e9", "²"])
def test_no_moment_is_none(text: str) -> None:
    assert epoch_of(text, zone=UTC, now=NOW) is None


def test_moment_is_read_in_its_zone() -> None:
    assert epoch_of("1970-01-02 09:00", zone=TOKYO, now=NOW) == 86_400


@given(st.text(max_size=40))
def test_moment_of_any_text_never_raises(text: str) -> None:
    epoch_of(text, zone=UTC, now=NOW)


@given(st.integers(min_value=1, max_value=4_000_000_000))
def test_moment_shown_is_read_back(epoch: int) -> None:
    text = shown(epoch, zone=TOKYO)
    assert text is not None
    assert epoch_of(text, zone=TOKYO, now=NOW) == epoch


def test_moment_beyond_the_calendar_is_not_shown() -> None:
    assert shown(10**15, zone=UTC) is None
    assert offset_name(10**15, zone=UTC) == ""


@pytest.mark.parametrize(("zone", "name"), [(UTC, "UTC"), (TOKYO, "UTC+9"), (NEWFOUNDLAND, "UTC-3:30")])
def test_offset_is_named(zone: timezone, name: str) -> None:
    assert offset_name(NOW, zone=zone) == name


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"),
        (4, "just now"),
        (-4, "just now"),
        (5, "5 seconds ago"),
        (30, "30 seconds ago"),
        (59, "59 seconds ago"),
        (60, "1 minute ago"),
        (3599, "59 minutes ago"),
        (3600, "1 hour ago"),
        (7200, "2 hours ago"),
        (86_400, "1 day ago"),
        (-90_000, "in 1 day"),
        (100_000_000, "1,157 days ago"),
    ],
)
def test_distance_is_told_in_the_largest_unit(seconds: int, words: str) -> None:
    assert distance(NOW - seconds, now=NOW) == words


def test_local_date_is_the_zones_own() -> None:
    assert shown(0, zone=TOKYO) == datetime(1970, 1, 1, 9, tzinfo=TOKYO).strftime("%Y-%m-%d %H:%M:%S")
