"""Numbers and amounts: outside the range Pinterest names, or hardly what was meant."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from workbench.contract.field import Field
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write
from workbench.judging.rules.text_shapes import TextCheck

NumberCheck: TypeAlias = Callable[[str, int], Problem | None]
"""Path and integer in, at most one finding out."""

OUT_OF_RANGE = Rule(
    "out-of-range",
    Severity.ERROR,
    "{label} is {found:,}, and Pinterest takes {bounds}: the whole request would be refused.",
    "Type a number in that range.",
    "spec",
)
NEGATIVE_COUNT = Rule(
    "negative-count",
    Severity.ERROR,
    "{label} is negative, but a number of pieces cannot be below zero.",
    "Type the number of pieces, at least 1. For a return, send nothing: Pinterest has no event for it.",
    "workbench",
)
ZERO_COUNT = Rule(
    "zero-count",
    Severity.WARNING,
    "{label} is 0, but an event is about at least one piece.",
    "Type the number of pieces, at least 1, or leave it out.",
    "workbench",
)
NEGATIVE_AMOUNT = Rule(
    "negative-amount",
    Severity.WARNING,
    "{label} is negative and would take revenue away from your reports.",
    "Type the amount without the minus sign. For a return, send nothing: Pinterest has no event for it.",
    "guide, workbench",
)
ZERO_AMOUNT = Rule(
    "zero-amount",
    Severity.WARNING,
    "{label} is zero, and Pinterest asks for an amount above zero.",
    "Type what the customer pays, before tax and shipping, or leave it out.",
    "guide",
)
AMOUNT_NOT_FINITE = Rule(
    "amount-not-finite",
    Severity.ERROR,
    "{label} has more digits than a double can hold; Pinterest would read it as infinite.",
    "Type the real amount, such as {example}.",
    "spec",
)
MANY_PIECES = Rule(
    "count-unusual",
    Severity.WARNING,
    "{label} is {found:,}. So many pieces are more often a slip, such as a price or a product ID in the wrong place.",
    "Check the number of pieces.",
    "workbench",
)
MANY_DECIMALS = Rule(
    "amount-many-decimals",
    Severity.WARNING,
    "{label} has {found} decimals and no currency has more than four: a calculation has left them behind.",
    "Round the amount to what the customer sees, such as {example}.",
    "spec, workbench",
)
RULES = (
    OUT_OF_RANGE,
    NEGATIVE_COUNT,
    ZERO_COUNT,
    NEGATIVE_AMOUNT,
    ZERO_AMOUNT,
    AMOUNT_NOT_FINITE,
    MANY_PIECES,
    MANY_DECIMALS,
)

_DOUBLE_DIGITS = 308
_MOST_DECIMALS = 4  # of the Chilean unit of account; currencies of daily life have at most three
_ORDINARY_LENGTH = 12


def range_check(field: Field) -> NumberCheck:
    """A check for the bounds of the published description."""
    low, high = field.minimum, field.maximum

    def check(path: str, number: int) -> Problem | None:
        if (low is None or number >= low) and (high is None or number <= high):
            return None
        return OUT_OF_RANGE.at(path, label=field.label, found=number, bounds=_bounds(low, high))

    return check


def count_check(field: Field, *, unusual: int) -> NumberCheck:
    """A check that pieces are counted from 1 up, and stay below what is ``unusual``."""

    def check(path: str, number: int) -> Problem | None:
        if 1 <= number < unusual:
            return None
        if number >= unusual:
            return MANY_PIECES.at(path, label=field.label, found=number)
        return (NEGATIVE_COUNT if number else ZERO_COUNT).at(path, label=field.label)

    return check


def amount_check(field: Field, *, above_zero: bool) -> TextCheck:
    """A check of a plain decimal: finite, not negative, with few decimals and, where ``above_zero``, not zero."""

    def check(path: str, text: str) -> Problem | None:
        if text[0] in "123456789" and len(text) <= _ORDINARY_LENGTH and "." not in text[:-3]:
            return None
        if not text.strip("-0."):
            return ZERO_AMOUNT.at(path, label=field.label) if above_zero else None
        if text.startswith("-"):
            repair = Repair("Remove the minus sign", Write(text[1:]), sweeping=False)
            return NEGATIVE_AMOUNT.at(path, label=field.label, repair=repair)
        whole, _, decimals = text.partition(".")
        if len(whole.lstrip("0")) > _DOUBLE_DIGITS:
            return AMOUNT_NOT_FINITE.at(path, label=field.label, example=field.example)
        if len(decimals.rstrip("0")) > _MOST_DECIMALS:
            rounded = _rounded(text)
            repair = Repair(f"Round to {rounded}", Write(rounded), sweeping=False)
            return MANY_DECIMALS.at(path, label=field.label, found=len(decimals), example=rounded, repair=repair)
        return None

    return check


def _rounded(amount: str) -> str:
    rounded = f"{Decimal(amount):.2f}"
    return rounded if rounded != "0.00" else amount[: amount.index(".") + 1 + _MOST_DECIMALS]


def _bounds(low: int | None, high: int | None) -> str:
    if low is None:
        return f"at most {high:,}"
    return f"at least {low:,}" if high is None else f"{low:,} to {high:,}"
