"""The calls to the vault as plain functions. Each may wait in the keyring's own prompt, so they run in workers.

Tokens come as ``CleanToken``, whose ``repr`` hides them: the ``repr`` of a partial function shows its arguments.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.accounts.account import Account
from workbench.accounts.token import CleanToken
from workbench.accounts.vault import BackendState, TokenPlace, Vault
from workbench.ground.errors import MachineError
from workbench.sending.probe import ProbeResult


@dataclass(frozen=True, slots=True)
class Places:
    """Which keyring answers, where the tokens are, and why some places could not be found out."""

    keyring: BackendState
    found: Mapping[str, TokenPlace]
    trouble: MachineError | None = None


def look(vault: Vault, *, again: bool) -> BackendState:
    """The keyring in use; ``again`` looks for one that appeared since."""
    return vault.retry() if again else vault.backend()


def read_places(vault: Vault, ad_account_ids: Sequence[str], *, again: bool) -> Places:
    """Asks where each token is, up to the first account for which the keyring does not serve."""
    keyring = look(vault, again=again)
    found: dict[str, TokenPlace] = {}
    for ad_account_id in ad_account_ids:
        try:
            found[ad_account_id] = vault.where(ad_account_id)
        except MachineError as error:
            # A keyring that stayed locked would ask for its password once more for each account that is left.
            return Places(keyring, found, error)
    return Places(keyring, found)


def store_token(vault: Vault, ad_account_id: str, clean: CleanToken, *, again: bool) -> BackendState:
    """Stores a token and says where. Raises what ``Vault.store`` raises."""
    keyring = look(vault, again=again)
    vault.store(ad_account_id, clean.token)
    return keyring


def keep_token(vault: Vault, ad_account_id: str, clean: CleanToken) -> None:
    """Keeps a token in memory. Never waits. Raises what ``Vault.keep_for_session`` raises."""
    vault.keep_for_session(ad_account_id, clean.token)


def forget_token(vault: Vault, ad_account_id: str, *, again: bool) -> BackendState:
    """Removes a token from memory and from the keyring. Raises what ``Vault.forget`` raises."""
    keyring = look(vault, again=again)
    vault.forget(ad_account_id)
    return keyring


def check_token(vault: Vault, probe: Callable[[Account], ProbeResult], account: Account, *, again: bool) -> ProbeResult:
    """Sends the test event. Raises what reading the token raises."""
    if again:
        vault.retry()
    return probe(account)
