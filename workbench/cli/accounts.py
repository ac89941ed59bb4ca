"""Which account a command means, where its token is, and whether it may go live."""

import os
import re

from workbench.accounts.account import PRACTICE, Account, Safety
from workbench.accounts.book import AccountBook
from workbench.accounts.token import clean_token
from workbench.accounts.vault import Vault
from workbench.cli.exits import SendRefusedError
from workbench.ground.errors import InputError, WorkbenchError
from workbench.ground.paths import AppPaths

TOKEN_VARIABLE = "WORKBENCH_TOKEN"  # noqa: S105 - the name of a variable


def account_for(name: str | None, *, paths: AppPaths) -> Account:
    """The account meant by a name or id; without one, the only account there is.

    With a token in the environment an id need not be listed, so that CI needs no set-up.
    """
    book = AccountBook(path=paths.accounts)
    if name is None:
        real = [account for account in book.accounts() if not account.practice]
        if len(real) == 1:
            return real[0]
        listed = ", ".join(account.name for account in real) or "none but practice"
        raise InputError("Which account is meant?", fix=f"Add --account NAME. Accounts: {listed}.")
    try:
        return book.find(name)
    except InputError:
        if os.environ.get(TOKEN_VARIABLE) and re.fullmatch(r"[0-9]{1,18}", name):
            # Named on the spot, so live takes both live arguments as for any account that asks.
            return Account(name=name, ad_account_id=name, safety=Safety.ASK)
        raise


def live_is_confirmed(account: Account, *, live: bool, confirm: str | None) -> bool:
    """Whether to send live: only with both arguments, the right id, and an account that may. Raises InputError."""
    if account.practice and (live or confirm is not None):
        raise InputError("The practice account never goes live.", fix="Leave --live and --confirm out.")
    if not live:
        if confirm is not None:
            raise InputError("--confirm means nothing without --live.", fix="Add --live, or leave --confirm out.")
        return False
    if confirm != account.ad_account_id:
        raise InputError(
            f"A live send to {account.name} was not confirmed.",
            fix="Add --confirm with the account's ad account id. Nothing was sent.",
        )
    if account.safety is Safety.TEST_ONLY:
        raise InputError(
            f"{account.name} is for tests only.",
            fix="Change its safety level in the window under Accounts. Nothing was sent.",
        )
    return True


class TokenFor:
    """The token from the environment if it holds one, else from the vault."""

    def __init__(self, *, vault: Vault) -> None:
        self._vault = vault

    def token(self, ad_account_id: str) -> str:
        """The token. Raises SendRefusedError when there is none or it cannot be read."""
        given = os.environ.get(TOKEN_VARIABLE, "")
        try:
            if given and ad_account_id != PRACTICE.ad_account_id:
                return clean_token(given).token
            return self._vault.token(ad_account_id)
        except WorkbenchError as error:
            raise SendRefusedError(error.message, fix=error.fix) from error
