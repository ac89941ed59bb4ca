"""Requests whose program ended before the answer came."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.events.outcome import Outcome, State
from workbench.history.instances import Instance, is_gone, known_instances, one_at_a_time
from workbench.history.query import Query
from workbench.history.store import History

_BEGINS_AND_WAITS = """
import sys
from pathlib import Path
from workbench.contract.mode import Mode
from workbench.history.store import History

with History(path=Path(sys.argv[1])) as history:
    row_id = history.begin(
        account_name="Shop", ad_account_id="1", mode=Mode.TEST, url="", body=b'{"data": [{"event_id": "x"}]}', at=1.0
    )
    print(row_id, flush=True)
    sys.stdin.readline()
"""


def _row_begun_by(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


def _kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()


def test_a_killed_program_leaves_an_unknown_outcome(
    history: History, path: Path, program: Callable[..., subprocess.Popen[str]]
) -> None:
    process = program(_BEGINS_AND_WAITS, path)
    row_id = _row_begun_by(process)
    _kill(process)
    assert history.settle_orphans() == 1
    entry = history.entry(row_id)
    assert entry.row.state is State.UNKNOWN
    assert "ended before an answer came" in entry.cause
    assert "same event_id and event_time" in entry.fix


def test_the_body_of_a_killed_program_is_whole(
    history: History, path: Path, program: Callable[..., subprocess.Popen[str]]
) -> None:
    process = program(_BEGINS_AND_WAITS, path)
    row_id = _row_begun_by(process)
    _kill(process)
    assert history.entry(row_id).body == b'{"data": [{"event_id": "x"}]}'


def test_a_living_program_keeps_its_pending_row(
    history: History, path: Path, program: Callable[..., subprocess.Popen[str]]
) -> None:
    row_id = _row_begun_by(program(_BEGINS_AND_WAITS, path))
    assert history.settle_orphans() == 0
    assert history.entry(row_id).row.state is State.PENDING


def test_the_dead_are_settled_beside_the_living(
    history: History, path: Path, program: Callable[..., subprocess.Popen[str]]
) -> None:
    living, dead = program(_BEGINS_AND_WAITS, path), program(_BEGINS_AND_WAITS, path)
    living_row, dead_row = _row_begun_by(living), _row_begun_by(dead)
    _kill(dead)
    history.settle_orphans()
    assert history.entry(living_row).row.state is State.PENDING
    assert history.entry(dead_row).row.state is State.UNKNOWN


def test_own_pending_rows_are_not_orphans(history: History, begin: Callable[..., int]) -> None:
    row_id = begin(history)
    assert history.settle_orphans() == 0
    assert history.entry(row_id).row.state is State.PENDING


def test_another_history_of_this_program_is_living_too(history: History, path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as other:
        begin(other)
        assert history.settle_orphans() == 0


def test_what_a_closed_history_left_pending_is_settled(history: History, path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as other:
        row_id = begin(other)
    assert history.settle_orphans() == 1
    assert history.entry(row_id).row.state is State.UNKNOWN


def test_settling_twice_finds_nothing_more(history: History, path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as other:
        begin(other)
    history.settle_orphans()
    assert history.settle_orphans() == 0


def test_an_answer_that_turns_up_after_all_is_recorded(history: History, path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as other:
        row_id = begin(other)
    history.settle_orphans()
    history.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=5.0)
    assert history.entry(row_id).row.state is State.PROCESSED


def test_a_finished_row_is_never_an_orphan(history: History, path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as other:
        row_id = begin(other)
        other.finish(row_id, Outcome(State.UNKNOWN, "A timeout.", "Wait.", None), at=2.0)
    assert history.settle_orphans() == 0
    assert history.entry(row_id).cause == "A timeout."


def test_no_lock_file_means_gone(history: History, path: Path, begin: Callable[..., int]) -> None:
    folder = path.parent / "instances"
    mine = known_instances(folder)
    with History(path=path) as other:
        begin(other)
    assert known_instances(folder) == mine
    assert history.settle_orphans() == 1


def test_stale_lock_files_are_removed(
    history: History, path: Path, program: Callable[..., subprocess.Popen[str]]
) -> None:
    process = program(_BEGINS_AND_WAITS, path)
    _row_begun_by(process)
    _kill(process)
    folder = path.parent / "instances"
    assert len(known_instances(folder)) == 2
    history.settle_orphans()
    assert len(known_instances(folder)) == 1
    assert history.count(Query()) == 1


def test_closing_removes_the_own_lock_file(path: Path) -> None:
    with History(path=path):
        assert len(known_instances(path.parent / "instances")) == 1
    assert known_instances(path.parent / "instances") == frozenset()


def test_other_files_are_no_instances(tmp_path: Path) -> None:
    for name in ("opening.lock", "notes.txt", "0123.lock"):
        (tmp_path / name).touch()
    assert known_instances(tmp_path) == frozenset()


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "x" * 32, "0" * 31])
def test_an_alien_name_never_becomes_a_path(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "instances"
    folder.mkdir()
    with is_gone(folder, name) as gone:
        assert gone
    assert list(folder.iterdir()) == []


def test_an_instance_lives_until_it_is_closed(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path):
        instance = Instance(folder=tmp_path)
        with is_gone(tmp_path, instance.id) as gone:
            assert not gone
        instance.close()
        with is_gone(tmp_path, instance.id) as gone:
            assert gone
