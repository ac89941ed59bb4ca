"""The accounts page over a real book and a real vault; only the keyring behind it is held in memory."""

# ruff: noqa: TID253 - a start that costs 100 ms more hurts nobody here

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from pytestqt.qtbot import QtBot

from tests.accounts.keyrings import MemoryKeyring, WaitingKeyring
from tests.ui.accounts.offered import NAME, again
from tests.ui.accounts.person import Person, Probe
from workbench.accounts.account import Account, Safety
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import Vault
from workbench.ui.accounts.page import AccountsPage
from workbench.ui.background import Background

EU = Account("Shop EU", "549761668320", Safety.ASK)
US = Account("Shop US", "549761668321")
TOKEN = "pina_abcdefgh12345678"
WAITING = "Waiting for the keyring … it may be asking for its password in another window."


class PromptingKeyring(MemoryKeyring):
    """Waits in its prompt when a token is stored or deleted, and only then."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Event()
        self.answered = Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.asked.set()
        self.answered.wait()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self.asked.set()
        self.answered.wait()
        super().delete_password(service, username)


Offer = Callable[[KeyringBackend], None]
OpenPage = Callable[[], Person]


@pytest.fixture(autouse=True)
def no_real_keyring() -> Iterator[None]:
    """keyring offers nothing; what it offered before is put back."""
    before = keyring.get_keyring()
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))
    yield
    keyring.set_keyring(before)


@pytest.fixture
def appear(no_real_keyring: None, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """Make keyring find a backend when it looks again, and not before."""
    del no_real_keyring

    def to_be_found(backend: KeyringBackend) -> None:
        again.backend = backend
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", NAME)

    return to_be_found


@pytest.fixture
def offer(appear: Offer) -> Offer:
    """Make keyring offer a backend for the length of a test."""

    def offered(backend: KeyringBackend) -> None:
        appear(backend)
        keyring.set_keyring(backend)

    return offered


@pytest.fixture
def memory_keyring(offer: Offer) -> MemoryKeyring:
    """A working keyring, held in memory."""
    backend = MemoryKeyring()
    offer(backend)
    return backend


@pytest.fixture
def waiting_keyring(offer: Offer, background: Background) -> Iterator[WaitingKeyring]:
    """A keyring that waits in its prompt; answered at the latest when the test has ended."""
    del background  # has to end after the prompt
    backend = WaitingKeyring()
    offer(backend)
    yield backend
    backend.answered.set()


@pytest.fixture
def book(tmp_path: Path) -> AccountBook:
    """A book whose file does not exist yet."""
    return AccountBook(path=tmp_path / "accounts.json")


@pytest.fixture
def vault() -> Vault:
    """The real vault."""
    return Vault()


@pytest.fixture
def probe() -> Probe:
    """What would send the test event."""
    return Probe()


@pytest.fixture
def open_page(book: AccountBook, vault: Vault, background: Background, probe: Probe, qtbot: QtBot) -> OpenPage:
    """Shows the page, over what the book and the keyring hold by then."""

    def shown() -> Person:
        page = AccountsPage(book=book, vault=vault, background=background, probe=probe)
        qtbot.addWidget(page)
        page.resize(1000, 560)
        page.show()
        person = Person(page, background, qtbot)
        # Not more: the keyring may keep everyone waiting. There is an account to select, help to add one, or trouble.
        ways = ("accounts.first", "accounts.trouble.line")
        qtbot.waitUntil(lambda: person.row == 1 or any(map(person.sees, ways)))
        return person

    return shown


@pytest.fixture
def person(open_page: OpenPage, memory_keyring: MemoryKeyring) -> Person:
    """At the page of someone who starts: a working keyring, no account."""
    del memory_keyring
    person = open_page()
    person.settle()
    return person


@pytest.fixture
def owner(open_page: OpenPage, memory_keyring: MemoryKeyring, book: AccountBook) -> Person:
    """At the page of someone with two accounts, the first of them selected, and no token."""
    del memory_keyring
    book.add(EU)
    book.add(US)
    person = open_page()
    person.settle()
    return person


@pytest.fixture
def prompting(offer: Offer, background: Background) -> Iterator[PromptingKeyring]:
    """Answered at the latest when the test has ended."""
    del background  # has to end after the prompt
    backend = PromptingKeyring()
    offer(backend)
    yield backend
    backend.answered.set()


@pytest.fixture
def storing(open_page: OpenPage, prompting: PromptingKeyring, book: AccountBook, qtbot: QtBot) -> Person:
    """Has pressed *Save to keyring* for the first of two accounts; the keyring waits in its prompt."""
    book.add(EU)
    book.add(US)
    person = open_page()
    person.settle()
    person.paste("accounts.token", TOKEN)
    person.click("accounts.token.save")
    qtbot.waitUntil(prompting.asked.is_set)
    return person


@pytest.fixture
def reading(open_page: OpenPage, waiting_keyring: WaitingKeyring, book: AccountBook, qtbot: QtBot) -> Person:
    """Has opened the page; the keyring waits in its prompt before it says where the first token is."""
    book.add(EU)
    book.add(US)
    person = open_page()
    qtbot.waitUntil(waiting_keyring.asked.is_set)
    return person
