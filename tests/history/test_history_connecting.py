"""What every connection to the file is set to."""

import sqlite3
from pathlib import Path

import pytest

from workbench.ground.errors import MachineError
from workbench.history.connecting import Access, Connections
from workbench.history.store import History


@pytest.fixture
def connections(history: History, path: Path) -> Connections:
    history.close()
    return Connections(path=path, access=Access.WRITE, busy_timeout=2.5)


@pytest.mark.parametrize(
    ("pragma", "value"), [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("busy_timeout", 2500)]
)
def test_a_writing_connection_is_careful(connections: Connections, pragma: str, value: int) -> None:
    with connections.writing() as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_a_reading_connection_cannot_write(connections: Connections) -> None:
    with pytest.raises(MachineError), connections.reading() as connection:
        connection.execute("DELETE FROM requests")


def test_a_failed_write_is_undone(connections: Connections) -> None:
    def fail() -> None:
        with connections.writing() as connection:
            connection.execute("CREATE TABLE half (id INTEGER)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with connections.reading() as connection:
        assert connection.execute("SELECT * FROM sqlite_master WHERE name = 'half'").fetchall() == []


@pytest.mark.parametrize("access", [Access.READ, Access.FROZEN])
def test_a_file_opened_for_reading_refuses_to_write(connections: Connections, access: Access) -> None:
    readable = Connections(path=connections.path, access=access, busy_timeout=1.0)
    with pytest.raises(MachineError, match="open for reading only"), readable.writing():
        pass


def test_no_connection_creates_a_file(tmp_path: Path) -> None:
    path = tmp_path / "missing.sqlite3"
    missing = Connections(path=path, access=Access.WRITE, busy_timeout=1.0)
    with pytest.raises(MachineError, match="is gone"), missing.reading() as connection:
        connection.execute("SELECT 1")
    assert not path.exists()


def test_connections_are_closed_after_each_use(connections: Connections) -> None:
    with connections.reading() as connection:
        pass
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")
