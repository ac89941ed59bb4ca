"""The book of accounts, with a real file and with two windows on it."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.accounts.account import PRACTICE, Account, Safety
from workbench.accounts.book import AccountBook
from workbench.ground.errors import InputError, MachineError

SHOP = Account(name="Shop EU", ad_account_id="549755885175", safety=Safety.ASK)
STORE = Account(name="Store US", ad_account_id="12")
ROOT = Path(__file__).resolve().parents[2]
ADD_TEN = """
import sys
from pathlib import Path
from workbench.accounts.account import Account
from workbench.accounts.book import AccountBook
book = AccountBook(path=Path(sys.argv[1]))
for number in range(10):
    book.add(Account(name=f"{sys.argv[2]} {number}", ad_account_id=f"{sys.argv[2]}{number}"))
"""


def test_book_begins_with_the_practice_account_and_no_file(book: AccountBook, folder: Path) -> None:
    assert book.accounts() == (PRACTICE,)
    assert book.complaint == ""
    assert list(folder.iterdir()) == []


def test_book_lists_accounts_in_the_order_added(book: AccountBook) -> None:
    book.add(STORE)
    book.add(SHOP)
    assert book.accounts() == (PRACTICE, STORE, SHOP)


def test_book_remembers_in_the_file(book: AccountBook, folder: Path) -> None:
    book.add(SHOP)
    assert AccountBook(path=folder / "accounts.json").accounts() == (PRACTICE, SHOP)


def test_book_add_returns_the_account_cleaned(book: AccountBook) -> None:
    assert book.add(Account(name=" Shop ", ad_account_id="1 2")) == Account(name="Shop", ad_account_id="12")


@pytest.mark.parametrize(
    ("account", "said"),
    [
        (replace(STORE, name="shop eu"), "already an account named Shop EU"),
        (replace(SHOP, name="Other"), "already in the list as Shop EU"),
        (replace(STORE, name="Practice"), "practice account"),
        (PRACTICE, "one practice account"),
        (replace(STORE, practice=True), "one practice account"),
        (replace(STORE, ad_account_id="x"), "digits only"),
        (replace(STORE, name=""), "no name"),
    ],
)
def test_book_add_refuses_and_changes_nothing(book: AccountBook, account: Account, said: str) -> None:
    book.add(SHOP)
    with pytest.raises(InputError, match=said):
        book.add(account)
    assert book.accounts() == (PRACTICE, SHOP)


@pytest.mark.parametrize("text", ["Shop EU", " shop eu ", "549755885175"])
def test_book_finds_by_name_and_by_id(book: AccountBook, text: str) -> None:
    book.add(SHOP)
    assert book.find(text) == SHOP


@pytest.mark.parametrize("text", ["practice", PRACTICE.name, "0"])
def test_book_finds_the_practice_account(book: AccountBook, text: str) -> None:
    assert book.find(text) is PRACTICE


@pytest.mark.parametrize("text", ["Shop", "", "5497"])
def test_book_find_names_the_accounts_there_are(book: AccountBook, text: str) -> None:
    book.add(SHOP)
    with pytest.raises(InputError, match="no account named") as refused:
        book.find(text)
    assert refused.value.fix == "Choose one of: Practice (this computer), Shop EU."


def test_book_find_refuses_a_name_that_is_the_id_of_another(book: AccountBook) -> None:
    book.add(SHOP)
    book.add(Account(name=SHOP.ad_account_id, ad_account_id="7"))
    with pytest.raises(InputError, match="the name of one account and the ID of another"):
        book.find(SHOP.ad_account_id)


def test_book_rename_keeps_the_place_and_the_rest(book: AccountBook) -> None:
    book.add(SHOP)
    book.add(STORE)
    assert book.rename("shop eu", " Shop Europe ") == replace(SHOP, name="Shop Europe")
    assert book.accounts() == (PRACTICE, replace(SHOP, name="Shop Europe"), STORE)


def test_book_rename_may_change_only_the_letter_case(book: AccountBook) -> None:
    book.add(SHOP)
    assert book.rename("Shop EU", "SHOP eu").name == "SHOP eu"


def test_book_rename_refuses_the_name_of_another(book: AccountBook) -> None:
    book.add(SHOP)
    book.add(STORE)
    with pytest.raises(InputError, match="already an account named Store US"):
        book.rename("Shop EU", "store us")
    assert book.accounts() == (PRACTICE, SHOP, STORE)


def test_book_change_replaces_id_and_safety(book: AccountBook) -> None:
    book.add(SHOP)
    changed = Account(name="Shop EU", ad_account_id="77", safety=Safety.ASK_NAME)
    book.change("Shop EU", changed)
    assert book.accounts() == (PRACTICE, changed)


def test_book_change_refuses_the_id_of_another(book: AccountBook) -> None:
    book.add(SHOP)
    book.add(STORE)
    with pytest.raises(InputError, match="already in the list as Store US"):
        book.change("Shop EU", replace(SHOP, ad_account_id="12"))


def test_book_change_cannot_make_a_second_practice_account(book: AccountBook) -> None:
    book.add(SHOP)
    with pytest.raises(InputError, match="one practice account"):
        book.change("Shop EU", PRACTICE)


def test_book_remove_returns_the_account(book: AccountBook) -> None:
    book.add(SHOP)
    book.add(STORE)
    assert book.remove("shop eu") == SHOP
    assert book.accounts() == (PRACTICE, STORE)


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book.remove("practice"),
        lambda book: book.rename(PRACTICE.name, "Mine"),
        lambda book: book.change("0", SHOP),
    ],
)
def test_book_keeps_the_practice_account(book: AccountBook, change: Callable[[AccountBook], Account]) -> None:
    with pytest.raises(InputError, match="practice account cannot be changed or removed"):
        change(book)
    assert book.accounts() == (PRACTICE,)


def test_book_change_of_an_unknown_account_is_refused(book: AccountBook) -> None:
    with pytest.raises(InputError, match="no account named Nobody"):
        book.rename("Nobody", "Somebody")


def test_book_writes_no_key_beyond_name_id_and_safety(book: AccountBook, folder: Path) -> None:
    book.add(SHOP)
    written = json.loads((folder / "accounts.json").read_bytes())
    assert written == {"accounts": [{"name": "Shop EU", "ad_account_id": "549755885175", "safety": "ask"}]}


def test_two_windows_do_not_undo_each_other(book: AccountBook, folder: Path) -> None:
    other_window = AccountBook(path=folder / "accounts.json")
    assert book.accounts() == other_window.accounts()
    book.add(SHOP)
    other_window.add(STORE)
    book.rename("Store US", "Store")
    assert other_window.accounts() == (PRACTICE, SHOP, replace(STORE, name="Store"))


def test_windows_adding_at_once_lose_nothing(folder: Path) -> None:
    def add(number: int) -> None:
        AccountBook(path=folder / "accounts.json").add(Account(name=f"Shop {number}", ad_account_id=f"{number}"))

    with ThreadPoolExecutor(8) as windows:
        list(windows.map(add, range(1, 41)))
    assert len(AccountBook(path=folder / "accounts.json").accounts()) == 41


@pytest.mark.slow
def test_processes_adding_at_once_lose_nothing(book: AccountBook, folder: Path) -> None:
    path = folder / "accounts.json"
    running = [
        subprocess.Popen([sys.executable, "-c", ADD_TEN, str(path), start], cwd=ROOT) for start in ("1", "2", "3")
    ]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len(book.accounts()) == 31


def test_book_sets_a_damaged_file_aside_and_says_so(book: AccountBook, folder: Path) -> None:
    (folder / "accounts.json").write_bytes(b'{"accounts": [{"name": "Sho')
    assert book.accounts() == (PRACTICE,)
    assert (folder / "accounts.json.damaged-1").read_bytes() == b'{"accounts": [{"name": "Sho'
    assert "was damaged" in book.complaint
    assert str(folder / "accounts.json.damaged-1") in book.complaint


def test_book_keeps_saying_that_a_file_was_set_aside(book: AccountBook, folder: Path) -> None:
    (folder / "accounts.json").write_bytes(b"")
    book.accounts()
    book.add(SHOP)
    assert book.accounts() == (PRACTICE, SHOP)
    assert "was damaged" in book.complaint


def test_book_never_writes_over_a_damaged_file(book: AccountBook, folder: Path) -> None:
    (folder / "accounts.json").write_bytes(b"not JSON")
    book.add(SHOP)
    assert book.accounts() == (PRACTICE, SHOP)
    assert (folder / "accounts.json.damaged-1").read_bytes() == b"not JSON"


def test_book_complains_of_an_entry_it_cannot_use_until_it_is_mended(book: AccountBook, folder: Path) -> None:
    path = folder / "accounts.json"
    path.write_text('{"accounts": [{"name": "Shop", "ad_account_id": "abc"}]}', encoding="utf-8")
    assert book.accounts() == (PRACTICE,)
    assert "Entry 1" in book.complaint
    path.write_text('{"accounts": [{"name": "Shop", "ad_account_id": "1"}]}', encoding="utf-8")
    assert len(book.accounts()) == 2
    assert book.complaint == ""


def test_book_says_when_a_folder_stands_in_place_of_the_file(book: AccountBook, folder: Path) -> None:
    (folder / "accounts.json").mkdir()
    with pytest.raises(MachineError, match="is a folder"):
        book.accounts()
    with pytest.raises(MachineError, match="is a folder"):
        book.add(SHOP)
