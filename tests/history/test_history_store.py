"""Begin, finish and read a request."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.ground.errors import InputError, MachineError, WorkbenchError
from workbench.history.query import Query
from workbench.history.rows import Entry, Row
from workbench.history.store import History

PROCESSED = Outcome(State.PROCESSED, "Every event was processed.", "", status=200, received=1, processed=1)


def test_begin_makes_a_pending_row(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history, mode=Mode.LIVE, at=1_790_000_000.25)
    assert history.rows(Query()) == (
        Row(
            id=row_id,
            sent_at=1_790_000_000.25,
            account_name="Shop EU",
            ad_account_id="549755885175",
            mode=Mode.LIVE,
            state=State.PENDING,
            event_count=1,
            event_name="checkout",
            event_id="o-1",
            status=None,
            received=None,
            processed=None,
            elapsed=None,
        ),
    )


def test_begin_is_on_the_disk_when_it_returns(history: History, path: Path, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT id, state FROM requests").fetchall() == [(row_id, "pending")]


def test_begin_keeps_the_exact_bytes(history: History, begin: Callable[..., int]) -> None:
    body = b'{ "data" : [ {"event_id": "\\u00e4", "value": 66.950} ] }\r\n'
    assert history.entry(begin(history, body=body)).body == body


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"{", b"[]", b"null", b'{"data": 5}', b"[" * 100_000])
def test_begin_keeps_a_body_it_cannot_read(history: History, begin: Callable[..., int], body: bytes) -> None:
    entry = history.entry(begin(history, body=body))
    assert (entry.body, entry.row.event_count, entry.row.event_id) == (body, 0, "")


def test_begin_gives_each_request_a_new_id(history: History, begin: Callable[..., int]) -> None:
    first = begin(history)
    history.finish(first, PROCESSED, at=2.0)
    history.delete(first)
    assert begin(history) > first


def test_finish_completes_the_row(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    outcome = Outcome(State.PARTLY_FAILED, "1 of 2 failed.", "Correct it.", 200, 2, 1, elapsed=0.25)
    history.finish(row_id, outcome, at=1_790_000_001.0)
    row = history.rows(Query())[0]
    assert (row.state, row.status, row.received, row.processed, row.elapsed) == (State.PARTLY_FAILED, 200, 2, 1, 0.25)


def test_finish_keeps_cause_fix_answer_and_headers(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    answer = b"<html>\x00\xff"
    outcome = Outcome(State.REFUSED, "Why.", "Do.", 401, answer=answer, headers={"x-pinterest-rid": "77"})
    history.finish(row_id, outcome, at=2.0)
    entry = history.entry(row_id)
    assert (entry.cause, entry.fix, entry.answer, entry.headers) == ("Why.", "Do.", answer, {"x-pinterest-rid": "77"})


def test_finish_joins_verdicts_to_the_events_sent(
    history: History, begin: Callable[..., int], event: Callable[..., dict[str, object]]
) -> None:
    row_id = begin(history, events=[event("a"), event("b"), event("c")])
    verdicts = (
        EventVerdict(0, "processed", None, ("click_id is missing", 'a "second" one')),
        EventVerdict(2, "failed", "bad", (), "event_name"),
    )
    history.finish(row_id, Outcome(State.PARTLY_FAILED, "", "", 200, verdicts=verdicts), at=2.0)
    assert history.entry(row_id).verdicts == verdicts


def test_finish_keeps_a_verdict_on_an_event_that_was_not_sent(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    verdicts = (EventVerdict(0, "processed"), EventVerdict(7, "failed", "who is this?"))
    history.finish(row_id, Outcome(State.UNCLEAR, "", "", 200, verdicts=verdicts), at=2.0)
    assert history.entry(row_id).verdicts == verdicts


def test_finish_survives_counts_beyond_64_bits(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.finish(row_id, Outcome(State.UNCLEAR, "", "", 200, received=10**30, processed=-(10**30)), at=2.0)
    row = history.entry(row_id).row
    assert (row.received, row.processed) == (2**63 - 1, -(2**63 - 1))


def test_finish_writes_out_half_a_surrogate_pair(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.finish(row_id, Outcome(State.UNCLEAR, "bad \ud800", "", headers={"x": "\ud800"}), at=2.0)
    entry = history.entry(row_id)
    assert (entry.cause, entry.headers) == ("bad \\ud800", {"x": "\ud800"})


def test_finish_ends_the_waiting_of_its_instance(history: History, path: Path, begin: Callable[..., int]) -> None:
    history.finish(begin(history), PROCESSED, at=2.5)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT instance, finished_at FROM requests").fetchall() == [(None, 2.5)]


def test_finish_refuses_a_second_outcome(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.finish(row_id, PROCESSED, at=2.0)
    with pytest.raises(WorkbenchError, match=f"Request {row_id} already has its outcome"):
        history.finish(row_id, Outcome(State.FAILED, "", ""), at=3.0)
    assert history.entry(row_id).row.state is State.PROCESSED


def test_finish_of_a_missing_row_says_so(history: History) -> None:
    with pytest.raises(MachineError, match="Request 77 is no longer in the history"):
        history.finish(77, PROCESSED, at=2.0)


@pytest.mark.parametrize("row_id", [0, -1, 1, 2**63, 10**40])
def test_entry_of_no_request_is_the_users_error(history: History, row_id: int) -> None:
    with pytest.raises(InputError, match=f"no request {row_id} in the history"):
        history.entry(row_id)


def test_entry_of_a_pending_request_has_no_answer(history: History, begin: Callable[..., int]) -> None:
    entry = history.entry(begin(history))
    assert (entry.answer, entry.headers, entry.verdicts, entry.cause, entry.fix) == (b"", {}, (), "", "")


def test_export_rows_gives_every_entry_whatever_the_page(history: History, begin: Callable[..., int]) -> None:
    ids = [begin(history, at=float(number)) for number in range(5)]
    exported = history.export_rows(Query(descending=False, limit=2, offset=1))
    assert list(exported) == [history.entry(row_id) for row_id in ids]


def test_export_rows_respects_the_filter(history: History, begin: Callable[..., int]) -> None:
    begin(history)
    live = begin(history, mode=Mode.LIVE)
    assert [entry.row.id for entry in history.export_rows(Query(mode=Mode.LIVE))] == [live]


def test_export_rows_leaves_out_what_is_deleted_meanwhile(history: History, begin: Callable[..., int]) -> None:
    ids = [begin(history, at=float(number)) for number in range(3)]
    for row_id in ids:
        history.finish(row_id, PROCESSED, at=9.0)
    exported = history.export_rows(Query(descending=False))
    seen: list[Entry] = [next(exported)]
    history.delete(ids[1])
    seen.extend(exported)
    assert [entry.row.id for entry in seen] == [ids[0], ids[2]]


def test_delete_forgets_everything_of_a_request(history: History, path: Path, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    history.finish(row_id, PROCESSED, at=2.0)
    history.delete(row_id)
    with closing(sqlite3.connect(path)) as other:
        left = other.execute("SELECT (SELECT count(*) FROM bodies), (SELECT count(*) FROM events)").fetchone()
    assert (history.count(Query()), left) == (0, (0, 0))


def test_delete_refuses_what_still_waits(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    with pytest.raises(InputError, match="still waiting for its answer"):
        history.delete(row_id)
    assert history.count(Query()) == 1


def test_delete_of_no_request_is_the_users_error(history: History) -> None:
    with pytest.raises(InputError, match="no request 5"):
        history.delete(5)


def test_version_stays_while_nobody_writes(history: History) -> None:
    before = history.version()
    history.rows(Query())
    assert history.version() == before


def test_version_changes_with_own_writes(history: History, begin: Callable[..., int]) -> None:
    versions = [history.version()]
    row_id = begin(history)
    versions.append(history.version())
    history.finish(row_id, PROCESSED, at=2.0)
    versions.append(history.version())
    history.delete(row_id)
    versions.append(history.version())
    assert len(set(versions)) == 4


def test_version_changes_when_another_history_writes(history: History, path: Path, begin: Callable[..., int]) -> None:
    before = history.version()
    with History(path=path) as other:
        begin(other)
    assert history.version() != before


def test_version_may_be_asked_by_any_thread(history: History) -> None:
    answers: list[int] = []
    thread = threading.Thread(target=lambda: answers.append(history.version()))
    thread.start()
    thread.join()
    assert answers == [history.version()]


def test_close_may_be_called_twice(history: History) -> None:
    history.close()
    history.close()


def test_close_leaves_one_file_that_holds_everything(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as history:
        begin(history)
    left = sorted(found.name for found in path.parent.rglob("*") if found.is_file())
    assert left == ["history.sqlite3", "opening.lock"]


@pytest.mark.parametrize(
    "use",
    [
        lambda history, begin: begin(history),
        lambda history, _: history.finish(1, PROCESSED, at=2.0),
        lambda history, _: history.rows(Query()),
        lambda history, _: history.count(Query()),
        lambda history, _: history.entry(1),
        lambda history, _: history.version(),
        lambda history, _: history.settle_orphans(),
        lambda history, _: history.delete(1),
        lambda history, _: history.wipe(),
        lambda history, _: list(history.export_rows(Query())),
    ],
)
def test_a_closed_history_refuses_everything(
    history: History, begin: Callable[..., int], use: Callable[[History, Callable[..., int]], object]
) -> None:
    history.close()
    with pytest.raises(WorkbenchError, match="used after it was closed"):
        use(history, begin)


def test_the_path_may_hold_any_characters(tmp_path: Path, begin: Callable[..., int]) -> None:
    path = tmp_path / "what? 100% #1 é & [x]" / "history.sqlite3"
    with History(path=path) as history:
        begin(history)
    assert path.stat().st_size > 0
