"""The order's value held against its product lines: how much rounding is forgiven, and what is told otherwise."""

from collections.abc import Callable, Sequence

import pytest

from workbench.judging.judgement import Judgement

Judged = Callable[..., Judgement]
AMOUNT_RULES = frozenset(
    {"value-in-cents", "prices-in-cents", "value-without-quantities", "value-above-lines", "value-far-below-lines"}
)

# The order's value, price and quantity of each line, what is told.
CASES: list[tuple[str, Sequence[tuple[str, str]], list[str]]] = [
    ("9.99", [("3.33", "3")], []),
    ("10.00", [("3.33", "3")], []),
    ("10.01", [("3.33", "3")], ["value-above-lines"]),
    ("6.67", [("3.33", "2")], []),
    ("6.68", [("3.33", "2")], ["value-above-lines"]),
    ("100000.005", [("100000", "1")], []),
    ("100000.006", [("100000", "1")], ["value-above-lines"]),
    ("999", [("3.33", "3")], ["value-in-cents"]),
    ("999.01", [("3.33", "3")], ["value-in-cents"]),
    ("999.02", [("3.33", "3")], ["value-above-lines"]),
    ("0.10", [("10", "1")], ["prices-in-cents"]),
    ("0.1", [("9.99", "1")], ["value-far-below-lines"]),
    ("1.00", [("10.00", "1")], []),
    ("3.33", [("3.33", "3")], ["value-without-quantities"]),
    ("3.34", [("3.33", "3")], ["value-without-quantities"]),
    ("3.36", [("3.33", "3")], []),
    ("5", [("3", "0")], []),
    ("5", [("0", "1")], []),
    ("5", [("3", "")], []),
    ("5", [("3", "1"), ("", "1")], []),
]


@pytest.mark.parametrize(("value", "priced", "codes"), CASES)
def test_order_value_is_held_against_its_lines(
    judged: Judged, value: str, priced: Sequence[tuple[str, str]], codes: list[str]
) -> None:
    lines = [{"item_price": price, "quantity": quantity} for price, quantity in priced]
    problems = judged({"custom_data.value": value}, lines=lines).problems
    assert [each.code for each in problems if each.code in AMOUNT_RULES] == codes


def test_order_value_is_held_against_lines_around_an_empty_one(judged: Judged) -> None:
    lines = [{"item_price": "3", "quantity": "1"}, {}, {"item_price": "1", "quantity": "1"}]
    problems = judged({"custom_data.value": "5"}, lines=lines).problems
    assert [each.code for each in problems if each.code in AMOUNT_RULES] == ["value-above-lines"]


@pytest.mark.parametrize(
    ("value", "beginning"),
    [("12", "The order value is 12, but"), ("0.9", "The order value is 0.9, less than a tenth of the 10.00 that")],
)
def test_order_value_is_shown_with_the_decimals_it_was_typed_with(judged: Judged, value: str, beginning: str) -> None:
    problems = judged({"custom_data.value": value}, lines=[{"item_price": "10", "quantity": "1"}]).problems
    (message,) = [each.message for each in problems if each.code in AMOUNT_RULES]
    assert message.startswith(beginning)


def test_order_value_without_a_currency_is_shown_alone(judged: Judged) -> None:
    problems = judged({"custom_data.value": "1000000000", "custom_data.currency": None}).problems
    (message,) = [each.message for each in problems if each.code == "amount-unusual"]
    assert message.startswith("The order value is 1,000,000,000. So high a value")


def test_order_value_in_cents_is_put_right_on_its_own_only(judged: Judged) -> None:
    problems = judged({"custom_data.value": "999"}, lines=[{"item_price": "3.33", "quantity": "3"}]).problems
    assert [each.repair and each.repair.sweeping for each in problems if each.code == "value-in-cents"] == [False]
