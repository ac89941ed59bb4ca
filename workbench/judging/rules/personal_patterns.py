"""E-mail addresses and phone numbers within other text, and a quick look that tells most texts free of both."""

import re

_EMAIL = re.compile(
    r"[^\s@<>()\[\],;:\"'/?=&#]{1,64}@"
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?!(?:png|jpe?g|gif|webp|svg|avif)\b)[^\W\d_]{2,24}(?![\w-])"
)
_INTERNATIONAL = r"\+[1-9](?:[ ()./-]{0,2}\d){7,14}"
_PHONE = re.compile(rf"(?<![\w+.,-]){_INTERNATIONAL}(?![\w-])", re.ASCII)
_WRITTEN_PHONE = re.compile(
    r"(?<![\w+.,-])(?:"
    rf"{_INTERNATIONAL}"
    r"|\([2-9]\d\d\) ?[2-9]\d\d[ .-]\d{4}"  # (202) 555-0142
    r"|[2-9]\d\d([.-])[2-9]\d\d\1\d{4}"  # 202-555-0142
    r")(?![\w-])",
    re.ASCII,
)
# The shortest pieces of a phone number with separators and of a card's number. Each digit is written as 0 first, and
# each separator as -: looking for a few fixed pieces then takes a fifth of the time that an expression takes.
_RUN = b"0" * 15
_ALIKE = bytes.maketrans(b"123456789).", b"000000000--")


def is_suspicious(text: str) -> bool:
    """False for texts in which none of the patterns can match, so that they need no closer look."""
    if "@" in text or "+" in text or "%" in text:
        return True
    alike = text.encode(errors="replace").translate(_ALIKE)
    return b"000-000" in alike or b"000- 000" in alike or b"0000 0000" in alike or _RUN in alike


def has_email(text: str) -> bool:
    """Whether an e-mail address stands in the text; ``logo@2x.png`` is none."""
    return "@" in text and _EMAIL.search(text) is not None


def has_phone(text: str) -> bool:
    """Whether a number with + and country code stands in the text."""
    return "+" in text and _PHONE.search(text) is not None


def has_written_phone(text: str) -> bool:
    """Whether such a number stands there, or one of ten digits as North America writes them."""
    return _WRITTEN_PHONE.search(text) is not None
