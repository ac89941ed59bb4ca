"""What a vault does on any keyring that works.

These tests run on a keyring in memory, and once more on the real Secret Service: test_accounts_secret_service.py starts
them again in a session of their own.
"""

import logging
import os

import pytest
from keyring.backend import KeyringBackend  # noqa: TID253 - a start that costs 100 ms more hurts nobody here

from workbench.accounts.account import PRACTICE
from workbench.accounts.token import MAX_TOKEN_LENGTH
from workbench.accounts.vault import NoToken, TokenPlace, Vault
from workbench.ground.errors import InputError

TOKEN, OTHER_TOKEN = "pina_AMAQ7first0token", "pina_AMAQ7second0token"
ACCOUNT, OTHER_ACCOUNT = "549755885175", "12"
PREFIX = "Workbench tests: Übung ✓"


@pytest.fixture
def vault(any_keyring: KeyringBackend) -> Vault:
    """A vault on the keyring under test, with no token of the accounts used here."""
    del any_keyring
    vault = Vault(service_prefix=PREFIX)
    vault.forget(ACCOUNT)
    vault.forget(OTHER_ACCOUNT)
    return vault


class TestVaultOnAnyKeyring:
    """The behaviour that does not depend on the keyring."""

    def test_vault_is_tried_on_the_keyring_asked_for(self, any_keyring: KeyringBackend) -> None:
        asked_for = os.environ.get("WORKBENCH_TESTS_KEYRING", "tests.accounts.keyrings.MemoryKeyring")
        assert f"{type(any_keyring).__module__}.{type(any_keyring).__qualname__}" == asked_for

    def test_vault_can_use_the_keyring(self, vault: Vault) -> None:
        assert vault.backend().usable
        assert vault.backend().reason == ""

    def test_vault_gives_back_the_token_stored(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        assert vault.token(ACCOUNT) == TOKEN
        assert vault.where(ACCOUNT) is TokenPlace.KEYRING

    def test_vault_finds_a_token_stored_by_an_earlier_run(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        assert Vault(service_prefix=PREFIX).token(ACCOUNT) == TOKEN

    def test_vault_keeps_programs_apart_by_their_prefix(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        assert Vault(service_prefix="Another program").where(ACCOUNT) is TokenPlace.NONE

    def test_vault_replaces_a_token(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        vault.store(ACCOUNT, OTHER_TOKEN)
        assert vault.token(ACCOUNT) == OTHER_TOKEN

    def test_vault_keeps_two_accounts_apart(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        vault.store(OTHER_ACCOUNT, OTHER_TOKEN)
        vault.forget(ACCOUNT)
        assert vault.token(OTHER_ACCOUNT) == OTHER_TOKEN
        assert vault.where(ACCOUNT) is TokenPlace.NONE

    def test_vault_without_a_token_says_so_and_what_to_do(self, vault: Vault) -> None:
        with pytest.raises(NoToken, match=f"no token for ad account {ACCOUNT}.* has none, or hides it") as missing:
            vault.token(ACCOUNT)
        assert "Enter the token" in missing.value.fix

    def test_vault_forgets_for_good(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        vault.forget(ACCOUNT)
        with pytest.raises(NoToken):
            Vault(service_prefix=PREFIX).token(ACCOUNT)

    def test_vault_forgets_what_it_never_had(self, vault: Vault) -> None:
        vault.forget(ACCOUNT)
        assert vault.where(ACCOUNT) is TokenPlace.NONE

    def test_vault_stores_the_longest_token(self, vault: Vault) -> None:
        longest = "pina_".ljust(MAX_TOKEN_LENGTH, "x")
        vault.store(ACCOUNT, longest)
        assert vault.token(ACCOUNT) == longest

    def test_vault_refuses_a_token_too_long_for_windows(self, vault: Vault) -> None:
        with pytest.raises(InputError, match="1281 characters"):
            vault.store(ACCOUNT, "pina_".ljust(MAX_TOKEN_LENGTH + 1, "x"))
        assert vault.where(ACCOUNT) is TokenPlace.NONE

    def test_vault_stores_a_pasted_token_without_its_line_break(self, vault: Vault) -> None:
        vault.store(ACCOUNT, f"{TOKEN}\r\n")
        assert vault.token(ACCOUNT) == TOKEN

    def test_vault_prefers_the_token_kept_for_the_session(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        vault.keep_for_session(ACCOUNT, OTHER_TOKEN)
        assert vault.token(ACCOUNT) == OTHER_TOKEN
        assert vault.where(ACCOUNT) is TokenPlace.SESSION

    def test_vault_keeps_a_session_token_out_of_the_keyring(self, vault: Vault) -> None:
        vault.keep_for_session(ACCOUNT, TOKEN)
        assert Vault(service_prefix=PREFIX).where(ACCOUNT) is TokenPlace.NONE

    def test_vault_drops_the_session_token_once_one_is_stored(self, vault: Vault) -> None:
        vault.keep_for_session(ACCOUNT, OTHER_TOKEN)
        vault.store(ACCOUNT, TOKEN)
        assert vault.token(ACCOUNT) == TOKEN
        assert vault.where(ACCOUNT) is TokenPlace.KEYRING

    def test_vault_forgets_the_session_token_and_the_stored_one(self, vault: Vault) -> None:
        vault.store(ACCOUNT, TOKEN)
        vault.keep_for_session(ACCOUNT, OTHER_TOKEN)
        vault.forget(ACCOUNT)
        assert vault.where(ACCOUNT) is TokenPlace.NONE

    def test_vault_never_asks_the_keyring_for_the_practice_account(self, vault: Vault) -> None:
        vault.forget(PRACTICE.ad_account_id)
        assert vault.token(PRACTICE.ad_account_id) == "practice"
        assert vault.where(PRACTICE.ad_account_id) is TokenPlace.SESSION

    def test_vault_logs_no_token(self, vault: Vault, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            vault.store(ACCOUNT, TOKEN)
            vault.token(ACCOUNT)
            vault.forget(ACCOUNT)
        assert TOKEN not in caplog.text
