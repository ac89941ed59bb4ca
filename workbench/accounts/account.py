"""An ad account as the user knows it: a name, an id, and how careful a live send has to be."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from workbench.ground.errors import InputError

MAX_NAME_LENGTH: Final = 80
_MAX_ID_DIGITS: Final = 18
_WHERE_THE_ID_IS: Final = (
    "Paste the number alone, 1 to 18 digits. Pinterest Ads Manager shows it beside the account's name, "
    "and in its address after /advertiser/."
)
# Bidirectional controls would let a name read differently in the question that precedes a live send.
_REORDERING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_NOT_IN_A_NAME: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})


class Safety(StrEnum):
    """What stands before a live send: it is refused, it asks, or it asks for the account's name to be typed."""

    TEST_ONLY = "test-only"
    ASK = "ask"
    ASK_NAME = "ask-name"


@dataclass(frozen=True, slots=True)
class Account:
    """One ad account. ``ad_account_id`` is text, because an id is not a quantity. Never holds a token."""

    name: str
    ad_account_id: str
    safety: Safety = Safety.TEST_ONLY
    practice: bool = False

    def checked(self) -> "Account":
        """The same account with its name and id cleaned; InputError says what cannot be used."""
        return replace(self, name=check_account_name(self.name), ad_account_id=check_ad_account_id(self.ad_account_id))


PRACTICE: Final = Account(name="Practice (this computer)", ad_account_id="0", practice=True)
"""The account of the practice endpoint. No ad account of Pinterest has the id 0."""

_RESERVED_NAMES: Final = frozenset({"practice", PRACTICE.name.casefold()})


def name_key(name: str) -> str:
    """What two names have in common when a person would call them the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())


def names_practice(text: str) -> bool:
    """Whether ``text`` means the practice account: its name, its id, or the word ``practice``."""
    return name_key(text) in _RESERVED_NAMES or text.strip() == PRACTICE.ad_account_id


def check_account_name(text: str) -> str:
    """The name without surrounding spaces: 1 to 80 characters, readable, not a reserved one. Raises InputError."""
    name = unicodedata.normalize("NFC", text.strip())
    if not any(unicodedata.category(sign)[0] not in "CZ" for sign in name):
        raise InputError("The account has no name.", fix="Give it a name you will recognise before a live send.")
    if len(name) > MAX_NAME_LENGTH:
        raise InputError(
            f"The account's name has {len(name)} characters.", fix=f"Use at most {MAX_NAME_LENGTH} characters."
        )
    if any(_unreadable(sign) for sign in name):
        raise InputError(
            "The account's name holds a line break or another invisible control character.",
            fix="Type the name instead of pasting it.",
        )
    if name_key(name) in _RESERVED_NAMES:
        raise InputError(f"The name {name} belongs to the practice account.", fix="Choose another name.")
    return name


def _unreadable(sign: str) -> bool:
    return unicodedata.category(sign) in _NOT_IN_A_NAME or unicodedata.bidirectional(sign) in _REORDERING


def check_ad_account_id(text: str) -> str:
    """The id as 1 to 18 digits, without spaces and the invisible marks that web pages add when copied.

    The length is the published specification's (``path_ad_account_id``). Raises InputError that says what to paste.
    """
    cleaned = "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cf")
    if not cleaned:
        raise InputError("The ad account ID is empty.", fix=_WHERE_THE_ID_IS)
    if cleaned.startswith("act_"):
        raise InputError(
            "Ad account IDs that begin with act_ belong to another network, not to Pinterest.", fix=_WHERE_THE_ID_IS
        )
    if "/" in cleaned or "." in cleaned:
        found = _id_in_address(cleaned)
        hint = f"In that address it is probably {found}. " if found else ""
        raise InputError("That is an address, not an ad account ID.", fix=hint + _WHERE_THE_ID_IS)
    if not (cleaned.isascii() and cleaned.isdigit()):
        raise InputError("An ad account ID has digits only.", fix=_WHERE_THE_ID_IS)
    if len(cleaned) > _MAX_ID_DIGITS:
        raise InputError(f"The ad account ID has {len(cleaned)} digits.", fix=_WHERE_THE_ID_IS)
    if not cleaned.strip("0"):
        raise InputError("No ad account has the ID 0: it stands for the practice account.", fix=_WHERE_THE_ID_IS)
    return cleaned


def _id_in_address(address: str) -> str:
    """The number after ``advertiser`` or ``ad_accounts``, the two places where Pinterest's addresses carry the id."""
    match = re.search(r"/(?:advertisers?|ad_accounts?)/(\d{1,18})(?!\d)", address)
    return match.group(1) if match else ""
