"""Keyrings that are locked, missing or broken: the message, and both ways out."""

# ruff: noqa: TID253 - a start that costs 100 ms more hurts nobody here

from dataclasses import dataclass

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtWidgets import QDialog, QPushButton

from tests.accounts.keyrings import FaultyKeyring, ForgetfulKeyring, MemoryKeyring, PlaintextKeyring
from tests.ui.accounts.conftest import EU, TOKEN, US, Offer, OpenPage
from tests.ui.accounts.person import Person
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import Vault


@dataclass
class Case:
    """A page over a keyring that does not serve, and the keyring."""

    person: Person
    backend: FaultyKeyring


@pytest.fixture
def locked(open_page: OpenPage, offer: Offer, book: AccountBook) -> Case:
    """Two accounts, and a keyring that stays locked; told about already."""
    backend = FaultyKeyring(KeyringLocked("Failed to unlock the collection!"))
    offer(backend)
    book.add(EU)
    book.add(US)
    person = open_page()
    person.settle()
    return Case(person, backend)


@pytest.fixture
def missing(open_page: OpenPage, book: AccountBook) -> Person:
    """An account, and no keyring."""
    book.add(EU)
    person = open_page()
    person.settle()
    return person


class AskedKeyring(FaultyKeyring):
    """Counts how often it asked for its password."""

    def __init__(self) -> None:
        super().__init__(KeyringLocked("dismissed"))
        self.prompts = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.prompts += 1
        return super().get_password(service, username)


# -- locked


def test_locked_keyring_is_told_when_the_places_are_read(locked: Case) -> None:
    assert "is locked" in locked.person.reads("accounts.token.status")
    assert locked.person.rows[1][3] == "Token: not known"


def test_locked_keyring_asks_for_its_password_once_for_all_accounts(
    open_page: OpenPage, offer: Offer, book: AccountBook
) -> None:
    backend = AskedKeyring()
    offer(backend)
    book.add(EU)
    book.add(US)
    open_page().settle()
    assert backend.prompts == 1


def test_locked_keyring_offers_both_ways_out_of_a_store(locked: Case) -> None:
    locked.person.store(TOKEN)
    assert "is locked, so the token could not be stored" in locked.person.reads("accounts.token.status")
    assert locked.person.can_press("accounts.token.retry")
    assert locked.person.can_press("accounts.token.keep")


def test_locked_keyring_takes_the_token_on_retry_once_it_is_unlocked(locked: Case, vault: Vault) -> None:
    locked.person.store(TOKEN)
    locked.backend.error = None
    locked.person.press("accounts.token.retry")
    assert vault.token(EU.ad_account_id) == TOKEN


def test_locked_keyring_lets_the_entered_token_be_kept_for_the_session(locked: Case, vault: Vault) -> None:
    locked.person.store(TOKEN)
    locked.person.press("accounts.token.keep")
    assert vault.token(EU.ad_account_id) == TOKEN
    assert locked.person.rows[1][3] == "Token for this session only"


def test_locked_keyring_still_offers_the_ways_out_after_a_look_at_another_account(locked: Case) -> None:
    locked.person.store(TOKEN)
    locked.person.choose(2)
    locked.person.choose(1)
    assert locked.person.can_press("accounts.token.keep")


def test_locked_keyring_is_asked_for_all_places_on_retry(locked: Case) -> None:
    locked.backend.error = None
    locked.person.press("accounts.token.retry")
    assert [row[3] for row in locked.person.rows[1:]] == ["No token", "No token"]


def test_keyring_that_served_again_is_asked_for_the_other_accounts(locked: Case) -> None:
    locked.person.store(TOKEN)
    locked.backend.error = None
    locked.person.press("accounts.token.retry")
    assert locked.person.rows[2][3] == "No token"


def test_remove_of_a_token_that_the_locked_keyring_holds_can_be_retried(locked: Case, vault: Vault) -> None:
    locked.backend.error = None
    vault.store(EU.ad_account_id, TOKEN)
    locked.backend.error = KeyringLocked("again")
    locked.person.press("accounts.token.remove")
    assert "could not be deleted" in locked.person.reads("accounts.token.status")
    locked.backend.error = None
    locked.person.press("accounts.token.retry")
    assert locked.backend.entries == {}


# -- missing


def test_missing_keyring_is_told_once_when_the_page_opens(missing: Person) -> None:
    assert "No keyring of the operating system answers." in missing.reads("accounts.keyring")
    assert missing.reads("accounts.token.status") == ""


def test_missing_keyring_offers_both_ways_out_of_a_store(missing: Person) -> None:
    missing.store(TOKEN)
    assert "A token is never written to a plain file." in missing.reads("accounts.token.status")
    assert missing.can_press("accounts.token.retry")
    assert missing.can_press("accounts.token.keep")


def test_missing_keyring_lets_the_entered_token_be_kept_for_the_session(missing: Person, vault: Vault) -> None:
    missing.store(TOKEN)
    missing.press("accounts.token.keep")
    assert vault.token(EU.ad_account_id) == TOKEN


@pytest.mark.parametrize("button", ["accounts.token.retry", "accounts.keyring.retry"])
def test_keyring_that_appeared_since_is_found(missing: Person, appear: Offer, button: str) -> None:
    missing.store(TOKEN)
    appear(MemoryKeyring())
    missing.press(button)
    assert "MemoryKeyring" in missing.reads("accounts.keyring")


def test_keyring_that_appeared_since_takes_the_token_on_retry(missing: Person, appear: Offer, vault: Vault) -> None:
    missing.store(TOKEN)
    appear(MemoryKeyring())
    missing.press("accounts.token.retry")
    assert vault.token(EU.ad_account_id) == TOKEN


def test_remove_from_memory_without_a_keyring_says_what_is_not_known(missing: Person) -> None:
    missing.paste("accounts.token", TOKEN)
    missing.press("accounts.token.session")
    missing.press("accounts.token.remove")
    assert "no longer in memory" in missing.reads("accounts.token.status")
    assert missing.rows[1][3] == "Token: not known"


def test_keyring_that_writes_a_plain_file_is_called_what_it_is(
    open_page: OpenPage, offer: Offer, book: AccountBook
) -> None:
    offer(PlaintextKeyring())
    book.add(EU)
    person = open_page()
    person.settle()
    assert "keeps secrets in a plain or weakly protected file" in person.reads("accounts.keyring")


# -- broken


def test_failing_keyring_says_what_it_answered(open_page: OpenPage, offer: Offer, book: AccountBook) -> None:
    offer(FaultyKeyring(OSError(1783, "The stub received bad data")))
    book.add(EU)
    person = open_page()
    person.settle()
    person.store(TOKEN)
    assert "The stub received bad data" in person.reads("accounts.token.status")
    assert person.can_press("accounts.token.retry")
    assert person.can_press("accounts.token.keep")


def test_failing_keyring_that_repeats_the_token_does_not_put_it_on_screen(
    open_page: OpenPage, offer: Offer, book: AccountBook
) -> None:
    offer(FaultyKeyring(ValueError(f"cannot store {TOKEN}")))
    book.add(EU)
    person = open_page()
    person.settle()
    person.store(TOKEN)
    assert "cannot store [token]" in person.reads("accounts.token.status")


def test_forgetful_keyring_counts_as_not_stored(open_page: OpenPage, offer: Offer, book: AccountBook) -> None:
    offer(ForgetfulKeyring())
    book.add(EU)
    person = open_page()
    person.settle()
    person.store(TOKEN)
    assert "does not give the same one back" in person.reads("accounts.token.status")


# -- tokens of accounts that are gone


def remove_account(person: Person) -> None:
    person.press("accounts.remove")
    question = person.page.findChild(QDialog, "accounts.question")
    assert isinstance(question, QDialog)
    button = question.findChild(QPushButton, "accounts.question.remove")
    assert isinstance(button, QPushButton)
    button.click()
    person.settle()


def test_token_of_a_removed_account_that_stays_in_the_keyring_is_told(locked: Case) -> None:
    remove_account(locked.person)
    said = locked.person.reads("accounts.departed.status")
    assert said.startswith("Shop EU (549761668320) is off the list; its token is not removed yet.")
    assert "is locked" in said


def test_token_of_a_removed_account_goes_on_retry(locked: Case, vault: Vault) -> None:
    locked.backend.error = None
    vault.store(EU.ad_account_id, TOKEN)
    locked.backend.error = KeyringLocked("again")
    remove_account(locked.person)
    locked.backend.error = None
    locked.person.press("accounts.departed.retry")
    assert (locked.backend.entries, locked.person.reads("accounts.departed.status")) == ({}, "")


def test_token_of_a_removed_account_can_be_left_at_that(locked: Case) -> None:
    remove_account(locked.person)
    locked.person.press("accounts.departed.close")
    assert locked.person.reads("accounts.departed.status") == ""


def test_token_of_a_removed_account_is_no_matter_once_it_is_back(locked: Case) -> None:
    remove_account(locked.person)
    locked.person.press("accounts.add")
    locked.person.type("accounts.name", "Back")
    locked.person.type("accounts.id", EU.ad_account_id)
    locked.person.press("accounts.save")
    assert locked.person.reads("accounts.departed.status") == ""
