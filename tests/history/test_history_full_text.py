"""The full-text index: what it finds, and that it follows every change of the events."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.history.connecting import Access, Connections
from workbench.history.finding import id_sets
from workbench.history.opening import open_file
from workbench.history.query import Query
from workbench.history.query_sql import page, total
from workbench.history.schema import STEPS
from workbench.history.store import History

Event = Callable[..., dict[str, object]]


def _found(history: History, text: str) -> list[int]:
    rows = sorted(row.id for row in history.rows(Query(text=text)))
    assert history.count(Query(text=text)) == len(rows)
    return rows


def _ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def _failed(history: History, row_id: int, error: str | None) -> None:
    verdict = EventVerdict(0, "failed", error)
    history.finish(row_id, Outcome(State.FAILED, "", "", 200, verdicts=(verdict,)), at=2.0)


@pytest.mark.parametrize("text", ["0b", "b1", "1c", "-1", "c-", "77", "0B1C-177", "b1c", "177"])
def test_any_part_of_an_id_finds_it(history: History, begin: Callable[..., int], event: Event, text: str) -> None:
    begin(history, events=[event("other")], account_name="Shop")
    wanted = begin(history, events=[event("0b1c-177")], account_name="Shop")
    assert _found(history, text) == [wanted]


@pytest.mark.parametrize("text", ["x", "#"])
def test_a_single_character_finds_the_ids_that_have_it(
    history: History, begin: Callable[..., int], event: Event, text: str
) -> None:
    begin(history, events=[event("o-1", "lead")])
    wanted = begin(history, events=[event("ax#", "lead")])
    assert _found(history, text) == [wanted]


@pytest.mark.parametrize("event_id", ["x", "xy"])
def test_an_id_shorter_than_a_term_is_found(
    history: History, begin: Callable[..., int], event: Event, event_id: str
) -> None:
    wanted = begin(history, events=[event(event_id, "lead")])
    assert _found(history, event_id) == [wanted]


@pytest.mark.parametrize("text", ['say "hi"', "a AND b", "NOT", "(", "error:", "o-*", "^o", "a + b", '""', "'", "\t\\"])
def test_the_words_of_the_index_itself_are_only_text(
    history: History, begin: Callable[..., int], event: Event, text: str
) -> None:
    begin(history, events=[event("say hi a b o-1 error x")])
    wanted = begin(history, events=[event(f"<{text}>")])
    assert _found(history, text) == [wanted]


def test_an_id_in_another_script_is_found(history: History, begin: Callable[..., int], event: Event) -> None:
    wanted = begin(history, events=[event("Bestellung-Ä-注文-µ7")])
    assert [_found(history, text) for text in ("注文", "-注文-", "Ä-", "ung-Ä", "µ7", "-µ7")] == [[wanted]] * 6


def test_the_error_of_an_answer_is_found_once_it_is_there(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    before = _found(history, "not a digest")
    _failed(history, row_id, "em is not a digest")
    assert (before, _found(history, "not a digest")) == ([], [row_id])


def test_the_id_is_still_found_after_the_answer(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    _failed(history, row_id, "wrong")
    assert _found(history, "o-1") == [row_id]


def test_a_deleted_request_is_found_no_more(history: History, path: Path, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    _failed(history, row_id, "em is not a digest")
    history.delete(row_id)
    assert (_found(history, "o-1"), _found(history, "digest")) == ([], [])
    assert _ask(path, "SELECT count(*) FROM event_index WHERE event_index MATCH 'digest'") == [(0,)]


def test_the_index_agrees_with_the_events_after_every_kind_of_change(
    history: History, path: Path, begin: Callable[..., int], event: Event
) -> None:
    kept, gone = begin(history, events=[event("o-1"), event("o-2")]), begin(history)
    _failed(history, kept, "wrong")
    _failed(history, gone, None)
    history.delete(gone)
    _ask(path, "INSERT INTO event_index (event_index, rank) VALUES ('integrity-check', 1)")


def test_wipe_leaves_no_term_in_the_index(history: History, path: Path, begin: Callable[..., int]) -> None:
    _failed(history, begin(history), "wrong")
    history.wipe()
    assert _ask(path, "SELECT count(*) FROM event_terms") == [(0,)]


def test_wipe_keeps_what_is_being_sent_in_the_index(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.wipe()
    assert _found(history, "o-1") == [row_id]
    _failed(history, row_id, "wrong")
    history.delete(row_id)
    assert _found(history, "o-1") == []


def test_an_answer_that_speaks_of_an_event_far_out_is_stored(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    verdict = EventVerdict(1 << 20, "failed", "an error out there")
    history.finish(row_id, Outcome(State.FAILED, "", "", 200, verdicts=(verdict,)), at=2.0)
    assert history.entry(row_id).verdicts == (verdict,)
    assert _found(history, "out there") == []


_OLD_REQUEST = """
INSERT INTO requests (sent_at, account_name, ad_account_id, mode, state, event_count, event_name, event_id, url, cause)
  VALUES (5.0, 'Shop EU', '549755885175', 'test', 'failed', 1, 'checkout', 'from-version-1', '', 'a cause of old')
"""
_OLD_EVENT = """
INSERT INTO events (request_id, position, event_name, event_id, order_id, status, error, warnings)
  VALUES (1, 0, 'checkout', 'from-version-1', 'A-77', 'failed', 'an error of old', '["a warning of old"]')
"""


@pytest.fixture
def old(path: Path) -> Path:
    """A history of version 1, as the first release made it, with one finished request."""
    path.parent.mkdir()
    opened = open_file(path, busy_timeout=1.0, steps=STEPS[:1])
    opened.watcher.close()
    assert opened.instance is not None
    opened.instance.close()
    with Connections(path=path, access=Access.WRITE, busy_timeout=1.0).writing() as connection:
        connection.execute(_OLD_REQUEST)
        connection.execute("INSERT INTO bodies (request_id, body) VALUES (1, x'7b7d')")
        connection.execute(_OLD_EVENT)
    return path


@pytest.mark.parametrize(
    "text", ["version-1", "A-77", "error of old", "warning of old", "cause of old", "checkout", "Shop", "5175"]
)
def test_what_was_sent_before_the_index_is_found_after_the_migration(old: Path, text: str) -> None:
    with History(path=old) as history:
        assert _found(history, text) == [1]


def test_the_migration_keeps_a_copy_of_version_1(old: Path) -> None:
    History(path=old).close()
    assert _ask(old.with_name("history.sqlite3.version-1"), "PRAGMA user_version") == [(1,)]


def test_events_that_came_before_the_index_can_be_deleted(old: Path) -> None:
    with History(path=old) as history:
        history.delete(1)
        assert _found(history, "version-1") == []


def test_event_names_and_account_names_are_each_told_once(
    history: History, begin: Callable[..., int], event: Event
) -> None:
    begin(history, events=[event("1", "lead"), event("2", "checkout")], account_name="shop")
    begin(history, events=[event("3", "lead")], account_name="Shop")
    begin(history, body=b"no event", account_name="shop")
    assert history.event_names() == ("checkout", "lead")
    assert history.account_names() == ("Shop", "shop")


def test_an_empty_history_has_no_names(history: History) -> None:
    assert (history.event_names(), history.account_names()) == ((), ())


@pytest.mark.parametrize("text", ["o-1", "o-", "checkout"])
def test_no_text_has_the_events_read(history: History, path: Path, begin: Callable[..., int], text: str) -> None:
    begin(history)
    query = Query(text=text)
    with closing(sqlite3.connect(path)) as connection:
        sets = id_sets(connection, query)
        for sql in (page(query, sets), total(query, sets)):
            plan = connection.execute(f"EXPLAIN QUERY PLAN {sql.text}", sql.parameters).fetchall()
            assert not [row[3] for row in plan if row[3] in {"SCAN events", "SCAN requests"}]
