"""Ids: the advertiser's own, kept as they are, and the mobile advertising ids of Google and Apple."""

import re

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.placeholders import LONGEST, PLACEHOLDERS
from workbench.judging.normalising.tidying import LOWER_CASED, lower
from workbench.judging.problem import Rule, Severity
from workbench.judging.repair import LEAVE_OUT, Repair, Write

MAID_NOT_UUID = Rule(
    "maid-not-uuid",
    Severity.WARNING,
    "This is not a mobile advertising ID: GAID and IDFA have 32 hexadecimal digits in groups of 8-4-4-4-12.",
    "{fix}",
    "spec, workbench",
)
MAID_ZERO = Rule(
    "maid-zero",
    Severity.ERROR,
    "The ID is all zeros, which is what a device gives when its advertising ID is switched off.",
    "Leave the field out for this device.",
    "workbench",
)
RULES = (MAID_NOT_UUID, MAID_ZERO)

# How many characters the numbers of payment cards have, with hyphens or without.
_CARDS = range(15, 24)
ZERO_ID = "00000000-0000-0000-0000-000000000000"

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_WRAPPING = re.compile(r"[-_{}\s]+")
_ZEROS = re.compile(r"0[-_{}\s0]*")
_HEX_32 = re.compile(r"[0-9a-f]{32}")


def normalise_external_id(path: str, text: str) -> Normalised:  # noqa: ARG001 - the signature of every field's rule
    """``text`` as it is: case and punctuation belong to the advertiser's id."""
    return Normalised(text)


def clean_external_id(text: str) -> str | None:
    """The text itself, if it is visible ASCII without spaces, no word for nothing, and not as long as a digest.

    One that could be an e-mail address, a phone number or a card's number is left to a closer look.
    """
    plain = text.isascii() and text.isprintable() and " " not in text and len(text) != 64
    if "@" in text or "+" in text or (text[:4].isdigit() and text.replace("-", "").isdigit() and len(text) in _CARDS):
        return None
    return text if plain and text and (len(text) > LONGEST or text.lower() not in PLACEHOLDERS) else None


def normalise_maid(path: str, text: str) -> Normalised:
    """``text`` in lower case, as most senders have it; which case Pinterest hashes is not documented.

    An id of zeros is refused; anything else that is no UUID is hashed with a warning.
    """
    lowered = lower(text)
    steps = () if lowered == text else (LOWER_CASED,)
    if _UUID.fullmatch(lowered):
        return refused(MAID_ZERO.at(path, repair=LEAVE_OUT)) if lowered == ZERO_ID else Normalised(lowered, steps)
    if _ZEROS.fullmatch(lowered.strip("{}")):
        return refused(MAID_ZERO.at(path, repair=LEAVE_OUT))
    fix, repair = _suggestion(lowered)
    return Normalised(lowered, steps, (MAID_NOT_UUID.at(path, fix=fix, repair=repair),))


def clean_maid(text: str) -> str | None:
    """The id in lower case, if it is a UUID and not that of a device without one."""
    lowered = text.lower()
    return lowered if _UUID.fullmatch(lowered) and lowered != ZERO_ID else None


def _suggestion(lowered: str) -> tuple[str, Repair | None]:
    digits = _WRAPPING.sub("", lowered)
    if _HEX_32.fullmatch(digits):
        uuid = f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
        return f"Type {uuid}", Repair("Put the hyphens in", Write(uuid))
    return "Check the id; ids of browsers, cookies or customers belong in other fields.", None
