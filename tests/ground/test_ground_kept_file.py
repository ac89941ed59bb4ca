"""The file on disk: whole or not at all, one writer at a time, and every refusal of the system in words."""

import errno
import os
import sys
from pathlib import Path

import pytest

from workbench.ground.errors import MachineError
from workbench.ground.kept_file import KeptFile

# Folders where not even an administrator can make a file.
READ_ONLY = Path("/System" if sys.platform == "darwin" else "/sys")
needs_read_only_folder = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no folder that refuses everyone"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    empty = tmp_path / "data"
    empty.mkdir()
    return empty


def kept(path: Path) -> KeptFile:
    return KeptFile(path, "the list of accounts")


def test_kept_file_read_gives_none_when_there_is_no_file(folder: Path) -> None:
    assert kept(folder / "accounts.json").read() is None


def test_kept_file_replace_leaves_the_new_content_and_nothing_else(folder: Path) -> None:
    path = folder / "accounts.json"
    kept(path).replace(b"old")
    kept(path).replace(b"new")
    assert path.read_bytes() == b"new"
    assert list(folder.iterdir()) == [path]


def test_kept_file_replace_keeps_the_old_content_when_the_disk_is_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "accounts.json"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineError, match=r"accounts\.json: .* could not be written\. The disk is full\."):
        kept(path).replace(b"new")
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


def test_kept_file_read_says_when_a_folder_stands_in_its_place(folder: Path) -> None:
    path = folder / "accounts.json"
    path.mkdir()
    with pytest.raises(MachineError, match="is a folder") as refused:
        kept(path).read()
    assert "--data-dir" in refused.value.fix


def test_kept_file_replace_says_when_a_folder_stands_in_its_place(folder: Path) -> None:
    path = folder / "accounts.json"
    path.mkdir()
    with pytest.raises(MachineError, match="is a folder"):
        kept(path).replace(b"new")
    assert list(folder.iterdir()) == [path]


@needs_read_only_folder
def test_kept_file_lock_says_when_the_folder_is_read_only() -> None:
    with (
        pytest.raises(MachineError, match="could not be written") as refused,
        kept(READ_ONLY / "accounts.json").locked(),
    ):
        pass
    assert "folder" in refused.value.fix


@needs_read_only_folder
def test_kept_file_replace_says_when_the_folder_is_read_only() -> None:
    with pytest.raises(MachineError, match="could not be written") as refused:
        kept(READ_ONLY / "accounts.json").replace(b"new")
    assert "folder" in refused.value.fix


def test_kept_file_lock_says_when_a_file_stands_where_the_folder_should_be(folder: Path) -> None:
    (folder / "file").write_bytes(b"")
    with (
        pytest.raises(MachineError, match="part of that path is a file"),
        kept(folder / "file" / "accounts.json").locked(),
    ):
        pass


def test_kept_file_lock_makes_the_folder(folder: Path) -> None:
    with kept(folder / "new" / "folder" / "accounts.json").locked():
        assert (folder / "new" / "folder").is_dir()


def test_kept_file_lock_gives_up_in_words_while_another_holds_the_lock(folder: Path) -> None:
    path = folder / "accounts.json"
    with (
        kept(path).locked(),
        pytest.raises(MachineError, match=r"another window .* for 0 seconds") as refused,
        kept(path).locked(seconds=0),
    ):
        pass
    assert "Nothing was changed" in refused.value.fix


def test_kept_file_lock_is_free_again_after_an_error(folder: Path) -> None:
    path = folder / "accounts.json"
    with pytest.raises(KeyError), kept(path).locked():
        raise KeyError
    with kept(path).locked(seconds=0):
        assert path.parent.exists()


def test_kept_file_set_aside_takes_the_first_free_number(folder: Path) -> None:
    path = folder / "accounts.json"
    for content in (b"one", b"two"):
        path.write_bytes(content)
        kept(path).set_aside()
    assert (folder / "accounts.json.damaged-1").read_bytes() == b"one"
    assert (folder / "accounts.json.damaged-2").read_bytes() == b"two"
    assert not path.exists()
