"""The list of accounts: add, rename, remove, safety levels."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from tests.ui.accounts.conftest import EU, OpenPage
from tests.ui.accounts.person import Person
from workbench.accounts.account import PRACTICE, Account, Safety
from workbench.accounts.book import AccountBook


def fill(person: Person, name: str, ad_account_id: str) -> None:
    person.type("accounts.name", name)
    person.type("accounts.id", ad_account_id)


# -- at first


def test_page_lists_the_practice_account_first(owner: Person) -> None:
    assert owner.rows[0] == [PRACTICE.name, "Needs no token"]


def test_page_lists_name_id_safety_and_token_of_an_account(owner: Person) -> None:
    assert owner.rows[1] == ["Shop EU", "549761668320", "Ask before live", "No token"]


def test_page_selects_the_first_ad_account(owner: Person) -> None:
    assert (owner.row, owner.typed("accounts.name")) == (1, "Shop EU")


def test_page_without_accounts_explains_how_to_add_one(person: Person) -> None:
    assert person.sees("accounts.first")


def test_page_with_accounts_does_not_explain_how_to_add_one(owner: Person) -> None:
    owner.choose(0)
    assert not owner.sees("accounts.first")


def test_page_shows_no_form_for_the_practice_account(person: Person) -> None:
    assert not person.sees("accounts.name")


def test_page_offers_no_removal_of_the_practice_account(person: Person) -> None:
    assert not person.sees("accounts.remove")


def test_page_says_that_a_damaged_list_was_set_aside(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "accounts.json").write_text("{", encoding="utf-8")
    person = open_page()
    person.settle()
    assert "was set aside" in person.reads("accounts.trouble.status")


def test_page_says_why_the_list_cannot_be_read(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "accounts.json").mkdir()
    person = open_page()
    person.settle()
    assert "is a folder" in person.reads("accounts.trouble.status")


def test_page_reads_the_list_again_when_asked(open_page: OpenPage, tmp_path: Path, book: AccountBook) -> None:
    (tmp_path / "accounts.json").mkdir()
    person = open_page()
    person.settle()
    (tmp_path / "accounts.json").rmdir()
    book.add(EU)
    person.press("accounts.trouble.retry")
    assert [row[0] for row in person.rows] == [PRACTICE.name, EU.name]


# -- add


@pytest.mark.parametrize("button", ["accounts.add", "accounts.first"])
def test_add_puts_the_keys_into_the_name(person: Person, button: str) -> None:
    person.press(button)
    assert person.page.window().focusWidget() is person.find(QLineEdit, "accounts.name")


def test_add_begins_with_test_only(person: Person) -> None:
    person.press("accounts.add")
    assert person.find(QRadioButton, "accounts.safety.test-only").isChecked()


def test_add_writes_the_account_into_the_book(person: Person, book: AccountBook) -> None:
    person.press("accounts.add")
    fill(person, " Shop EU ", "5497 6166 8320")
    person.press("accounts.save")
    assert book.accounts()[1:] == (Account("Shop EU", "549761668320", Safety.TEST_ONLY),)


def test_add_selects_the_new_account(person: Person) -> None:
    person.press("accounts.add")
    fill(person, "Shop EU", "549761668320")
    person.press("accounts.save")
    assert person.row == 1


def test_add_puts_the_keys_into_the_token(person: Person) -> None:
    person.press("accounts.add")
    fill(person, "Shop EU", "549761668320")
    person.press("accounts.save")
    assert person.page.window().focusWidget() is person.find(QLineEdit, "accounts.token")


def test_add_tells_the_name_that_is_meant_now(person: Person) -> None:
    names: list[str] = []
    person.page.accounts_changed.connect(names.append)
    person.press("accounts.add")
    fill(person, "Shop EU", "549761668320")
    person.press("accounts.save")
    assert names == ["Shop EU"]


def test_add_by_two_clicks_on_save_adds_once(person: Person, book: AccountBook) -> None:
    person.press("accounts.add")
    fill(person, "Shop EU", "549761668320")
    save = person.find(QPushButton, "accounts.save")
    save.click()
    save.click()
    person.settle()
    assert len(book.accounts()) == 2
    assert person.reads("accounts.trouble.status") == ""


def test_add_with_the_enter_key_saves(person: Person, book: AccountBook) -> None:
    person.press("accounts.add")
    fill(person, "Shop EU", "549761668320")
    QTest.keyClick(person.find(QLineEdit, "accounts.id"), Qt.Key.Key_Return)
    person.settle()
    assert len(book.accounts()) == 2


@pytest.mark.parametrize(
    ("name", "ad_account_id", "note", "said"),
    [
        ("", "549761668320", "accounts.name.note", "has no name"),
        ("Practice", "549761668320", "accounts.name.note", "belongs to the practice account"),
        ("Shop", "act_123", "accounts.id.note", "belong to another network"),
        ("Shop", "12x", "accounts.id.note", "digits only"),
    ],
)
def test_add_says_under_the_field_why_it_cannot_be_used(
    person: Person, name: str, ad_account_id: str, note: str, said: str
) -> None:
    person.press("accounts.add")
    fill(person, name, ad_account_id)
    person.press("accounts.save")
    assert said in person.reads(note)


def test_add_of_a_known_id_is_refused_and_keeps_what_was_typed(owner: Person) -> None:
    owner.press("accounts.add")
    fill(owner, "Again", EU.ad_account_id)
    owner.press("accounts.save")
    assert "already in the list as Shop EU" in owner.reads("accounts.standing")
    assert owner.typed("accounts.name") == "Again"


def test_add_that_is_saved_while_one_looks_elsewhere_leaves_an_empty_form(owner: Person, book: AccountBook) -> None:
    owner.press("accounts.add")
    fill(owner, "Shop UK", "7")
    owner.click("accounts.save")
    owner.choose(1)
    owner.settle()
    owner.press("accounts.add")
    assert (len(book.accounts()), owner.typed("accounts.name")) == (4, "")


def test_add_can_be_cancelled(owner: Person) -> None:
    owner.press("accounts.add")
    fill(owner, "Not this", "1")
    owner.press("accounts.cancel")
    owner.press("accounts.add")
    assert owner.typed("accounts.name") == ""


# -- use


def test_use_tells_the_name_of_the_account(owner: Person) -> None:
    names: list[str] = []
    owner.page.use_asked.connect(names.append)
    owner.press("accounts.use")
    assert names == ["Shop EU"]


def test_use_of_the_practice_account_is_possible(person: Person) -> None:
    assert person.can_press("accounts.use")


def test_file_of_accounts_never_holds_a_token(owner: Person, tmp_path: Path) -> None:
    owner.store("pina_abcdefgh")
    owner.type("accounts.name", "Shop Europe")
    owner.press("accounts.save")
    assert "pina_" not in json.dumps((tmp_path / "accounts.json").read_text(encoding="utf-8"))
