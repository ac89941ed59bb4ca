"""What SQLite and the disk complain of, in words."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from workbench.events.outcome import Outcome, State
from workbench.ground.errors import MachineError
from workbench.history.query import Query
from workbench.history.store import History
from workbench.history.trouble import in_words


@pytest.fixture
def small(path: Path) -> Iterator[History]:
    """A history on a disk with room for little more than its empty tables."""
    History(path=path).close()
    pages = path.stat().st_size // 4096
    with History(path=path, max_pages=pages + 20) as opened:
        yield opened


def test_a_full_disk_stops_the_sending(small: History, begin: Callable[..., int]) -> None:
    with pytest.raises(
        MachineError, match=r"Nothing was sent, because it could not be recorded first\. The disk is full"
    ):
        begin(small, body=b"x" * 200_000)


def test_a_full_disk_says_what_to_do(small: History, begin: Callable[..., int]) -> None:
    with pytest.raises(MachineError) as raised:
        begin(small, body=b"x" * 200_000)
    assert "Make room on that disk" in raised.value.fix


def test_a_full_disk_loses_nothing_that_was_there(small: History, begin: Callable[..., int]) -> None:
    row_id = begin(small)
    with pytest.raises(MachineError):
        begin(small, body=b"x" * 200_000)
    assert [row.id for row in small.rows(Query())] == [row_id]
    small.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=2.0)


def test_a_full_disk_leaves_the_row_pending(small: History, begin: Callable[..., int]) -> None:
    row_id = begin(small)
    with pytest.raises(MachineError, match="The disk is full"):
        small.finish(row_id, Outcome(State.PROCESSED, "", "", 200, answer=b"x" * 200_000), at=2.0)
    assert small.entry(row_id).row.state is State.PENDING


def test_a_full_disk_refuses_a_new_history(path: Path) -> None:
    with pytest.raises(MachineError, match="The disk is full"):
        History(path=path, max_pages=3)
    with History(path=path) as history:
        assert history.count(Query()) == 0


def test_a_disk_that_refuses_stops_the_sending(path: Path, program: Callable[..., subprocess.Popen[str]]) -> None:
    pytest.importorskip("resource", reason="only POSIX systems can bound the size of a file")
    # A real refusal by the system: no file of that program may grow beyond the bound.
    script = """
import resource, sys
from pathlib import Path
from workbench.contract.mode import Mode
from workbench.ground.errors import MachineError
from workbench.history.query import Query
from workbench.history.store import History

with History(path=Path(sys.argv[1])) as history:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        history.begin(account_name="", ad_account_id="", mode=Mode.TEST, url="", body=b"x" * 400_000, at=1.0)
    except MachineError as error:
        print(error.message, history.count(Query()))
"""
    output, _ = program(script, path).communicate()
    assert output.startswith("Nothing was sent, because it could not be recorded first. The disk refused")
    assert output.endswith(" 0\n")


def test_a_locked_file_says_so_after_the_timeout(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path, busy_timeout=0.05) as history, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MachineError, match=r"keeps the history file .* locked") as raised:
            begin(history)
        assert "Wait until it is done" in raised.value.fix
        other.rollback()
        begin(history)


def test_a_locked_file_can_still_be_read(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path, busy_timeout=0.05) as history, closing(sqlite3.connect(path)) as other:
        begin(history)
        other.execute("BEGIN IMMEDIATE")
        assert history.count(Query()) == 1


def test_a_file_damaged_in_the_middle_while_it_is_open_says_so(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as history:
        row_id = begin(history)
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'requests'").fetchone()
    with History(path=path) as history:
        with path.open("r+b") as file:
            file.seek((root - 1) * 4096)
            file.write(b"\xff" * 4096)
        with pytest.raises(MachineError, match="is damaged") as raised:
            history.entry(row_id)
        assert "rename the file" in raised.value.fix


def test_a_file_that_vanished_says_so(history: History, path: Path, begin: Callable[..., int]) -> None:
    path.unlink()
    with pytest.raises(MachineError, match=r"Nothing was sent, .* is gone") as raised:
        begin(history)
    assert "Put it back" in raised.value.fix


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (sqlite3.ProgrammingError("Cannot operate on a closed database."), r"SQLite could not .* \(ProgrammingError\)"),
        (OSError(28, "No space left on device"), "The disk is full"),
        (PermissionError(13, "Permission denied"), "may not write there"),
        (OSError(30, "Read-only file system"), "The disk is read-only"),
    ],
)
def test_every_error_becomes_a_sentence(path: Path, error: Exception, said: str) -> None:
    with pytest.raises(MachineError, match=said) as raised, in_words(path):
        raise error
    assert raised.value.fix
    assert raised.value.__cause__ is error


def test_an_error_of_ours_passes_through(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), in_words(path):
        raise ZeroDivisionError
