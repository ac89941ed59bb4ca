"""A file that is no database is set aside whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.history.damaged import set_aside
from workbench.history.query import Query
from workbench.history.store import History

_GARBAGE = b"this is not a database, however long one looks at it. " * 100


def _damage(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(_GARBAGE)


def test_a_damaged_file_makes_room_for_a_new_history(path: Path, begin: Callable[..., int]) -> None:
    _damage(path)
    with History(path=path) as history:
        begin(history)
        assert history.count(Query()) == 1


def test_a_damaged_file_is_kept_whole(path: Path) -> None:
    _damage(path)
    History(path=path).close()
    assert path.with_name("history.sqlite3.damaged-1").read_bytes() == _GARBAGE


def test_a_damaged_file_gives_notice(path: Path) -> None:
    _damage(path)
    with History(path=path) as history:
        (notice,) = history.notices
    assert "kept as history.sqlite3.damaged-1" in notice.message
    assert notice.path == path.with_name("history.sqlite3.damaged-1")
    assert notice.fix


def test_the_second_damaged_file_spares_the_first(path: Path) -> None:
    _damage(path)
    path.with_name("history.sqlite3.damaged-1").write_bytes(b"the first")
    History(path=path).close()
    assert path.with_name("history.sqlite3.damaged-1").read_bytes() == b"the first"
    assert path.with_name("history.sqlite3.damaged-2").read_bytes() == _GARBAGE


@pytest.mark.parametrize("part", ["-wal", "-shm"])
def test_what_stands_beside_goes_along(path: Path, part: str) -> None:
    _damage(path)
    path.with_name(path.name + part).write_bytes(b"beside")
    set_aside(path)
    assert path.with_name(f"history.sqlite3.damaged-1{part}").read_bytes() == b"beside"
    assert not path.with_name(path.name + part).exists()


def test_a_database_with_an_unreadable_schema_is_set_aside(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as history:
        begin(history)
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    with History(path=path) as history:
        assert len(history.notices) == 1
    assert path.with_name("history.sqlite3.damaged-1").read_bytes() == data


def test_a_history_with_one_broken_page_is_set_aside(path: Path, begin: Callable[..., int]) -> None:
    with History(path=path) as history:
        for at in range(40):
            begin(history, at=float(at), body=b"{}" + b" " * 4000)
    data = bytearray(path.read_bytes())
    # The pages of the bodies are the last ones: nothing that opening reads.
    data[-3 * 4096 : -2 * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with History(path=path) as history:
        assert (history.count(Query()), len(history.notices)) == (0, 1)
    assert path.with_name("history.sqlite3.damaged-1").read_bytes() == data


def test_a_large_history_is_not_checked_page_by_page(
    path: Path, begin: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.history.damaged._CHECKED_BYTES", 1000)
    with History(path=path) as history:
        row_id = begin(history, body=b"{}" + b" " * 40_000)
    data = bytearray(path.read_bytes())
    data[-3 * 4096 : -2 * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with History(path=path) as history:
        assert [row.id for row in history.rows(Query())] == [row_id]
