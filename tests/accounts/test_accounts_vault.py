"""The vault on keyrings that are missing, locked, unfit, slow or dishonest."""

import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend  # noqa: TID253 - a start that costs 100 ms more hurts nobody here
from keyring.core import load_keyring  # noqa: TID253 - likewise
from keyring.errors import InitError, NoKeyringError  # noqa: TID253 - likewise
from keyring.errors import KeyringLocked as LockedByKeyring  # noqa: TID253 - likewise

from tests.accounts.keyrings import FaultyKeyring, ForgetfulKeyring, MemoryKeyring, PlaintextKeyring, WaitingKeyring
from workbench.accounts.account import PRACTICE
from workbench.accounts.vault import KeyringFailed, KeyringLocked, KeyringMissing, TokenPlace, Vault
from workbench.ground.errors import InputError, MachineError

TOKEN, OTHER_TOKEN = "pina_AMAQ7first0token", "pina_AMAQ7second0token"
ACCOUNT, OTHER_ACCOUNT = "549755885175", "12"
ENTRY = ("Conversion Workbench/549755885175", "conversion-token")
ROOT = Path(__file__).resolve().parents[2]

Offer = Callable[[KeyringBackend], None]
CALLS: tuple[Callable[[Vault], object], ...] = (
    lambda vault: vault.token(ACCOUNT),
    lambda vault: vault.store(ACCOUNT, TOKEN),
    lambda vault: vault.forget(ACCOUNT),
    lambda vault: vault.where(ACCOUNT),
)
every_call = pytest.mark.parametrize("call", CALLS, ids=["token", "store", "forget", "where"])


@pytest.fixture
def vault() -> Vault:
    """A vault on whatever keyring the test offers; none by default."""
    return Vault()


def test_vault_stores_one_service_an_account(vault: Vault, memory_keyring: MemoryKeyring) -> None:
    vault.store(ACCOUNT, TOKEN)
    assert memory_keyring.entries == {ENTRY: TOKEN}


@every_call
def test_vault_without_a_keyring_offers_both_ways_on(vault: Vault, call: Callable[[Vault], object]) -> None:
    with pytest.raises(KeyringMissing, match=r"No keyring of the operating system answers\.") as missing:
        call(vault)
    assert "try again" in missing.value.fix
    assert "for this session only" in missing.value.fix


def test_vault_without_a_keyring_says_why(vault: Vault) -> None:
    state = vault.backend()
    assert not state.usable
    assert state.name == "no keyring"
    assert state.reason == "No keyring of the operating system answers."


def test_vault_without_a_keyring_keeps_a_token_for_the_session(vault: Vault) -> None:
    vault.keep_for_session(ACCOUNT, TOKEN)
    assert vault.token(ACCOUNT) == TOKEN


def test_vault_without_a_keyring_forgets_the_session_token_and_says_it_could_not_look_further(vault: Vault) -> None:
    vault.keep_for_session(ACCOUNT, TOKEN)
    with pytest.raises(KeyringMissing):
        vault.forget(ACCOUNT)
    with pytest.raises(KeyringMissing):
        vault.token(ACCOUNT)


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        (load_keyring("keyring.backends.null.Keyring"), "keyring.backends.null.Keyring stores nothing"),
        (PlaintextKeyring(), "plain or weakly protected file"),
        (MemoryKeyring(priority=0.5), r"not one that keyring recommends \(priority 0.5\)"),
    ],
    ids=["null", "plain text", "low priority"],
)
def test_vault_gives_no_token_to_an_unfit_keyring(
    vault: Vault, offer: Offer, backend: KeyringBackend, said: str
) -> None:
    offer(backend)
    assert not vault.backend().usable
    with pytest.raises(KeyringMissing, match=said):
        vault.store(ACCOUNT, TOKEN)
    assert backend.get_password(*ENTRY) is None


@every_call
@pytest.mark.parametrize(
    ("error", "becomes"),
    [
        (LockedByKeyring("Failed to unlock the collection!"), KeyringLocked),
        (InitError("Failed to create the collection"), KeyringFailed),
        (NoKeyringError("gone"), KeyringMissing),
        (OSError(1783, "The stub received bad data"), KeyringFailed),
    ],
    ids=["locked", "not created", "missing", "Windows"],
)
def test_vault_puts_a_failure_in_words_and_chains_it(
    vault: Vault, offer: Offer, error: Exception, becomes: type[MachineError], call: Callable[[Vault], object]
) -> None:
    offer(FaultyKeyring(error))
    with pytest.raises(becomes, match=r"the token could not be|No keyring") as failed:
        call(vault)
    assert failed.value.__cause__ is error
    assert "for this session only" in failed.value.fix


def test_vault_that_cannot_store_keeps_the_session_token(vault: Vault, offer: Offer) -> None:
    offer(FaultyKeyring(LockedByKeyring()))
    vault.keep_for_session(ACCOUNT, TOKEN)
    with pytest.raises(KeyringLocked):
        vault.store(ACCOUNT, OTHER_TOKEN)
    assert vault.token(ACCOUNT) == TOKEN


def test_vault_works_once_the_keyring_is_unlocked(vault: Vault, offer: Offer) -> None:
    backend = FaultyKeyring(LockedByKeyring())
    offer(backend)
    with pytest.raises(KeyringLocked):
        vault.store(ACCOUNT, TOKEN)
    backend.error = None
    vault.store(ACCOUNT, TOKEN)
    assert vault.token(ACCOUNT) == TOKEN


def test_vault_does_not_print_a_token_that_an_error_repeats(vault: Vault, offer: Offer) -> None:
    offer(FaultyKeyring(RuntimeError(f"no room for {TOKEN}")))
    with pytest.raises(KeyringFailed, match=r"no room for \[token\]") as failed:
        vault.store(ACCOUNT, TOKEN)
    assert TOKEN not in "".join(traceback.format_exception(failed.value))


def test_vault_notices_a_keyring_that_keeps_nothing(vault: Vault, offer: Offer) -> None:
    offer(ForgetfulKeyring())
    vault.keep_for_session(ACCOUNT, OTHER_TOKEN)
    with pytest.raises(KeyringFailed, match="counts as not stored"):
        vault.store(ACCOUNT, TOKEN)
    assert vault.where(ACCOUNT) is TokenPlace.SESSION


@pytest.mark.parametrize("held", ["pina_one two", "pina_ü", "pinr.abc"])
def test_vault_refuses_an_entry_that_cannot_be_sent(vault: Vault, memory_keyring: MemoryKeyring, held: str) -> None:
    memory_keyring.entries[ENTRY] = held
    with pytest.raises(KeyringFailed, match="not a token that can be sent") as failed:
        vault.token(ACCOUNT)
    assert held not in "".join(traceback.format_exception(failed.value))


def test_vault_takes_an_empty_entry_as_none(vault: Vault, memory_keyring: MemoryKeyring) -> None:
    memory_keyring.entries[ENTRY] = ""
    assert vault.where(ACCOUNT) is TokenPlace.NONE


def test_vault_says_when_a_second_keyring_still_gives_the_token(
    vault: Vault, offer: Offer, chain: Callable[..., KeyringBackend]
) -> None:
    first, second = MemoryKeyring(priority=5), MemoryKeyring(priority=4.9)
    offer(chain(first, second))
    vault.store(ACCOUNT, TOKEN)
    second.set_password(*ENTRY, OTHER_TOKEN)
    with pytest.raises(KeyringFailed, match="still gives one") as failed:
        vault.forget(ACCOUNT)
    assert ENTRY[0] in failed.value.fix
    assert first.entries == {}


def test_vault_uses_of_a_chain_only_what_it_trusts(
    vault: Vault, offer: Offer, chain: Callable[..., KeyringBackend]
) -> None:
    good, plain = MemoryKeyring(priority=5), PlaintextKeyring(priority=4)
    offer(chain(good, plain))
    plain.set_password(*ENTRY, OTHER_TOKEN)
    assert vault.where(ACCOUNT) is TokenPlace.NONE
    vault.store(ACCOUNT, TOKEN)
    assert good.entries == {ENTRY: TOKEN}


@pytest.mark.parametrize("account", ["", "abc", "1" * 19, "000"])
@pytest.mark.parametrize(
    "call",
    [
        lambda vault, account: vault.token(account),
        lambda vault, account: vault.store(account, TOKEN),
        lambda vault, account: vault.keep_for_session(account, TOKEN),
        lambda vault, account: vault.forget(account),
        lambda vault, account: vault.where(account),
    ],
    ids=["token", "store", "keep", "forget", "where"],
)
def test_vault_refuses_what_is_no_account(
    vault: Vault, memory_keyring: MemoryKeyring, call: Callable[[Vault, str], object], account: str
) -> None:
    with pytest.raises(InputError, match=r"ad account ID|digits"):
        call(vault, account)
    assert memory_keyring.entries == {}


def test_vault_takes_no_token_for_the_practice_account(vault: Vault) -> None:
    with pytest.raises(InputError, match="needs no token"):
        vault.store(PRACTICE.ad_account_id, TOKEN)
    with pytest.raises(InputError, match="needs no token"):
        vault.keep_for_session(PRACTICE.ad_account_id, TOKEN)


def test_vault_repr_hides_every_token(vault: Vault, memory_keyring: MemoryKeyring) -> None:
    vault.keep_for_session(ACCOUNT, TOKEN)
    vault.store(OTHER_ACCOUNT, OTHER_TOKEN)
    assert memory_keyring.entries
    shown = f"{vault!r} {vault} {vars(vault)}"
    assert TOKEN not in shown
    assert OTHER_TOKEN not in shown


def test_vault_cannot_be_written_down(vault: Vault) -> None:
    vault.keep_for_session(ACCOUNT, TOKEN)
    with pytest.raises(TypeError):
        pickle.dumps(vault)


def test_session_tokens_stay_readable_while_the_keyring_waits_for_its_owner(vault: Vault, offer: Offer) -> None:
    backend = WaitingKeyring()
    offer(backend)
    vault.keep_for_session(OTHER_ACCOUNT, OTHER_TOKEN)
    with ThreadPoolExecutor(2) as workers:
        try:
            waiting = workers.submit(vault.where, ACCOUNT)
            assert backend.asked.wait(10)
            assert workers.submit(vault.token, OTHER_ACCOUNT).result(10) == OTHER_TOKEN
            assert workers.submit(vault.where, OTHER_ACCOUNT).result(10) is TokenPlace.SESSION
            assert workers.submit(vault.backend).result(10).usable
            assert not waiting.done()
        finally:
            backend.answered.set()
        assert waiting.result(10) is TokenPlace.NONE


def test_session_token_of_the_same_account_helps_while_the_keyring_waits(vault: Vault, offer: Offer) -> None:
    backend = WaitingKeyring()
    offer(backend)
    with ThreadPoolExecutor(2) as workers:
        try:
            waiting = workers.submit(vault.where, ACCOUNT)
            assert backend.asked.wait(10)
            workers.submit(vault.keep_for_session, ACCOUNT, TOKEN).result(10)
            assert workers.submit(vault.token, ACCOUNT).result(10) == TOKEN
            assert not waiting.done()
        finally:
            backend.answered.set()


def test_store_leaves_a_token_that_was_kept_while_the_keyring_waited(vault: Vault, offer: Offer) -> None:
    backend = WaitingKeyring()
    offer(backend)
    with ThreadPoolExecutor(2) as workers:
        try:
            storing = workers.submit(vault.store, ACCOUNT, TOKEN)
            assert backend.asked.wait(10)
            vault.keep_for_session(ACCOUNT, OTHER_TOKEN)
        finally:
            backend.answered.set()
        storing.result(10)
    assert vault.token(ACCOUNT) == OTHER_TOKEN


def test_vault_asks_the_keyring_for_one_caller_at_a_time(vault: Vault, offer: Offer) -> None:
    backend = WaitingKeyring()
    offer(backend)
    with ThreadPoolExecutor(2) as workers:
        try:
            first = workers.submit(vault.where, ACCOUNT)
            assert backend.asked.wait(10)
            backend.asked.clear()
            second = workers.submit(vault.where, OTHER_ACCOUNT)
            assert not backend.asked.wait(0.1)
        finally:
            backend.answered.set()
        assert (first.result(10), second.result(10)) == (TokenPlace.NONE, TokenPlace.NONE)


def test_vault_retry_takes_a_keyring_that_the_user_has_configured_since(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not vault.backend().usable
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.accounts.keyrings.MemoryKeyring")
    assert vault.retry().usable
    vault.store(ACCOUNT, TOKEN)
    assert vault.token(ACCOUNT) == TOKEN


def test_vault_retry_says_that_there_is_still_none(vault: Vault) -> None:
    assert not vault.retry().usable


def test_vault_retry_survives_a_configuration_that_names_nothing(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.module")
    assert not vault.retry().usable


def test_vault_notices_another_keyring_offered_later(vault: Vault, offer: Offer) -> None:
    assert not vault.backend().usable
    offer(MemoryKeyring())
    assert vault.backend().usable


def test_vault_import_leaves_keyring_for_later() -> None:
    code = (
        "import sys, workbench.accounts.vault, workbench.accounts.book\n"
        "print({'keyring', 'filelock', 'secretstorage'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert found.stdout == "set()\n"
