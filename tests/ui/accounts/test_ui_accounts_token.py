"""A token on its way from the clipboard into the keyring, or into memory, and out again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.accounts.keyrings import MemoryKeyring
from tests.ui.accounts.conftest import EU, TOKEN, US, Offer, OpenPage
from tests.ui.accounts.person import Person
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import TokenPlace, Vault


class CountingKeyring(MemoryKeyring):
    """Counts what was stored."""

    def __init__(self) -> None:
        super().__init__()
        self.stored = 0

    def set_password(self, service: str, username: str, password: str) -> None:
        self.stored += 1
        super().set_password(service, username, password)


# -- into the keyring


def test_store_puts_the_token_into_the_keyring(owner: Person, memory_keyring: MemoryKeyring) -> None:
    owner.store(TOKEN)
    assert memory_keyring.entries == {(f"Conversion Workbench/{EU.ad_account_id}", "conversion-token"): TOKEN}


def test_store_empties_the_line(owner: Person) -> None:
    owner.store(TOKEN)
    assert owner.typed("accounts.token") == ""


def test_store_leaves_nothing_to_undo(owner: Person) -> None:
    owner.store(TOKEN)
    line = owner.find(QLineEdit, "accounts.token")
    # Dots hide what could be undone from a person, but they do not take it out of memory.
    line.setEchoMode(QLineEdit.EchoMode.Normal)
    line.undo()
    assert line.text() == ""


def test_store_says_where_the_token_is(owner: Person) -> None:
    owner.store(TOKEN)
    assert owner.reads("accounts.token.status").startswith("The token is stored in")
    assert owner.rows[1][3] == "Token in the keyring"


def test_store_tells_the_account_that_is_meant(owner: Person) -> None:
    names: list[str] = []
    owner.page.accounts_changed.connect(names.append)
    owner.store(TOKEN)
    assert names == ["Shop EU"]


def test_store_with_the_enter_key(owner: Person, memory_keyring: MemoryKeyring) -> None:
    owner.paste("accounts.token", TOKEN)
    QTest.keyClick(owner.find(QLineEdit, "accounts.token"), Qt.Key.Key_Return)
    owner.settle()
    assert list(memory_keyring.entries.values()) == [TOKEN]


def test_store_by_two_clicks_stores_once(open_page: OpenPage, offer: Offer, book: AccountBook) -> None:
    backend = CountingKeyring()
    offer(backend)
    book.add(EU)
    person = open_page()
    person.settle()
    person.paste("accounts.token", TOKEN)
    save = person.find(QPushButton, "accounts.token.save")
    save.click()
    save.click()
    person.settle()
    assert backend.stored == 1
    assert person.reads("accounts.token.status").startswith("The token is stored in")


def test_store_names_everything_that_was_removed_around_the_token(owner: Person, vault: Vault) -> None:
    owner.store(f"Bearer {TOKEN}\n")
    said = owner.reads("accounts.token.status")
    assert "The word Bearer in front of it was removed." in said
    assert "line breaks around it were removed" in said
    assert vault.token(EU.ad_account_id) == TOKEN


def test_store_of_a_refresh_token_is_refused_with_the_reason(owner: Person, memory_keyring: MemoryKeyring) -> None:
    owner.store("pinr_abcdefgh")
    assert "That is a refresh token" in owner.reads("accounts.token.status")
    assert memory_keyring.entries == {}


@pytest.mark.parametrize("way", ["accounts.token.retry", "accounts.token.keep"])
def test_store_of_a_refused_token_offers_no_way_out_that_does_not_help(owner: Person, way: str) -> None:
    owner.store("pinr_abcdefgh")
    assert not owner.sees(way)


def test_store_of_a_refused_token_lets_the_next_paste_replace_it(owner: Person, vault: Vault) -> None:
    owner.store("pinr_abcdefgh")
    assert owner.find(QLineEdit, "accounts.token").selectedText()
    owner.store(TOKEN)
    assert vault.token(EU.ad_account_id) == TOKEN


def test_store_cannot_be_pressed_while_nothing_is_entered(owner: Person) -> None:
    assert not owner.can_press("accounts.token.save")


def test_token_entered_for_one_account_is_not_there_for_another(owner: Person) -> None:
    owner.paste("accounts.token", TOKEN)
    owner.choose(2)
    assert owner.typed("accounts.token") == ""


def test_token_of_one_account_is_not_that_of_another(owner: Person, vault: Vault) -> None:
    owner.store(TOKEN)
    owner.choose(2)
    owner.store("pina_other")
    assert (vault.token(EU.ad_account_id), vault.token(US.ad_account_id)) == (TOKEN, "pina_other")


# -- for the session


def test_keep_holds_the_token_in_memory_only(owner: Person, vault: Vault, memory_keyring: MemoryKeyring) -> None:
    owner.paste("accounts.token", TOKEN)
    owner.press("accounts.token.session")
    assert (vault.token(EU.ad_account_id), memory_keyring.entries) == (TOKEN, {})


def test_keep_says_so_and_empties_the_line(owner: Person) -> None:
    owner.paste("accounts.token", f"'{TOKEN}'")
    owner.press("accounts.token.session")
    assert owner.reads("accounts.token.status").startswith("The token is kept in memory until the window closes. Quot")
    assert (owner.typed("accounts.token"), owner.rows[1][3]) == ("", "Token for this session only")


def test_keep_of_a_refused_token_says_why(owner: Person) -> None:
    owner.paste("accounts.token", "two words")
    owner.press("accounts.token.session")
    assert "white space inside" in owner.reads("accounts.token.status")


# -- where it is


def test_token_in_the_keyring_is_found_when_the_page_opens(
    open_page: OpenPage, memory_keyring: MemoryKeyring, book: AccountBook, vault: Vault
) -> None:
    del memory_keyring
    book.add(EU)
    vault.store(EU.ad_account_id, TOKEN)
    person = open_page()
    person.settle()
    assert person.rows[1][3] == "Token in the keyring"


def test_keyring_in_use_is_named(owner: Person) -> None:
    assert "MemoryKeyring" in owner.reads("accounts.keyring")


# -- out again


def test_remove_takes_the_token_out_of_the_keyring(owner: Person, memory_keyring: MemoryKeyring) -> None:
    owner.store(TOKEN)
    owner.press("accounts.token.remove")
    assert memory_keyring.entries == {}
    assert owner.rows[1][3] == "No token"


def test_remove_takes_the_token_out_of_memory(owner: Person, vault: Vault) -> None:
    owner.paste("accounts.token", TOKEN)
    owner.press("accounts.token.session")
    owner.press("accounts.token.remove")
    assert vault.where(EU.ad_account_id) is TokenPlace.NONE


def test_remove_cannot_be_pressed_where_there_is_no_token(owner: Person) -> None:
    assert not owner.can_press("accounts.token.remove")


def test_token_tells_no_change_of_an_account_once_the_page_is_hidden(owner: Person) -> None:
    names: list[str] = []
    owner.page.accounts_changed.connect(names.append)
    owner.paste("accounts.token", TOKEN)
    owner.click("accounts.token.save")
    owner.page.hide()
    owner.settle()
    assert names == []
