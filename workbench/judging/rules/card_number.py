"""Numbers of payment cards in a text, told by beginning, length and check digit, so that other numbers pass."""

import re

_BRANDS = re.compile(
    r"4\d{15}(?:\d{3})?"  # Visa; numbers of 13 digits it gave up, and article codes (EAN) look the same
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[689]\d)\d{11}"  # Diners Club
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12,15}"  # Discover
    r"|35(?:2[89]|[3-8]\d)\d{12}"  # JCB
    r"|62\d{14,17}",  # UnionPay
    re.ASCII,
)
_IN_GROUPS = re.compile(
    r"(?<![\w.,-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5})(?![\w-])", re.ASCII
)
# Ids of shops and of advertisements are shorter or longer than most cards, and one in ten would pass the check digit.
_RUN = re.compile(r"(?<![\w.,-])\d{15,16}(?![\w-])", re.ASCII)


def has_card_in_groups(text: str) -> bool:
    """Whether a card's number stands in the text in groups of digits, as on the card itself."""
    return any(_is_card(re.sub(r"\D", "", found[0])) for found in _IN_GROUPS.finditer(text))


def has_card_in_a_row(text: str) -> bool:
    """Whether a number of 15 or 16 digits in a row, as most cards have, can be a card's."""
    return any(_is_card(found[0]) for found in _RUN.finditer(text))


def _is_card(digits: str) -> bool:
    return _BRANDS.fullmatch(digits) is not None and _check_digit_holds(digits)


def _check_digit_holds(digits: str) -> bool:
    """Luhn's check: from the right, every second digit counts twice, and the digits of its double are added."""
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0
