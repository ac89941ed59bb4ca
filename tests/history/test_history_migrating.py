"""From one version of the tables to the next, with a copy of the old one."""

import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.ground.errors import MachineError
from workbench.history.opening import Opened, open_file
from workbench.history.query import Query
from workbench.history.schema import STEPS, Step
from workbench.history.store import History

_KNOWN = len(STEPS)
_NEXT = Step("labels", ("ALTER TABLE requests ADD COLUMN label TEXT", "UPDATE requests SET label = 'old'"))
_AFTER_NEXT = Step("marks", ("CREATE TABLE marks (id INTEGER PRIMARY KEY)",))
_FAILING = Step("half", ("CREATE TABLE half (id INTEGER PRIMARY KEY)", "INSERT INTO nowhere VALUES (1)"))


@pytest.fixture
def used(path: Path, begin: Callable[..., int]) -> Path:
    """A history of the newest version with one request."""
    with History(path=path) as history:
        begin(history)
    return path


def _open(path: Path, *more: Step) -> Opened:
    opened = open_file(path, busy_timeout=1.0, steps=(*STEPS, *more))
    opened.watcher.close()
    assert opened.instance is not None
    opened.instance.close()
    return opened


def _ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_every_missing_step_is_applied_in_order(used: Path) -> None:
    _open(used, _NEXT, _AFTER_NEXT)
    assert _ask(used, "PRAGMA user_version") == [(_KNOWN + 2,)]
    assert _ask(used, "SELECT label FROM requests") == [("old",)]
    assert _ask(used, "SELECT * FROM marks") == []


def test_a_new_file_gets_all_steps_and_no_copy(path: Path) -> None:
    opened = _open(path, _NEXT, _AFTER_NEXT)
    assert (_ask(path, "PRAGMA user_version"), opened.notices) == ([(_KNOWN + 2,)], ())
    assert list(path.parent.glob("*.version-*")) == []


def test_a_copy_of_the_old_file_is_kept(used: Path) -> None:
    _open(used, _NEXT)
    copy = used.with_name(f"history.sqlite3.version-{_KNOWN}")
    assert _ask(copy, "PRAGMA user_version") == [(_KNOWN,)]
    assert _ask(copy, "SELECT event_id FROM requests") == [("o-1",)]
    assert _ask(copy, "PRAGMA integrity_check") == [("ok",)]


def test_the_copy_is_a_history_that_this_release_can_open(used: Path, tmp_path: Path) -> None:
    _open(used, _NEXT)
    restored = tmp_path / "restored" / "history.sqlite3"
    restored.parent.mkdir()
    used.with_name(f"history.sqlite3.version-{_KNOWN}").rename(restored)
    with History(path=restored) as history:
        assert history.count(Query()) == 1


def test_a_migration_gives_notice_of_the_copy(used: Path) -> None:
    (notice,) = _open(used, _NEXT).notices
    assert f"version {_KNOWN + 1}" in notice.message
    assert notice.path == used.with_name(f"history.sqlite3.version-{_KNOWN}")


def test_a_file_that_is_up_to_date_is_not_copied(used: Path) -> None:
    assert _open(used).notices == ()
    assert list(used.parent.glob("*.version-*")) == []


def test_a_failing_step_leaves_the_file_as_it_was(used: Path) -> None:
    with pytest.raises(MachineError):
        _open(used, _FAILING)
    assert _ask(used, "PRAGMA user_version") == [(_KNOWN,)]
    assert _ask(used, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    with History(path=used) as history:
        assert history.count(Query()) == 1


def test_a_failing_step_keeps_the_steps_before_it(used: Path) -> None:
    with pytest.raises(MachineError):
        _open(used, _NEXT, _FAILING)
    assert _ask(used, "PRAGMA user_version") == [(_KNOWN + 1,)]


def test_a_migration_can_be_tried_again(used: Path) -> None:
    with pytest.raises(MachineError):
        _open(used, _FAILING)
    used.with_name(f"history.sqlite3.version-{_KNOWN}.partial").write_bytes(b"half a copy from an earlier attempt")
    _open(used, _NEXT)
    assert _ask(used, "PRAGMA user_version") == [(_KNOWN + 1,)]
    assert [copy.name for copy in used.parent.glob("*.version-*")] == [f"history.sqlite3.version-{_KNOWN}"]


def test_a_killed_migration_leaves_the_old_version(used: Path, program: Callable[..., subprocess.Popen[str]]) -> None:
    # The second statement waits for the test, in the middle of the step's transaction.
    script = """
import sqlite3, sys
from contextlib import closing
from pathlib import Path
from workbench.history.migrating import migrate
from workbench.history.schema import STEPS, Step

def wait():
    print("in the middle", flush=True)
    sys.stdin.read()

path = Path(sys.argv[1])
with closing(sqlite3.connect(path, isolation_level=None)) as connection:
    connection.create_function("wait", 0, wait)
    step = Step("slow", ("CREATE TABLE half (id INTEGER PRIMARY KEY)", "SELECT wait()"))
    migrate(connection, path=path, steps=(*STEPS, step))
"""
    process = program(script, used)
    assert process.stdout is not None
    assert process.stdout.readline() == "in the middle\n"
    process.kill()
    process.wait()
    with History(path=used) as history:
        assert history.count(Query()) == 1
    assert _ask(used, "SELECT name FROM sqlite_master WHERE name = 'half'") == []


def test_the_step_of_version_1_stays_as_released(path: Path) -> None:
    """A released step is never edited: files out there already have it behind them."""
    path.parent.mkdir()
    opened = open_file(path, busy_timeout=1.0, steps=STEPS[:1])
    opened.watcher.close()
    assert opened.instance is not None
    opened.instance.close()
    tables = ["requests", "bodies", "events"]
    columns = {table: [row[1] for row in _ask(path, f"PRAGMA table_info({table})")] for table in tables}
    assert columns == {
        "requests": [
            "id", "sent_at", "account_name", "ad_account_id", "mode", "state", "event_count", "event_name", "event_id",
            "status", "received", "processed", "elapsed", "finished_at", "instance", "url", "cause", "fix",
        ],
        "bodies": ["request_id", "body", "answer", "headers"],
        "events": [
            "id", "request_id", "position", "event_name", "event_id", "event_time", "action_source", "order_id",
            "value", "currency", "status", "error", "warnings", "path",
        ],
    }  # fmt: skip
