"""Amounts as people write them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.events.amounts import plain_decimal


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("66.950", "66.950"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234,567.8", "1234567.8"),
        ("1 234,50", "1234.50"),
        ("1\u202f234,50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1’234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("72,39", "72.39"),
        ("72,3", "72.3"),
        ("0,390", "0.390"),
        ("1234,567", "1234.567"),
        (",5", "0.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+5", "5"),
        ("- 5", "-5"),
        ("−5", "-5"),
        ("-$5", "-5"),
        ("$-5", "-5"),
        ("$72.39", "72.39"),
        ("US$ 72.39", "72.39"),
        ("72,39 €", "72.39"),
        ("£1,234.50", "1234.50"),
        ("USD 5", "5"),
        ("5 USD", "5"),
        ("EUR 1.234,50", "1234.50"),
        ("1e3", "1000"),
        ("1.5E-2", "0.015"),
        ("1e39", "1" + "0" * 39),
        ("７２.３９", "72.39"),
        ("٧٢.٣٩", "72.39"),
    ],
)
def test_certain_amount_is_plain(text: str, plain: str) -> None:
    assert plain_decimal(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "free",
        "1,234",
        "$1,234",
        "1,23,456",
        "12,34.5.6",
        "1.2.3",
        "5%",
        "5 MIO",
        "5k",
        "5 pieces",
        "USD 5 USD",
        "-5-",
        "--5",
        "(5.00)",
        "1e99999",
        "1e99",
        "1e40",
        "NaN",
        "Infinity",
        "1 2",
        "2026-11-22",
        "203.0.113.4",
        "10²",
        "5½",
    ],
)
def test_uncertain_amount_has_no_reading(text: str) -> None:
    assert plain_decimal(text) == ""


@settings(deadline=None)
@given(text=st.text("0123456789.,' eE+-$€USDk%\u00a0"))
def test_reading_is_always_a_plain_decimal(text: str) -> None:
    assert re.fullmatch(r"(-?[0-9]+(\.[0-9]+)?)?", plain_decimal(text))


@settings(deadline=None)
@given(units=st.integers(0, 10**9), cents=st.integers(0, 99))
def test_grouped_amount_means_the_same_in_either_convention(units: int, cents: int) -> None:
    english = f"{units:,}.{cents:02}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert plain_decimal(english) == plain_decimal(german) == f"{units}.{cents:02}"


@pytest.mark.timeout(5)
@pytest.mark.parametrize("text", ["1," * 50_000 + "x", "-" + " " * 5_000 + "x", "$" + " " * 5_000 + "x"])
def test_long_text_takes_no_time(text: str) -> None:
    assert plain_decimal(text) == ""
