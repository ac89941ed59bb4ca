"""Stars and notes."""

from collections.abc import Callable

import pytest

from workbench.events.outcome import Outcome, State
from workbench.ground.errors import InputError
from workbench.history.query import Order, Query
from workbench.history.store import History


def test_a_request_has_no_star_and_no_note_at_first(history: History, begin: Callable[..., int]) -> None:
    begin(history)
    (row,) = history.rows(Query())
    assert (row.starred, row.note) == (False, "")


def test_a_star_is_given_and_taken(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.star(row_id, starred=True)
    given = history.entry(row_id).row.starred
    history.star(row_id, starred=False)
    assert (given, history.entry(row_id).row.starred) == (True, False)


@pytest.mark.parametrize("order", Order)
def test_only_those_with_a_star_are_found(history: History, begin: Callable[..., int], order: Order) -> None:
    ids = [begin(history, at=float(at)) for at in range(4)]
    for row_id in (ids[1], ids[3]):
        history.star(row_id, starred=True)
    query = Query(starred=True, order=order)
    assert ([row.id for row in history.rows(query)], history.count(query)) == ([ids[3], ids[1]], 2)


def test_the_star_combines_with_a_text(history: History, begin: Callable[..., int]) -> None:
    begin(history)
    wanted = begin(history)
    history.star(wanted, starred=True)
    query = Query(starred=True, text="o-1")
    assert ([row.id for row in history.rows(query)], history.count(query)) == ([wanted], 1)


def test_a_note_is_replaced_and_found(history: History, begin: Callable[..., int]) -> None:
    begin(history)
    row_id = begin(history)
    history.annotate(row_id, "first thoughts")
    history.annotate(row_id, "  Before the relaunch ")
    assert history.entry(row_id).row.note == "Before the relaunch"
    assert [row.id for row in history.rows(Query(text="the RELAUNCH"))] == [row_id]
    assert history.count(Query(text="first thoughts")) == 0


def test_an_overlong_note_is_refused_and_the_old_one_stays(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.annotate(row_id, "short")
    with pytest.raises(InputError, match="2,000 is the most"):
        history.annotate(row_id, "x" * 2001)
    assert history.entry(row_id).row.note == "short"


def test_marking_what_is_not_there_is_refused(history: History) -> None:
    with pytest.raises(InputError, match="no request 7"):
        history.star(7, starred=True)
    with pytest.raises(InputError, match="no request 7"):
        history.annotate(7, "gone")


def test_marks_outlive_the_answer(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.star(row_id, starred=True)
    history.annotate(row_id, "watch this")
    history.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=2.0)
    row = history.entry(row_id).row
    assert (row.starred, row.note) == (True, "watch this")
