"""List, add and remove ad accounts. A token is never an argument: add asks for it, or reads it from standard input.

  workbench accounts [--tokens]
  workbench accounts add NAME AD_ACCOUNT_ID [--safety test-only|ask|ask-name]
  workbench accounts remove NAME

JSON: accounts[name, ad_account_id, safety, practice, token]. token is keyring, session, none or unknown; it is looked
up only with --tokens, because the keyring may ask for its password.
"""

import getpass
import re
import sys
from argparse import ArgumentParser, Namespace

from workbench.accounts.account import Account, Safety
from workbench.accounts.book import AccountBook
from workbench.accounts.token import clean_token
from workbench.accounts.vault import Vault
from workbench.cli.exits import DONE
from workbench.cli.output import complain, print_json
from workbench.ground.errors import InputError, WorkbenchError
from workbench.ground.paths import AppPaths

_TOKEN = re.compile(r"\bpin(?:[ac]_|r[._])\w{8,}")


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("action", nargs="?", choices=["list", "add", "remove"])
    parser.add_argument("words", nargs="*", metavar="NAME [AD_ACCOUNT_ID]")
    parser.add_argument("--safety", choices=[level.value for level in Safety], default=Safety.TEST_ONLY.value)
    parser.add_argument("--tokens", action="store_true", help="also say where each token is")


def run(options: Namespace) -> int:
    """Lists, adds or removes."""
    if any(_TOKEN.search(word) for word in options.words):
        raise InputError(
            "A token stands among the arguments, where the shell's history keeps it.",
            fix="Revoke it in Ads Manager, and give the new one when workbench accounts add asks for it.",
        )
    book = AccountBook(path=AppPaths.at(options.data_dir).accounts)
    if options.action == "add":
        _add(book, options)
    elif options.action == "remove":
        _remove(book, options)
    _list(book, options)
    return DONE


def _add(book: AccountBook, options: Namespace) -> None:
    if len(options.words) != 2:
        raise InputError("accounts add needs a name and an ad account id.", fix="See workbench accounts --help.")
    name, ad_account_id = options.words
    account = Account(name=name, ad_account_id=ad_account_id, safety=Safety(options.safety)).checked()
    typed = _ask_token()
    cleaned = clean_token(typed) if typed.strip() else None
    added = book.add(account)
    if cleaned is None:
        complain("No token was given. Add it in the window, or set WORKBENCH_TOKEN for a command.")
        return
    for note in cleaned.notes:
        complain(note)
    try:
        Vault().store(added.ad_account_id, cleaned.token)
    except WorkbenchError:
        book.remove(added.name)
        raise


def _ask_token() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Conversion token (not shown; empty for none): ")
    return sys.stdin.readline()


def _remove(book: AccountBook, options: Namespace) -> None:
    if len(options.words) != 1:
        raise InputError("accounts remove needs a name.", fix="See workbench accounts --help.")
    removed = book.remove(options.words[0])
    try:
        Vault().forget(removed.ad_account_id)
    except WorkbenchError as error:
        complain(f"The account is removed; its token may still be in the keyring. {error}")


def _place(vault: Vault, account: Account) -> str:
    """Where a token is; ``unknown`` when the keyring does not say."""
    try:
        return vault.where(account.ad_account_id).value
    except WorkbenchError as error:
        complain(str(error))
        return "unknown"


def _list(book: AccountBook, options: Namespace) -> None:
    vault = Vault()
    rows = [
        {
            "name": account.name,
            "ad_account_id": account.ad_account_id,
            "safety": account.safety.value,
            "practice": account.practice,
            "token": _place(vault, account) if options.tokens else "unknown",
        }
        for account in book.accounts()
    ]
    if book.complaint:
        complain(book.complaint)
    if options.json:
        print_json({"accounts": rows})
        return
    for row in rows:
        token = f", token: {row['token']}" if options.tokens else ""
        print(f"{row['name']} ({row['ad_account_id']}), {row['safety']}{token}")
