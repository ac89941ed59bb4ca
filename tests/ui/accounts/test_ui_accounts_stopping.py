"""After *Stop waiting*: both ways out, and whatever ends late is not told but leaves everything true."""

from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.accounts.conftest import EU, TOKEN, WAITING, PromptingKeyring
from tests.ui.accounts.person import Person
from workbench.accounts.vault import Vault


def remove_account(person: Person) -> None:
    person.click("accounts.remove")
    question = person.page.findChild(QDialog, "accounts.question")
    assert isinstance(question, QDialog)
    button = question.findChild(QPushButton, "accounts.question.remove")
    assert isinstance(button, QPushButton)
    button.click()


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
