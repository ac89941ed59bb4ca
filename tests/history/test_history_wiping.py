"""Forgetting everything."""

from collections.abc import Callable
from pathlib import Path

from workbench.events.outcome import Outcome, State
from workbench.history.query import Query
from workbench.history.store import History


def _fill(history: History, begin: Callable[..., int], times: int) -> None:
    for number in range(times):
        row_id = begin(history, body=f'{{"data": [{{"event_id": "secret-{number}"}}]}}'.encode() + b" " * 3000)
        history.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=2.0)


def test_wipe_forgets_every_request(history: History, begin: Callable[..., int]) -> None:
    _fill(history, begin, 3)
    assert history.wipe() == 3
    assert history.count(Query()) == 0


def test_wipe_leaves_no_trace_in_any_file(history: History, path: Path, begin: Callable[..., int]) -> None:
    _fill(history, begin, 20)
    history.wipe()
    assert not [file for file in path.parent.rglob("*") if file.is_file() and b"secret" in file.read_bytes()]


def test_wipe_gives_the_room_back(history: History, path: Path, begin: Callable[..., int]) -> None:
    empty = path.stat().st_size
    _fill(history, begin, 100)
    history.wipe()
    assert path.stat().st_size <= empty + 8192


def test_wipe_spares_what_is_being_sent(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    assert history.wipe() == 0
    history.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=2.0)
    assert history.count(Query()) == 1


def test_wipe_takes_what_the_dead_left_pending(history: History, path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as other:
        begin(other)
    assert history.wipe() == 1


def test_wipe_removes_copies_and_damaged_files(history: History, path: Path) -> None:
    for name in ("history.sqlite3.version-1", "history.sqlite3.damaged-1", "history.sqlite3.damaged-1-wal", "other"):
        path.with_name(name).touch()
    history.wipe()
    left = {file.name for file in path.parent.iterdir() if file.is_file()}
    assert left == {"history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm", "other"}


def test_begin_after_a_wipe_takes_a_new_id(history: History, begin: Callable[..., int]) -> None:
    _fill(history, begin, 2)
    history.wipe()
    assert begin(history) == 3
