"""Filters, orders and pages, asked of a real file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.history.query import Order, Query
from workbench.history.query_sql import Sql, page, total
from workbench.history.store import History


def _ids(history: History, query: Query) -> list[int]:
    rows = [row.id for row in history.rows(query)]
    assert history.count(query) == len(rows)
    return rows


def test_rows_are_newest_first(history: History, begin: Callable[..., int]) -> None:
    middle, newest, oldest = (begin(history, at=at) for at in (2.0, 3.0, 1.0))
    assert _ids(history, Query()) == [newest, middle, oldest]


def test_rows_of_the_same_moment_are_ordered_by_id(history: History, begin: Callable[..., int]) -> None:
    ids = [begin(history, at=5.0) for _ in range(4)]
    assert _ids(history, Query(descending=False)) == ids
    assert _ids(history, Query(descending=True)) == ids[::-1]


def _outcome(state: State, status: int | None, elapsed: float | None) -> Outcome:
    return Outcome(state, "", "", status=status, elapsed=elapsed)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("descending", [False, True])
def test_rows_are_sorted_by_every_order(
    history: History,
    begin: Callable[..., int],
    event: Callable[..., dict[str, object]],
    order: Order,
    descending: bool,
) -> None:
    low = begin(history, at=1.0, account_name="alpha", mode=Mode.LIVE, events=[event(event_name="add_to_cart")])
    high = begin(history, at=2.0, account_name="Beta", mode=Mode.TEST, events=[event(event_name="Checkout")] * 2)
    history.finish(low, _outcome(State.FAILED, 200, 0.5), at=3.0)
    history.finish(high, _outcome(State.PROCESSED, 422, 1.5), at=3.0)
    expected = [high, low] if descending else [low, high]
    assert _ids(history, Query(order=order, descending=descending)) == expected


@pytest.mark.parametrize("order", [each for each in Order if each is not Order.SENT_AT])
def test_equal_rows_are_ordered_by_time_in_the_same_direction(
    history: History, begin: Callable[..., int], order: Order
) -> None:
    later, earlier = begin(history, at=2.0), begin(history, at=1.0)
    assert _ids(history, Query(order=order, descending=True)) == [later, earlier]
    assert _ids(history, Query(order=order, descending=False)) == [earlier, later]


def test_pages_meet_without_gap_or_overlap(history: History, begin: Callable[..., int]) -> None:
    ids = [begin(history, at=float(number // 3)) for number in range(10)]
    query = Query(descending=False, limit=4)
    pages = [history.rows(Query(descending=False, limit=4, offset=offset)) for offset in (0, 4, 8, 12)]
    assert [len(each) for each in pages] == [4, 4, 2, 0]
    assert [row.id for each in pages for row in each] == ids
    assert history.count(query) == 10


def test_limit_0_gives_nothing(history: History, begin: Callable[..., int]) -> None:
    begin(history)
    assert history.rows(Query(limit=0)) == ()


def test_mode_and_state_filter_together(history: History, begin: Callable[..., int]) -> None:
    wanted, other_state, other_mode = begin(history), begin(history), begin(history, mode=Mode.LIVE)
    history.finish(wanted, _outcome(State.FAILED, 200, 1.0), at=2.0)
    history.finish(other_state, _outcome(State.PROCESSED, 200, 1.0), at=2.0)
    history.finish(other_mode, _outcome(State.FAILED, 200, 1.0), at=2.0)
    assert _ids(history, Query(mode=Mode.TEST, state=State.FAILED)) == [wanted]


def test_since_includes_its_own_moment(history: History, begin: Callable[..., int]) -> None:
    begin(history, at=1.0)
    wanted = begin(history, at=2.0)
    assert _ids(history, Query(since=2.0)) == [wanted]


@pytest.mark.parametrize("account", ["Shop", "549755885175"])
def test_account_is_a_whole_name_or_an_id(history: History, begin: Callable[..., int], account: str) -> None:
    wanted = begin(history, account_name="Shop", ad_account_id="549755885175")
    begin(history, account_name="shop", ad_account_id="54975588517")
    begin(history, account_name="Shop 2", ad_account_id="5497558851750")
    assert _ids(history, Query(account=account)) == [wanted]


def test_account_may_be_a_name_of_digits(history: History, begin: Callable[..., int]) -> None:
    named = begin(history, account_name="2024", ad_account_id="549755885175", at=1.0)
    by_id = begin(history, account_name="Shop", ad_account_id="2024", at=2.0)
    assert _ids(history, Query(account="2024")) == [by_id, named]


@pytest.mark.parametrize(
    "text",
    [
        "needle-id",
        "NEEDLE-ID",
        "needle_name",
        "needle-order",
        "Needle & Co",
        "5555",
        "needle in the err",
        "missing needle",
    ],
)
def test_text_is_found_wherever_it_stands(
    history: History, begin: Callable[..., int], event: Callable[..., dict[str, object]], text: str
) -> None:
    begin(history)
    events = [event("other"), event("a needle-id!", "needle_name", order_id="the needle-order")]
    wanted = begin(history, events=events, account_name="Needle & Co", ad_account_id="155551")
    verdict = EventVerdict(1, "failed", "a needle in the error", ("fine", 'the "missing needle"'))
    history.finish(wanted, Outcome(State.FAILED, "", "", 200, verdicts=(verdict,)), at=2.0)
    assert _ids(history, Query(text=text)) == [wanted]


def test_text_is_found_in_the_cause(history: History, begin: Callable[..., int]) -> None:
    begin(history)
    wanted = begin(history)
    history.finish(wanted, Outcome(State.REFUSED, "Authentication failed.", "", 401), at=2.0)
    assert _ids(history, Query(text="authentication")) == [wanted]


def test_text_finds_a_request_once(
    history: History, begin: Callable[..., int], event: Callable[..., dict[str, object]]
) -> None:
    wanted = begin(history, events=[event("same"), event("same")], account_name="same")
    assert _ids(history, Query(text="same")) == [wanted]


@pytest.mark.parametrize("text", ["100%", "a_b", "c\\d", "it's", 'say "x"', "%", "_", "\\", '"'])
def test_text_has_no_wildcards(
    history: History, begin: Callable[..., int], event: Callable[..., dict[str, object]], text: str
) -> None:
    begin(history, events=[event("100 aXb cd its say x")], url="")
    wanted = begin(history)
    warned = begin(history, events=[event(f"<{text}>")])
    verdict = EventVerdict(0, "processed", None, (f"<{text}>",))
    history.finish(wanted, Outcome(State.WARNINGS, "", "", 200, verdicts=(verdict,)), at=2.0)
    # The names the builder gives hold an underscore nowhere, so that only the two rows can match.
    assert sorted(_ids(history, Query(text=text))) == [wanted, warned]


def test_text_of_blanks_only_filters_nothing(history: History, begin: Callable[..., int]) -> None:
    wanted = begin(history)
    assert _ids(history, Query(text="  ")) == [wanted]


@pytest.mark.parametrize("text", ["'; DROP TABLE requests; --", "\ud800", "\x00"])
def test_text_can_be_anything(history: History, begin: Callable[..., int], text: str) -> None:
    begin(history)
    assert _ids(history, Query(text=text, account=text)) == []
    assert history.count(Query()) == 1


def test_text_combines_with_the_other_filters(history: History, begin: Callable[..., int]) -> None:
    begin(history)
    wanted = begin(history, mode=Mode.LIVE)
    assert _ids(history, Query(text="o-1", mode=Mode.LIVE)) == [wanted]


def _plan(path: Path, sql: Sql) -> str:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(f"EXPLAIN QUERY PLAN {sql.text}", sql.parameters).fetchall()
    return "\n".join(row[3] for row in found)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("descending", [False, True])
def test_no_order_has_to_sort(history: History, path: Path, order: Order, descending: bool) -> None:
    history.close()
    sql = page(Query(order=order, descending=descending))
    plan = _plan(path, sql)
    assert "USING INDEX" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize(
    "query",
    [
        Query(mode=Mode.LIVE),
        Query(state=State.FAILED),
        Query(mode=Mode.LIVE, state=State.FAILED, since=5.0),
        Query(account="Shop EU", mode=Mode.TEST),
        Query(account="549755885175", state=State.UNKNOWN),
        Query(since=5.0),
    ],
)
def test_filters_follow_an_index(history: History, path: Path, query: Query) -> None:
    history.close()
    rows, count = page(query), total(query)
    assert "TEMP B-TREE" not in _plan(path, rows)
    assert "SEARCH requests USING COVERING INDEX" in _plan(path, count)


def test_until_excludes_its_own_moment(history: History, begin: Callable[..., int]) -> None:
    wanted = begin(history, at=1.0)
    begin(history, at=2.0)
    assert _ids(history, Query(until=2.0)) == [wanted]


def test_since_and_until_meet_without_gap_or_overlap(history: History, begin: Callable[..., int]) -> None:
    ids = [begin(history, at=at) for at in (1.0, 2.0, 3.0)]
    early, late = _ids(history, Query(until=2.0)), _ids(history, Query(since=2.0))
    assert sorted(early + late) == ids


def test_event_is_the_whole_name_of_any_event_of_the_request(
    history: History, begin: Callable[..., int], event: Callable[..., dict[str, object]]
) -> None:
    wanted = begin(history, events=[event("1", "lead"), event("2", "signup"), event("3", "signup")])
    begin(history, events=[event("4", "signup_later")])
    assert _ids(history, Query(event="signup")) == [wanted]


def test_event_combines_with_text_and_account(
    history: History, begin: Callable[..., int], event: Callable[..., dict[str, object]]
) -> None:
    begin(history, events=[event("o-1", "lead")])
    begin(history, events=[event("o-1", "signup")], account_name="Other")
    wanted = begin(history, events=[event("o-1", "signup")])
    assert _ids(history, Query(event="signup", text="o-1", account="Shop EU")) == [wanted]
