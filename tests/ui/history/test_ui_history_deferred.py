"""A history that is opened by whoever first reads it."""

from tests.ui.history.sends import Send
from workbench.history.query import Query
from workbench.history.store import History
from workbench.ui.history.requests import Deferred, Requests


def test_a_deferred_history_is_not_looked_for_before_it_is_read(history: History) -> None:
    found: list[Requests] = []

    def find() -> Requests:
        found.append(history)
        return history

    deferred = Deferred(find=find)
    before = len(found)
    deferred.count(Query())

    assert (before, found) == (0, [history])


def test_a_deferred_history_answers_as_the_real_one(history: History, send: Send) -> None:
    row_id = send("o-1")
    deferred = Deferred(find=lambda: history)

    assert (deferred.rows(Query()), deferred.count(Query())) == (history.rows(Query()), 1)
    assert (deferred.entry(row_id), deferred.version()) == (history.entry(row_id), history.version())
    deferred.delete(row_id)
    assert history.count(Query()) == 0
