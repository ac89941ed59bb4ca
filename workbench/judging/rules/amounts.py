"""The order's value: how high it is, and whether the product lines bear it out."""

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from workbench.contract.field import CONTENTS
from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonValue
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import use
from workbench.judging.rules.order import CURRENCY, VALUE
from workbench.judging.rules.sheet import Sheet

UNUSUAL_AMOUNT = Rule(
    "amount-unusual",
    Severity.WARNING,
    "The order value is {value}{currency}. So high a value is more often a slip than an order, and Pinterest asks for "
    "no unusually high ones.",
    "Check the amount, its decimal point and the currency.",
    "guide, workbench",
)
VALUE_IN_CENTS = Rule(
    "value-in-cents",
    Severity.WARNING,
    "The order value is a hundred times the sum of the product lines, so it seems to be in cents.",
    "Type the value in whole units with a decimal point: {wanted}.",
    "spec, workbench",
)
PRICES_IN_CENTS = Rule(
    "prices-in-cents",
    Severity.WARNING,
    "The product lines add up to a hundred times the order value, so their prices seem to be in cents.",
    "Type each item_price in whole units with a decimal point, such as 24.13.",
    "spec, workbench",
)
VALUE_WITHOUT_QUANTITIES = Rule(
    "value-without-quantities",
    Severity.ADVICE,
    "The order value is the sum of the prices as if there were one piece of each product; with the quantities it would "
    "be {total}.",
    "Multiply each price by its quantity. If item_price holds the price of a whole line, put the price of one piece "
    "there.",
    "spec, guide, workbench",
)
VALUE_ABOVE_LINES = Rule(
    "value-above-lines",
    Severity.ADVICE,
    "The order value is {value}, but the product lines add up to only {total}. The value is meant before tax and "
    "shipping and the prices before any discount, so it should not be higher.",
    "Leave tax and shipping out of the value, or add the product that is missing.",
    "guide, spec",
)
VALUE_FAR_BELOW_LINES = Rule(
    "value-far-below-lines",
    Severity.ADVICE,
    "The order value is {value}, less than a tenth of the {total} that the product lines add up to. A discount is "
    "rarely that large.",
    "Check the value, the prices and the quantities.",
    "workbench",
)
RULES = (
    UNUSUAL_AMOUNT,
    VALUE_IN_CENTS,
    PRICES_IN_CENTS,
    VALUE_WITHOUT_QUANTITIES,
    VALUE_ABOVE_LINES,
    VALUE_FAR_BELOW_LINES,
)

_SMALLEST_SHARE = 0.1
# Each piece's price may have been rounded by half a cent.
_ROUNDING = 0.005


class _Sums(NamedTuple):
    total: float
    one_each: float
    pieces: int


class AmountRule:
    """Holds the order's value against the product lines, and against what is usual in its currency."""

    def __init__(self, *, contract: Contract) -> None:
        self._usual = contract.unusual_amounts
        self.least_unusual = min(contract.unusual_amounts.values())
        self._otherwise = contract.unusual_amounts["*"]

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        text = sheet.values.get(VALUE)
        if not isinstance(text, str):
            return
        problem = self.problem(text, sheet.values.get(CURRENCY), sheet.lines)
        if problem is not None:
            yield problem

    def problem(self, text: str, currency: JsonValue, lines: Sequence[Mapping[str, JsonValue]]) -> Problem | None:
        """The finding of an order's value, from wire values of the order and of its product lines."""
        value = float(text)
        if not 0 < value < inf:
            return None
        sums = _sums(lines) if lines else None
        # Most orders are the sum of their lines, and no higher than is usual anywhere.
        if (sums is None or value == sums.total) and value < self.least_unusual:
            return None
        problem = _compared(text, value, sums) if sums else None
        return problem or self._unusual(text, value, currency)

    def _unusual(self, text: str, value: float, currency: JsonValue) -> Problem | None:
        if value < self._usual.get(currency, self._otherwise) if isinstance(currency, str) else value < self._otherwise:
            return None
        unit = f" {currency}" if isinstance(currency, str) else ""
        return UNUSUAL_AMOUNT.at(VALUE, value=_shown(value, text), currency=unit)


def _sums(lines: Sequence[Mapping[str, JsonValue]]) -> _Sums | None:
    """What the lines add up to; None unless each line that holds anything has a price and a quantity."""
    total, one_each, pieces = 0.0, 0.0, 0
    for line in lines:
        if not line:
            continue
        price, quantity = line.get("item_price"), line.get("quantity")
        if not isinstance(price, str) or not isinstance(quantity, int) or quantity < 1:
            return None
        amount = float(price)
        total += amount * quantity
        one_each += amount
        pieces += quantity
    return _Sums(total, one_each, pieces) if total > 0 else None


def _compared(text: str, value: float, sums: _Sums) -> Problem | None:
    total, slack = sums.total, _ROUNDING * sums.pieces + 1e-9 * sums.total
    if abs(value - total) <= slack:
        return None
    if abs(value - total * 100) <= slack:
        wanted = f"{value / 100:.2f}"
        return VALUE_IN_CENTS.at(VALUE, wanted=wanted, repair=use(wanted, sweeping=False))
    if abs(value * 100 - total) <= slack:
        return PRICES_IN_CENTS.at(CONTENTS)
    if abs(value - sums.one_each) <= slack:
        return VALUE_WITHOUT_QUANTITIES.at(VALUE, total=_shown(total))
    if value > total:
        return VALUE_ABOVE_LINES.at(VALUE, value=_shown(value, text), total=_shown(total))
    if value < total * _SMALLEST_SHARE:
        return VALUE_FAR_BELOW_LINES.at(VALUE, value=_shown(value, text), total=_shown(total))
    return None


def _shown(amount: float, text: str = "") -> str:
    """An amount as people write it: 1,234.50."""
    if amount >= 1e15:
        return f"{amount:.3g}"
    decimals = min(len(text.partition(".")[2]), 2) if text else 2
    return f"{amount:,.{decimals}f}"
