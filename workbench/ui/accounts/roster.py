"""The list of accounts as the page sees it, read and changed in workers: another window may hold the file's lock."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from workbench.accounts.account import PRACTICE, Account
from workbench.accounts.book import AccountBook
from workbench.ui.accounts.lane import Lane, Turn
from workbench.ui.background import Background


@dataclass(frozen=True, slots=True)
class Listing:
    """All accounts after a reading or a change: ``before`` became ``after``, None where there was or is none."""

    accounts: tuple[Account, ...]
    complaint: str = ""
    before: Account | None = None
    after: Account | None = None


class Roster(QObject):
    """``arrived`` brings a Listing that was read, ``changed`` one after a change.

    ``unread`` and ``unchanged`` bring the error when that could not be done. Changes are done in the order asked for.
    """

    arrived = Signal(object)
    changed = Signal(object)
    unread = Signal(object)
    unchanged = Signal(object)

    def __init__(self, *, book: AccountBook, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._lane = Lane(background=background, parent=self)
        self.accounts: tuple[Account, ...] = (PRACTICE,)

    def read(self) -> None:
        """Reads the list: another window may have changed it."""
        self._lane.run(Turn(partial(_read, self._book), done=self._arrived, failed=self.unread.emit))

    def add(self, account: Account) -> None:
        """Adds an account at the end."""
        self._change(partial(_added, self._book, account))

    def change(self, before: Account, after: Account) -> None:
        """Puts one account in the place of another."""
        self._change(partial(_replaced, self._book, before, after))

    def remove(self, account: Account) -> None:
        """Takes an account off the list. Its token is not touched."""
        self._change(partial(_removed, self._book, account))

    def _change(self, work: Callable[[], Listing]) -> None:
        self._lane.run(Turn(work, done=self._changed, failed=self.unchanged.emit))

    def _arrived(self, listing: Listing) -> None:
        self.accounts = listing.accounts
        self.arrived.emit(listing)

    def _changed(self, listing: Listing) -> None:
        self.accounts = listing.accounts
        self.changed.emit(listing)


def _read(book: AccountBook) -> Listing:
    return Listing(book.accounts(), book.complaint)


def _added(book: AccountBook, account: Account) -> Listing:
    after = book.add(account)
    return Listing(book.accounts(), book.complaint, after=after)


def _replaced(book: AccountBook, before: Account, after: Account) -> Listing:
    changed = book.change(before.name, after)
    return Listing(book.accounts(), book.complaint, before=before, after=changed)


def _removed(book: AccountBook, account: Account) -> Listing:
    removed = book.remove(account.name)
    return Listing(book.accounts(), book.complaint, before=removed)
