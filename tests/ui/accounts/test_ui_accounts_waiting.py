"""A keyring that waits in its prompt: the window stays alive, and waiting can be stopped."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.accounts.keyrings import MemoryKeyring, WaitingKeyring
from tests.ui.accounts.conftest import EU, US, Offer, OpenPage
from tests.ui.accounts.person import Person, Probe
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import Vault
from workbench.ui.background import Background

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


def remove_account(person: Person) -> None:
    person.click("accounts.remove")
    question = person.page.findChild(QDialog, "accounts.question")
    assert isinstance(question, QDialog)
    button = question.findChild(QPushButton, "accounts.question.remove")
    assert isinstance(button, QPushButton)
    button.click()


# -- while the places are read


def test_page_opens_while_the_keyring_waits(reading: Person) -> None:
    assert [row[3] for row in reading.rows[1:]] == ["Token: asking the keyring …"] * 2
    assert reading.reads("accounts.token.status") == WAITING


def test_page_names_the_keyring_while_it_waits(reading: Person, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "WaitingKeyring" in reading.reads("accounts.keyring"))


def test_token_can_be_kept_for_the_session_while_the_keyring_waits(reading: Person, vault: Vault) -> None:
    reading.paste("accounts.token", TOKEN)
    reading.click("accounts.token.session")
    assert reading.rows[1][3] == "Token for this session only"
    assert vault.token(EU.ad_account_id) == TOKEN


def test_token_kept_while_the_keyring_waits_stays_what_is_shown(
    reading: Person, waiting_keyring: WaitingKeyring
) -> None:
    reading.paste("accounts.token", TOKEN)
    reading.click("accounts.token.session")
    waiting_keyring.answered.set()
    reading.settle()
    assert reading.rows[1][3] == "Token for this session only"


def test_account_can_be_renamed_while_the_keyring_waits(reading: Person, book: AccountBook, qtbot: QtBot) -> None:
    reading.type("accounts.name", "Shop Europe")
    reading.click("accounts.save")
    qtbot.waitUntil(lambda: reading.rows[1][0] == "Shop Europe")
    assert book.find(EU.ad_account_id).name == "Shop Europe"


def test_stop_ends_the_waiting_for_every_account_asked_about(reading: Person) -> None:
    reading.click("accounts.token.stop")
    assert [row[3] for row in reading.rows[1:]] == ["Token: not known"] * 2
    assert reading.reads("accounts.token.status").startswith("Stopped waiting.")


def test_place_that_arrives_after_the_stop_is_ignored(reading: Person, waiting_keyring: WaitingKeyring) -> None:
    reading.click("accounts.token.stop")
    waiting_keyring.answered.set()
    reading.settle()
    assert reading.rows[1][3] == "Token: not known"


def test_place_can_be_asked_for_again_after_the_stop(reading: Person, waiting_keyring: WaitingKeyring) -> None:
    reading.click("accounts.token.stop")
    waiting_keyring.answered.set()
    reading.press("accounts.token.retry")
    assert reading.rows[1][3] == "No token"


# -- while a token is stored


def test_store_that_waits_says_so(storing: Person) -> None:
    assert storing.reads("accounts.token.status") == WAITING


def test_store_that_waits_has_emptied_the_line(storing: Person) -> None:
    assert storing.typed("accounts.token") == ""


@pytest.mark.parametrize("button", ["save", "session", "remove", "check"])
def test_store_that_waits_lets_nothing_else_begin_with_that_token(storing: Person, button: str) -> None:
    assert not storing.can_press(f"accounts.token.{button}")


def test_store_that_waits_leaves_the_event_loop_running(storing: Person, qtbot: QtBot) -> None:
    QTest.keyClick(storing.find(QLineEdit, "accounts.name"), Qt.Key.Key_End)
    storing.type("accounts.name", "typed meanwhile")
    qtbot.waitUntil(lambda: storing.typed("accounts.name") == "typed meanwhile")


def test_store_that_waits_leaves_another_account_usable(storing: Person, vault: Vault) -> None:
    storing.choose(2)
    assert storing.reads("accounts.token.status") == ""
    storing.paste("accounts.token", "pina_other")
    storing.click("accounts.token.session")
    assert vault.token(US.ad_account_id) == "pina_other"


def test_store_that_waits_leaves_a_token_in_memory_to_be_checked(storing: Person, probe: Probe, qtbot: QtBot) -> None:
    storing.choose(2)
    storing.paste("accounts.token", "pina_other")
    storing.click("accounts.token.session")
    storing.click("accounts.token.check")
    qtbot.waitUntil(lambda: "It works." in storing.reads("accounts.token.status"))
    assert probe.checked == [US]


def test_store_that_waits_holds_one_thread_however_much_is_asked(storing: Person, background: Background) -> None:
    # The background of the tests has two threads: a second one held would leave none.
    storing.click("accounts.token.stop")
    storing.click("accounts.token.retry")
    storing.choose(2)
    storing.paste("accounts.token", "pina_other")
    storing.click("accounts.token.save")
    ran: list[bool] = []
    background.run(lambda: True, receiver=storing.page, done=ran.append, failed=_unexpected)
    storing.qtbot.waitUntil(lambda: ran == [True])


def test_store_that_is_answered_at_last_is_told(storing: Person, prompting: PromptingKeyring) -> None:
    prompting.answered.set()
    storing.settle()
    assert storing.reads("accounts.token.status").startswith("The token is stored in")


def test_store_that_is_answered_while_another_account_is_shown_changes_nothing_there(
    storing: Person, prompting: PromptingKeyring
) -> None:
    names: list[str] = []
    storing.page.accounts_changed.connect(names.append)
    storing.choose(2)
    prompting.answered.set()
    storing.settle()
    assert (names, storing.reads("accounts.token.status")) == ([], "")
    assert storing.rows[1][3] == "Token in the keyring"


# -- after Stop waiting


def test_stop_offers_both_ways_out(storing: Person) -> None:
    storing.click("accounts.token.stop")
    assert "may still store the token" in storing.reads("accounts.token.status")
    assert storing.can_press("accounts.token.retry")
    assert storing.can_press("accounts.token.keep")


def test_stop_makes_the_account_usable_again(storing: Person) -> None:
    storing.click("accounts.token.stop")
    assert storing.find(QLineEdit, "accounts.token").isEnabled()


def test_stop_gives_the_keys_to_the_line(storing: Person) -> None:
    storing.find(QPushButton, "accounts.token.stop").setFocus()
    storing.click("accounts.token.stop")
    assert storing.page.window().focusWidget() is storing.find(QLineEdit, "accounts.token")


def test_store_that_ends_after_the_stop_is_not_told(storing: Person, prompting: PromptingKeyring) -> None:
    names: list[str] = []
    storing.page.accounts_changed.connect(names.append)
    storing.click("accounts.token.stop")
    prompting.answered.set()
    storing.settle()
    assert storing.reads("accounts.token.status").startswith("Stopped waiting.")
    assert names == []


def test_store_that_ends_after_the_stop_leaves_a_true_list(storing: Person, prompting: PromptingKeyring) -> None:
    storing.click("accounts.token.stop")
    prompting.answered.set()
    storing.settle()
    assert storing.rows[1][3] == "Token in the keyring"


def test_store_that_ends_after_the_stop_does_not_replace_a_token_kept_since(
    storing: Person, prompting: PromptingKeyring, vault: Vault
) -> None:
    storing.click("accounts.token.stop")
    storing.paste("accounts.token", "pina_newer")
    storing.click("accounts.token.session")
    prompting.answered.set()
    storing.settle()
    assert vault.token(EU.ad_account_id) == "pina_newer"
    assert storing.rows[1][3] == "Token for this session only"


def test_token_held_after_the_stop_can_be_kept_for_the_session(storing: Person, vault: Vault) -> None:
    storing.click("accounts.token.stop")
    storing.click("accounts.token.keep")
    assert vault.token(EU.ad_account_id) == TOKEN


def test_account_removed_while_its_token_waits_leaves_none_behind(
    storing: Person, prompting: PromptingKeyring, qtbot: QtBot
) -> None:
    remove_account(storing)
    qtbot.waitUntil(lambda: len(storing.rows) == 2)
    prompting.answered.set()
    storing.settle()
    assert prompting.entries == {}


def test_removed_account_says_that_its_token_is_waited_for(storing: Person, qtbot: QtBot) -> None:
    remove_account(storing)
    qtbot.waitUntil(lambda: len(storing.rows) == 2)
    assert WAITING in storing.reads("accounts.departed.status")


def test_removed_account_need_not_be_waited_for(storing: Person, qtbot: QtBot) -> None:
    remove_account(storing)
    qtbot.waitUntil(lambda: storing.sees("accounts.departed.stop"))
    storing.click("accounts.departed.stop")
    assert "may still hold the token" in storing.reads("accounts.departed.status")


# -- quitting


def test_quitting_does_not_wait_for_the_keyring(reading: Person, background: Background) -> None:
    background.close()
    assert reading.page.close()


def _unexpected(error: BaseException) -> None:
    raise AssertionError(error)
