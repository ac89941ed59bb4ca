"""A keyring that waits in its prompt: the window stays alive, and waiting can be stopped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.accounts.keyrings import WaitingKeyring
from tests.ui.accounts.conftest import EU, TOKEN, US, WAITING, Offer, OpenPage, PromptingKeyring
from tests.ui.accounts.person import Person, Probe
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import Vault
from workbench.ui.background import Background


class CountingKeyring(WaitingKeyring):
    """Counts how often it was asked for a token."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_for = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked_for += 1
        return super().get_password(service, username)


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


def test_place_that_nobody_waits_for_any_more_is_not_asked_for(
    open_page: OpenPage, offer: Offer, book: AccountBook, qtbot: QtBot
) -> None:
    backend = CountingKeyring()
    offer(backend)
    book.add(EU)
    person = open_page()
    qtbot.waitUntil(backend.asked.is_set)
    person.click("accounts.token.stop")
    person.click("accounts.token.retry")
    person.click("accounts.token.stop")
    backend.answered.set()
    person.settle()
    assert backend.asked_for == 1


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


# -- quitting


def test_quitting_does_not_wait_for_the_keyring(reading: Person, background: Background) -> None:
    background.close()
    assert reading.page.close()


def _unexpected(error: BaseException) -> None:
    raise AssertionError(error)
