"""Few and many hits are reached in different ways; what is found must not tell."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.query import Order, Query
from workbench.history.store import History
from workbench.history.writing import insert_request

_MANY = 2_500
_NAMED = ("checkout", "lead")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    """More requests than are looked up one by one: ids in order of time, even ones a checkout, odd ones a lead."""
    path = tmp_path_factory.mktemp("large") / "history.sqlite3"
    with History(path=path) as history:
        with history._connections.writing() as connection:
            for number in range(2 * _MANY):
                event = {"event_id": f"order-{number}", "event_name": _NAMED[number % 2]}
                insert_request(
                    connection,
                    account_name="Shop EU" if number % 10 else "Outlet",
                    ad_account_id="549755885175",
                    mode=Mode.LIVE if number % 4 == 0 else Mode.TEST,
                    url="",
                    body=json.dumps({"data": [event]}).encode(),
                    at=float(number),
                    instance="",
                )
        yield history


def _numbers(history: History, query: Query) -> list[int]:
    return [int(row.sent_at) for row in history.rows(query)]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("text", ["order-", "order-49"])
def test_a_page_is_in_order_however_many_are_found(large: History, order: Order, text: str) -> None:
    found = large.rows(Query(text=text, order=order, limit=2 * _MANY))
    wanted = large.rows(Query(order=order, limit=2 * _MANY))
    assert found == tuple(row for row in wanted if text in row.event_id)


@pytest.mark.parametrize(("text", "count"), [("order-", 2 * _MANY), ("order-1234", 1), ("rder-1", 1111), ("none", 0)])
def test_every_hit_is_counted(large: History, text: str, count: int) -> None:
    assert large.count(Query(text=text)) == count


@pytest.mark.parametrize("text", ["order-", "rder-12"])
def test_other_filters_hold_however_many_are_found(large: History, text: str) -> None:
    query = Query(text=text, mode=Mode.LIVE, account="Outlet", event="checkout", since=100, until=1250, limit=_MANY)
    wanted = [at for at in range(1249, 99, -1) if at % 20 == 0 and text in f"order-{at}"]
    assert _numbers(large, query) == wanted
    assert large.count(query) == len(wanted)


def test_an_event_of_many_requests_is_found_in_order(large: History) -> None:
    assert _numbers(large, Query(event="lead", limit=3)) == [4999, 4997, 4995]
    assert large.count(Query(event="lead")) == _MANY


def test_the_pages_of_many_hits_meet(large: History) -> None:
    pages = [_numbers(large, Query(text="order-", limit=1000, offset=at)) for at in range(0, 5000, 1000)]
    assert [number for page in pages for number in page] == list(range(4999, -1, -1))


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize(
    "query", [Query(mode=Mode.TEST), Query(account="Outlet"), Query(since=10, until=4900), Query(state=State.PENDING)]
)
def test_a_filter_leaves_the_order_as_it_is(large: History, query: Query, order: Order, descending: bool) -> None:
    sorted_rows = large.rows(Query(order=order, descending=descending, limit=2 * _MANY))
    passing = {row.id for row in large.rows(replace(query, limit=2 * _MANY))}
    found = large.rows(replace(query, order=order, descending=descending, limit=2 * _MANY))
    assert found == tuple(row for row in sorted_rows if row.id in passing)
    assert len(found) == large.count(query)
