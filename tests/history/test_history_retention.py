"""Forgetting what is old, by age and by size."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.events.outcome import Outcome, State
from workbench.history.query import Query
from workbench.history.store import History

Begin = Callable[..., int]


def _finished(history: History, begin: Begin, at: float, size: int = 0) -> int:
    row_id = begin(history, at=at, body=b'{"data": [{"event_id": "o-%d"}]}' % at + b" " * size)
    history.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=at + 1)
    return row_id


def _left(history: History) -> list[int]:
    return sorted(row.id for row in history.rows(Query()))


def test_what_was_sent_before_a_moment_is_forgotten(history: History, begin: Begin) -> None:
    ids = [_finished(history, begin, at) for at in (1.0, 2.0, 3.0)]
    assert history.count_old(before=3.0) == 2
    assert history.forget_old(before=3.0) == 2
    assert _left(history) == ids[2:]


def test_a_star_keeps_a_request(history: History, begin: Begin) -> None:
    kept, _ = _finished(history, begin, 1.0), _finished(history, begin, 2.0)
    history.star(kept, starred=True)
    assert (history.count_old(before=9.0), history.forget_old(before=9.0)) == (1, 1)
    assert _left(history) == [kept]


def test_what_waits_for_its_answer_is_kept(history: History, begin: Begin) -> None:
    row_id = begin(history, at=1.0)
    assert (history.count_old(before=9.0), history.forget_old(before=9.0)) == (0, 0)
    assert _left(history) == [row_id]


def test_more_than_fit_into_one_step_are_all_forgotten(history: History, begin: Begin) -> None:
    for at in range(620):
        begin(history, at=float(at))
    with history._connections.writing() as connection:
        connection.execute("UPDATE requests SET state = 'processed'")
    assert history.forget_old(before=610.0) == 610
    assert history.count(Query()) == 10


def test_the_events_and_bodies_go_too(history: History, path: Path, begin: Begin) -> None:
    _finished(history, begin, 7.0)
    history.forget_old(before=9.0)
    assert history.count(Query(text="o-7")) == 0
    assert not [file for file in path.parent.rglob("*") if file.is_file() and b'"o-7"' in file.read_bytes()]


def test_a_small_history_needs_to_lose_nothing(history: History, begin: Begin) -> None:
    _finished(history, begin, 1.0)
    assert history.moment_to_fit(100_000_000) is None


def test_an_empty_history_cannot_become_smaller(history: History) -> None:
    assert history.moment_to_fit(1) is None


@pytest.mark.parametrize("part", [0.3, 0.6])
def test_the_oldest_go_until_the_rest_fits(history: History, begin: Begin, part: float) -> None:
    empty = history.size()
    for at in range(200):
        _finished(history, begin, float(at), size=9000)
    wanted = int(history.size() * part)
    before = history.moment_to_fit(wanted)
    assert before is not None
    history.forget_old(before=before)
    assert abs(history.size() - wanted) < 2 * empty
    assert _left(history)[-1] == 200


def test_a_size_below_everything_leaves_what_must_stay(history: History, begin: Begin) -> None:
    kept = _finished(history, begin, 1.0)
    _finished(history, begin, 2.0)
    history.star(kept, starred=True)
    before = history.moment_to_fit(1)
    assert before is not None
    history.forget_old(before=before)
    assert _left(history) == [kept]


def test_the_file_becomes_smaller(history: History, path: Path, begin: Begin) -> None:
    for at in range(50):
        _finished(history, begin, float(at), size=9000)
    history.forget_old(before=40.0)
    large = path.stat().st_size
    history.forget_old(before=99.0)
    assert path.stat().st_size < large
