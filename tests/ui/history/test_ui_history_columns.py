"""Each cell as text."""

from dataclasses import replace

import pytest

from tests.ui.history.sends import START
from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.rows import Row
from workbench.ui.history.columns import COLUMNS, duration, local_time

ROW = Row(
    id=1,
    sent_at=START,
    account_name="Shop EU",
    ad_account_id="549755885175",
    mode=Mode.LIVE,
    state=State.PARTLY_FAILED,
    event_count=4,
    event_name="checkout",
    event_id="o-1",
    status=200,
    received=4,
    processed=3,
    elapsed=0.412,
)


def cell(title: str, row: Row = ROW) -> str:
    """The text of one cell."""
    return next(column.text(row) for column in COLUMNS if column.title == title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Mode", "LIVE"),
        ("State", "partly failed"),
        ("Account", "Shop EU"),
        ("Event", "checkout +3"),
        ("Event ID", "o-1"),
        ("Events", "4"),
        ("HTTP", "200"),
        ("Time taken", "412 ms"),
    ],
)
def test_columns_say_what_a_row_holds(title: str, text: str) -> None:
    assert cell(title) == text


def test_columns_tell_the_time_with_its_date_in_local_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Etc/GMT-2")
    time.tzset()
    try:
        assert cell("Time") == "2026-09-21 16:13:20"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_columns_say_nothing_more_of_a_single_event() -> None:
    assert cell("Event", replace(ROW, event_count=1)) == "checkout"


def test_columns_say_that_a_body_had_no_readable_event() -> None:
    assert cell("Event", replace(ROW, event_count=0, event_name="")) == "(none readable)"


def test_columns_put_a_dash_where_no_answer_came() -> None:
    unanswered = replace(ROW, status=None, elapsed=None)

    assert (cell("HTTP", unanswered), cell("Time taken", unanswered)) == ("–", "–")


def test_duration_of_a_second_and_more_is_told_in_seconds() -> None:
    assert duration(1.25) == "1.2 s"


def test_local_time_beyond_every_calendar_is_the_number() -> None:
    assert local_time(1e20) == "100000000000000000000"
