"""Accounts that change: a new name, another id, another safety level; and their removal."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from tests.accounts.keyrings import MemoryKeyring
from tests.ui.accounts.conftest import EU, US
from tests.ui.accounts.person import Person
from workbench.accounts.account import PRACTICE, Account, Safety
from workbench.accounts.book import AccountBook


def answer(person: Person, button: str) -> None:
    """Answers the question before a removal."""
    person.press("accounts.remove")
    question = person.page.findChild(QDialog, "accounts.question")
    assert isinstance(question, QDialog)
    pressed = question.findChild(QPushButton, f"accounts.question.{button}")
    assert isinstance(pressed, QPushButton)
    pressed.click()
    person.settle()


# -- change


def test_rename_writes_the_new_name(owner: Person, book: AccountBook) -> None:
    owner.type("accounts.name", "Shop Europe")
    owner.press("accounts.save")
    assert book.find(EU.ad_account_id).name == "Shop Europe"


def test_rename_tells_the_new_name(owner: Person) -> None:
    names: list[str] = []
    owner.page.accounts_changed.connect(names.append)
    owner.type("accounts.name", "Shop Europe")
    owner.press("accounts.save")
    assert names == ["Shop Europe"]


def test_rename_leaves_the_token_alone(owner: Person, memory_keyring: MemoryKeyring) -> None:
    owner.store("pina_abcdefgh")
    owner.type("accounts.name", "Shop Europe")
    owner.press("accounts.save")
    assert list(memory_keyring.entries.values()) == ["pina_abcdefgh"]


@pytest.mark.parametrize(
    ("row", "account", "level"), [(1, EU, Safety.TEST_ONLY), (2, US, Safety.ASK), (2, US, Safety.ASK_NAME)]
)
def test_safety_level_is_written(owner: Person, book: AccountBook, row: int, account: Account, level: Safety) -> None:
    owner.choose(row)
    owner.choose_safety(level.value)
    owner.press("accounts.save")
    assert book.find(account.ad_account_id).safety is level


def test_safety_level_is_not_written_before_it_is_saved(owner: Person, book: AccountBook) -> None:
    owner.choose_safety("ask-name")
    owner.settle()
    assert book.find(EU.ad_account_id).safety is EU.safety


def test_safety_level_is_shown_in_the_list_when_saved(owner: Person) -> None:
    owner.choose_safety("test-only")
    owner.press("accounts.save")
    assert owner.rows[1][2] == "Test only"


def test_save_cannot_be_pressed_while_nothing_is_changed(owner: Person) -> None:
    assert not owner.can_press("accounts.save")


def test_change_of_the_id_says_beforehand_what_becomes_of_the_token(owner: Person) -> None:
    owner.type("accounts.id", "549761668329")
    assert "token of the old one is removed" in owner.reads("accounts.standing")


def test_change_of_the_id_removes_the_token_of_the_old_one(owner: Person, memory_keyring: MemoryKeyring) -> None:
    owner.store("pina_abcdefgh")
    owner.type("accounts.id", "549761668329")
    owner.press("accounts.save")
    assert memory_keyring.entries == {}


def test_change_not_saved_is_still_there_when_one_comes_back(owner: Person) -> None:
    owner.type("accounts.name", "Half a na")
    owner.choose(2)
    owner.choose(1)
    assert (owner.typed("accounts.name"), owner.reads("accounts.standing")) == ("Half a na", "Not saved yet.")


def test_change_that_is_saved_while_one_looks_elsewhere_counts_as_saved(owner: Person) -> None:
    owner.type("accounts.name", "Shop Europe")
    owner.click("accounts.save")
    owner.choose(2)
    owner.settle()
    owner.type("accounts.name", "Shop America")
    owner.choose(1)
    assert (owner.typed("accounts.name"), owner.reads("accounts.standing")) == ("Shop Europe", "")


def test_change_that_fails_while_one_looks_elsewhere_is_told_and_kept(owner: Person, book: AccountBook) -> None:
    book.remove("Shop EU")
    book.add(Account("Other", "7"))
    owner.type("accounts.name", "Shop Europe")
    owner.click("accounts.save")
    owner.choose(2)
    owner.settle()
    assert "no account named Shop EU" in owner.reads("accounts.trouble.status")
    owner.choose(1)
    assert owner.typed("accounts.name") == "Shop Europe"


def test_change_not_saved_does_not_reach_another_account(owner: Person) -> None:
    owner.type("accounts.name", "Half a na")
    owner.choose(2)
    assert owner.typed("accounts.name") == "Shop US"


def test_change_not_saved_survives_a_new_reading_of_the_list(owner: Person) -> None:
    owner.type("accounts.name", "Half a na")
    owner.page.hide()
    owner.page.show()
    owner.settle()
    assert owner.typed("accounts.name") == "Half a na"


def test_change_in_another_window_is_seen_when_the_page_is_shown_again(owner: Person, book: AccountBook) -> None:
    owner.page.hide()
    book.rename("Shop EU", "Shop Europe")
    owner.page.show()
    owner.settle()
    assert owner.typed("accounts.name") == "Shop Europe"


# -- remove


def test_remove_asks_and_no_is_the_default(owner: Person) -> None:
    owner.press("accounts.remove")
    keep = owner.page.findChild(QPushButton, "accounts.question.keep")
    assert isinstance(keep, QPushButton)
    assert keep.isDefault()
    keep.click()


def test_remove_says_that_the_token_goes_too(owner: Person) -> None:
    owner.press("accounts.remove")
    question = owner.page.findChild(QDialog, "accounts.question")
    assert isinstance(question, QDialog)
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    question.reject()
    assert "its token is removed from the keyring too" in said


def test_remove_answered_with_no_changes_nothing(owner: Person, book: AccountBook) -> None:
    answer(owner, "keep")
    assert len(book.accounts()) == 3


def test_remove_takes_the_account_off_the_list(owner: Person, book: AccountBook) -> None:
    answer(owner, "remove")
    assert [account.name for account in book.accounts()] == [PRACTICE.name, "Shop US"]


def test_remove_takes_the_token_out_of_the_keyring(owner: Person, memory_keyring: MemoryKeyring) -> None:
    owner.store("pina_abcdefgh")
    answer(owner, "remove")
    assert memory_keyring.entries == {}


def test_remove_selects_the_account_that_follows_and_tells_it(owner: Person) -> None:
    names: list[str] = []
    owner.page.accounts_changed.connect(names.append)
    answer(owner, "remove")
    assert (owner.typed("accounts.name"), names) == ("Shop US", ["Shop US"])


def test_remove_of_the_last_account_leaves_the_practice_account_and_the_explanation(owner: Person) -> None:
    answer(owner, "remove")
    answer(owner, "remove")
    assert (owner.row, owner.sees("accounts.first")) == (0, True)


def test_remove_of_an_account_that_another_window_removed_is_told(owner: Person, book: AccountBook) -> None:
    book.remove("Shop EU")
    answer(owner, "remove")
    assert "no account named Shop EU" in owner.reads("accounts.trouble.status")
