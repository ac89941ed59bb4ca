"""The book of accounts: what the user added, renamed and removed, with the practice account always first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from workbench.accounts.account import PRACTICE, Account, name_key, names_practice
from workbench.accounts.listing import DamagedListingError, Listing, is_twin, parse_listing
from workbench.ground.errors import InputError
from workbench.ground.kept_file import KeptFile


class AccountBook:
    """The accounts in the JSON file at ``path``, never a token.

    Each call reads the file, and each change reads it again under a lock, so two windows never undo each other's
    changes. Names are unique whatever their letter case, and so are ids: a second entry for one ad account could carry
    a weaker safety level. Every method raises MachineError when the file cannot be read or written.
    """

    def __init__(self, *, path: Path) -> None:
        self._file = KeptFile(path, "the list of accounts")
        self._set_aside: tuple[str, ...] = ()
        self._complaints: tuple[str, ...] = ()

    @property
    def complaint(self) -> str:
        """What the user has to know of the file: damaged and set aside, or entries left out. "" when all is well.

        Known after the first reading. A file set aside stays mentioned as long as this book lives.
        """
        return " ".join((*self._set_aside, *self._complaints))

    def accounts(self) -> tuple[Account, ...]:
        """The practice account, then the others in the order they were added."""
        return (PRACTICE, *self._read().accounts)

    def find(self, name_or_id: str) -> Account:
        """The account of that name (letter case aside) or id; ``practice`` is the practice account. Raises InputError.

        A text that is the name of one account and the id of another is refused, so that neither gets the other's
        events.
        """
        return _found(self._read(), name_or_id)

    def add(self, account: Account) -> Account:
        """Write a new account at the end; returns it with its name and id cleaned. Raises InputError."""
        new = _writable(account)

        def added(listing: Listing) -> tuple[Listing, Account]:
            _refuse_twin(listing, new)
            return listing.with_added(new), new

        return self._change(added)

    def rename(self, old_name: str, new_name: str) -> Account:
        """Give an account another name; returns it as it is now. Raises InputError."""
        return self._replace(old_name, lambda account: replace(account, name=new_name))

    def change(self, name: str, account: Account) -> Account:
        """Put ``account`` in the place of the one named ``name``; returns it cleaned. Raises InputError.

        A token belongs to an id: when the id changes, the caller asks for a new token and forgets the old one.
        """
        return self._replace(name, lambda _: account)

    def remove(self, name: str) -> Account:
        """Take an account off the list and return it, so that the caller can forget its token. Raises InputError."""

        def removed(listing: Listing) -> tuple[Listing, Account]:
            account = _changeable(listing, name)
            return listing.without(account), account

        return self._change(removed)

    def _replace(self, name: str, new_of: Callable[[Account], Account]) -> Account:
        def replaced(listing: Listing) -> tuple[Listing, Account]:
            old = _changeable(listing, name)
            new = _writable(new_of(old))
            _refuse_twin(listing.without(old), new)
            return listing.with_changed(old, new), new

        return self._change(replaced)

    def _change(self, step: Callable[[Listing], tuple[Listing, Account]]) -> Account:
        """Read, ``step``, write, with the lock held throughout; returns the account that the step was about."""
        with self._file.locked():
            listing, account = step(self._read_locked())
            self._file.replace(listing.encoded())
        self._complaints = listing.complaints
        return account

    def _read(self) -> Listing:
        try:
            listing = _parsed(self._file)
        except DamagedListingError:
            with self._file.locked():
                return self._read_locked()
        self._complaints = listing.complaints
        return listing

    def _read_locked(self) -> Listing:
        """Read with the lock held, when a damaged file may be moved: no other window is about to replace it."""
        try:
            listing = _parsed(self._file)
        except DamagedListingError as damage:
            kept = self._file.set_aside()
            notice = (
                f"The list of accounts was damaged: {damage}. It was set aside as {kept}, and a new list was begun. "
                "Tokens in the keyring are not affected: add an account again under its ID to use its token."
            )
            self._set_aside += (notice,)
            listing = Listing()
        self._complaints = listing.complaints
        return listing


def _parsed(file: KeptFile) -> Listing:
    data = file.read()
    return Listing() if data is None else parse_listing(data)


def _found(listing: Listing, name_or_id: str) -> Account:
    if names_practice(name_or_id):
        return PRACTICE
    text, key = name_or_id.strip(), name_key(name_or_id)
    found = [account for account in listing.accounts if text == account.ad_account_id or key == name_key(account.name)]
    if len(found) > 1:
        raise InputError(
            f"{text} is the name of one account and the ID of another.",
            fix="Rename the account whose name is a number, then try again.",
        )
    if not found:
        known = ", ".join(account.name for account in (PRACTICE, *listing.accounts))
        raise InputError(f"There is no account named {text or 'so'}.", fix=f"Choose one of: {known}.")
    return found[0]


def _changeable(listing: Listing, name: str) -> Account:
    account = _found(listing, name)
    if account.practice:
        raise InputError(
            "The practice account cannot be changed or removed.", fix="It sends nothing anywhere; leave it as it is."
        )
    return account


def _writable(account: Account) -> Account:
    if account.practice:
        raise InputError("There is one practice account, and it is always there.", fix="Add an ad account instead.")
    return account.checked()


def _refuse_twin(listing: Listing, account: Account) -> None:
    twin = next(filter(is_twin(account), listing.accounts), None)
    if twin is None:
        return
    if name_key(twin.name) == name_key(account.name):
        raise InputError(f"There is already an account named {twin.name}.", fix="Choose another name.")
    raise InputError(
        f"The ad account {account.ad_account_id} is already in the list as {twin.name}.",
        fix=f"Change {twin.name} instead of adding it a second time.",
    )
