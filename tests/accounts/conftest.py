"""No test here touches the keyring of whoever runs it."""

# ruff: noqa: TID253 - a start that costs 100 ms more hurts nobody here

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring

from tests.accounts.keyrings import MemoryKeyring
from workbench.accounts.book import AccountBook

Offer = Callable[[KeyringBackend], None]


@pytest.fixture(autouse=True)
def no_real_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """keyring offers nothing, and finds nothing when it looks again; what it offered before is put back."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    before = keyring.get_keyring()
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))
    yield
    keyring.set_keyring(before)


@pytest.fixture
def offer(no_real_keyring: None) -> Offer:
    """Make keyring offer a backend for the length of a test."""
    del no_real_keyring
    return keyring.set_keyring


@pytest.fixture
def any_keyring(offer: Offer) -> KeyringBackend:
    """A working keyring: in memory, or the real one of a session that was made for these tests."""
    real = os.environ.get("WORKBENCH_TESTS_KEYRING")
    backend = load_keyring(real) if real else MemoryKeyring()
    offer(backend)
    return backend


@pytest.fixture
def memory_keyring(offer: Offer) -> MemoryKeyring:
    """A working keyring, held in memory."""
    backend = MemoryKeyring()
    offer(backend)
    return backend


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Callable[..., KeyringBackend]:
    """keyring's own chain, made of the given backends."""

    def chained(*backends: KeyringBackend) -> KeyringBackend:
        monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: list(backends))
        return load_keyring("keyring.backends.chainer.ChainerBackend")

    return chained


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    empty = tmp_path / "data"
    empty.mkdir()
    return empty


@pytest.fixture
def book(folder: Path) -> AccountBook:
    """A book whose file does not exist yet."""
    return AccountBook(path=folder / "accounts.json")
