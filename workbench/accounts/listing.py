"""The list of accounts as JSON text and back, keeping whatever this version does not know."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeGuard

from workbench.accounts.account import Account, Safety, name_key
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

_STORED: Final = ("name", "ad_account_id", "safety")


class DamagedListingError(Exception):
    """The text is not a list of accounts. The message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the file, and the account it means: None when it cannot be used."""

    raw: JsonValue
    account: Account | None
    complaint: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Every entry in the order of the file, and the file's other keys."""

    entries: tuple[Entry, ...] = ()
    other: tuple[tuple[str, JsonValue], ...] = ()

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The entries that can be used."""
        return tuple(entry.account for entry in self.entries if entry.account is not None)

    @property
    def complaints(self) -> tuple[str, ...]:
        """What is wrong with entries, one sentence each."""
        return tuple(entry.complaint for entry in self.entries if entry.complaint)

    def with_added(self, account: Account) -> "Listing":
        """The listing with one more account at its end."""
        raw: JsonObject = {key: str(getattr(account, key)) for key in _STORED}
        return replace(self, entries=(*self.entries, Entry(raw, account)))

    def with_changed(self, old: Account, new: Account) -> "Listing":
        """The listing with ``old`` replaced in its place. Only what differs is written anew."""
        return replace(self, entries=tuple(_changed(entry, old, new) for entry in self.entries))

    def without(self, account: Account) -> "Listing":
        """The listing less that account."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.account != account))

    def encoded(self) -> bytes:
        """The file's content."""
        root = dict(self.other) | {"accounts": [entry.raw for entry in self.entries]}
        text = json.dumps(root, indent=2, ensure_ascii=False) + "\n"
        # A lone surrogate, possible in text of other keys, becomes the very escape that JSON has for it.
        return text.encode("utf-8", errors="backslashreplace")


def _changed(entry: Entry, old: Account, new: Account) -> Entry:
    if entry.account != old or not isinstance(entry.raw, dict):
        return entry
    differing: JsonObject = {key: str(getattr(new, key)) for key in _STORED if getattr(old, key) != getattr(new, key)}
    return Entry(entry.raw | differing, new, "" if "safety" in differing else entry.complaint)


def parse_listing(data: bytes) -> Listing:
    """Read the file's content; an entry that cannot be used is kept, with a complaint. Raises DamagedListingError."""
    try:
        root = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedListingError(f"it is not readable JSON ({type(error).__name__})") from error
    if not isinstance(root, dict) or not isinstance(root.get("accounts"), list):
        raise DamagedListingError("it has no list named accounts")
    listing = Listing(other=tuple((key, value) for key, value in root.items() if key != "accounts"))
    for raw in root["accounts"]:
        entry = _entry(raw, number=len(listing.entries) + 1, earlier=listing.accounts)
        listing = replace(listing, entries=(*listing.entries, entry))
    return listing


def _entry(raw: JsonValue, *, number: int, earlier: tuple[Account, ...]) -> Entry:
    kept = "It is left in the file as it is."
    if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in ("name", "ad_account_id")):
        return Entry(raw, None, f"Entry {number} lacks a name or an ad account ID as text. {kept}")
    try:
        account = Account(name=str(raw["name"]), ad_account_id=str(raw["ad_account_id"])).checked()
    except InputError as error:
        return Entry(raw, None, f"Entry {number} cannot be used: {error.message} {kept}")
    twin = next((other for other in earlier if is_twin(account)(other)), None)
    if twin is not None:
        return Entry(raw, None, f"Entry {number} has the name or the ad account ID of {twin.name}. {kept}")
    safety = raw.get("safety", Safety.TEST_ONLY.value)
    if not _is_safety(safety):
        # A level of a newer version: the safest one is the only reading that cannot send live by mistake.
        return Entry(raw, account, f"{account.name} has an unknown safety level and counts as test-only.")
    return Entry(raw, replace(account, safety=Safety(safety)))


def _is_safety(value: JsonValue) -> TypeGuard[str]:
    return isinstance(value, str) and value in set(Safety)


def is_twin(account: Account) -> Callable[[Account], bool]:
    """Whether another account has the same name, letter case aside, or the same id."""
    key = name_key(account.name)
    return lambda other: name_key(other.name) == key or other.ad_account_id == account.ad_account_id
