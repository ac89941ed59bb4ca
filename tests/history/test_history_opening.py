"""Every state in which the place of the history file can be found."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.events.outcome import Outcome, State
from workbench.ground.errors import MachineError
from workbench.history.opening import open_file
from workbench.history.query import Query
from workbench.history.schema import APPLICATION_ID, STEPS, Step
from workbench.history.store import History


def _pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("user_version", len(STEPS)), ("application_id", APPLICATION_ID), ("journal_mode", "wal"), ("auto_vacuum", 2)],
)
def test_a_new_file_is_set_up(history: History, path: Path, pragma: str, value: object) -> None:
    history.close()
    assert _pragma(path, pragma) == value


def test_a_new_file_gives_no_notice(history: History) -> None:
    assert history.notices == ()
    assert not history.read_only


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_a_new_file_is_its_owners_alone(history: History, path: Path, begin: Callable[..., int]) -> None:
    begin(history)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.glob("history.sqlite3*")}
    assert modes == {"history.sqlite3": 0o600, "history.sqlite3-wal": 0o600, "history.sqlite3-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_empty_file_becomes_a_history(path: Path, begin: Callable[..., int]) -> None:
    path.parent.mkdir()
    path.touch()
    with History(path=path) as history:
        begin(history)
        assert (history.count(Query()), history.notices) == (1, ())


def test_an_existing_history_is_used_again(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as history:
        row_id = begin(history)
    with History(path=path) as again:
        assert [row.id for row in again.rows(Query())] == [row_id]


def test_a_newer_history_is_refused_and_left_untouched(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as history:
        begin(history)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(MachineError, match=rf"newer release .* version 99; this release knows {len(STEPS)}") as raised:
        History(path=path)
    assert "Install the newer release" in raised.value.fix
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.glob("history*")) == ["history.sqlite3"]


def test_another_programs_database_is_refused_and_left_untouched(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(MachineError, match="a database of another program"):
        History(path=path)
    assert path.read_bytes() == before


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(MachineError, match="A folder stands where the history file should be") as raised:
        History(path=path)
    assert "Rename it" in raised.value.fix


def test_a_device_in_its_place_is_refused() -> None:
    with pytest.raises(MachineError, match="Something that is not a file stands where"):
        History(path=Path(os.devnull))


def test_a_file_in_the_place_of_its_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder", encoding="utf-8")
    with pytest.raises(MachineError, match="cannot be used") as raised:
        History(path=tmp_path / "data" / "history.sqlite3")
    assert raised.value.fix


def test_a_failed_opening_lets_go_of_the_file(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(MachineError):
        History(path=path)
    path.unlink()
    with History(path=path) as history:
        assert history.count(Query()) == 0


@pytest.fixture
def used(folder_of_another_user: Path, begin: Callable[..., int]) -> Path:
    """A history with one finished request, readable by anybody."""
    path = folder_of_another_user / "history.sqlite3"
    with History(path=path) as history:
        history.finish(begin(history), Outcome(State.PROCESSED, "", "", 200), at=2.0)
    path.chmod(0o644)
    return path


def _protect_file(path: Path) -> None:
    path.chmod(0o444)
    for folder in (path.parent, path.parent / "instances"):
        folder.chmod(0o777)
    (path.parent / "instances" / "opening.lock").chmod(0o666)


def _protect_folder(path: Path) -> None:
    path.parent.chmod(0o555)


@pytest.mark.parametrize("protect", [_protect_file, _protect_folder])
def test_a_protected_history_can_still_be_read(
    used: Path, without_rights: Callable[[], None], protect: Callable[[Path], None]
) -> None:
    protect(used)
    without_rights()
    with History(path=used) as history:
        (row,) = history.rows(Query())
        assert history.entry(row.id).row.state is State.PROCESSED
        assert (history.read_only, history.settle_orphans()) == (True, 0)


@pytest.mark.parametrize("protect", [_protect_file, _protect_folder])
def test_a_protected_history_records_nothing_so_that_nothing_is_sent(
    used: Path, without_rights: Callable[[], None], protect: Callable[[Path], None], begin: Callable[..., int]
) -> None:
    protect(used)
    without_rights()
    with History(path=used) as history:
        with pytest.raises(MachineError, match="Nothing was sent, because it could not be recorded first") as raised:
            begin(history)
        assert "permissions" in raised.value.fix


@pytest.mark.parametrize("change", [lambda history: history.delete(1), lambda history: history.wipe()])
def test_a_protected_history_forgets_nothing(
    used: Path, without_rights: Callable[[], None], change: Callable[[History], object]
) -> None:
    _protect_folder(used)
    without_rights()
    with History(path=used) as history:
        with pytest.raises(MachineError, match="open for reading only"):
            change(history)
        assert history.count(Query()) == 1


def test_a_protected_history_gives_notice(used: Path, without_rights: Callable[[], None]) -> None:
    _protect_folder(used)
    without_rights()
    with History(path=used) as history:
        (notice,) = history.notices
    assert "can be read but not written, so nothing can be sent" in notice.message
    assert notice.path == used


def test_a_protected_folder_without_a_history_is_refused(
    folder_of_another_user: Path, without_rights: Callable[[], None]
) -> None:
    folder_of_another_user.chmod(0o555)
    without_rights()
    with pytest.raises(MachineError, match="may not write there") as raised:
        History(path=folder_of_another_user / "history.sqlite3")
    assert "permissions" in raised.value.fix


def test_an_unreachable_folder_is_refused(used: Path, without_rights: Callable[[], None]) -> None:
    used.parent.chmod(0o000)
    without_rights()
    with pytest.raises(MachineError, match="may not write there"):
        History(path=used)


def test_an_unreadable_history_is_refused(used: Path, without_rights: Callable[[], None]) -> None:
    used.chmod(0o000)
    without_rights()
    with pytest.raises(MachineError, match="may not open the history file"):
        History(path=used)


def test_a_protected_history_of_an_older_release_is_refused(used: Path, without_rights: Callable[[], None]) -> None:
    _protect_folder(used)
    without_rights()
    with pytest.raises(MachineError, match="older release and cannot be brought up to date"):
        open_file(used, busy_timeout=1.0, steps=(*STEPS, Step("a later one", ())))
