"""Typed texts as wire values."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contract.field import Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.wire import TypeFault, wire_value

FieldOf = Callable[[FieldType], Field]


@settings(deadline=None)
@given(text=st.text())
def test_any_text_has_a_wire_value_or_a_fault_in_every_field(contract: Contract, text: str) -> None:
    for field in contract.fields:
        assert isinstance(wire_value(field, text), (str, int, TypeFault))


@settings(deadline=None)
@given(text=st.text())
def test_suggestion_is_taken_when_it_is_typed(contract: Contract, text: str) -> None:
    for field in contract.fields:
        value = wire_value(field, text)
        if isinstance(value, TypeFault) and value.suggestion:
            again = wire_value(field, value.suggestion)
            assert not isinstance(again, TypeFault) or again.code == "integer-too-big"


@pytest.mark.parametrize("text", ["Jane", " Jane ", "\tJane\n", "\u00a0Jane\u2003"])
def test_text_comes_without_white_space_around_it(field_of: FieldOf, text: str) -> None:
    assert wire_value(field_of(FieldType.STRING), text) == "Jane"


def test_item_of_a_list_is_a_text(field_of: FieldOf) -> None:
    assert wire_value(field_of(FieldType.STRINGS), " 42 ") == "42"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        (" 42 ", 42),
        ("-7", -7),
        ("007", 7),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
    ],
)
def test_integer_is_an_int(field_of: FieldOf, text: str, value: int) -> None:
    assert wire_value(field_of(FieldType.INTEGER), text) == value


@pytest.mark.parametrize("text", ["9223372036854775808", "-9223372036854775809", "1" * 100_000])
def test_integer_beyond_int64_is_too_big(field_of: FieldOf, text: str) -> None:
    assert wire_value(field_of(FieldType.INTEGER), text) == TypeFault("integer-too-big", "")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("2.0", "2"),
        ("+5", "5"),
        ("1e3", "1000"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("１２", "12"),
        ("−3", "-3"),
        ("1,234", ""),
        ("1.5", ""),
        ("2,5", ""),
        ("3 pcs", ""),
        ("2026-11-22", ""),
        ("true", ""),
        ("", ""),
        ("10²", ""),
        ("½", ""),
        ("1_000", "1000"),
    ],
)
def test_integer_that_is_none_suggests_what_was_certainly_meant(field_of: FieldOf, text: str, suggestion: str) -> None:
    assert wire_value(field_of(FieldType.INTEGER), text) == TypeFault("not-an-integer", suggestion)


@pytest.mark.parametrize("text", ["66.950", "0", "-12.5", "007.10", "123456789012345678901234567890.123456789"])
def test_amount_stays_digit_for_digit(amount_field: Field, text: str) -> None:
    assert wire_value(amount_field, f" {text} ") == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("1,234.50", "1234.50"), ("72,39", "72.39"), ("1e3", "1000"), ("$72.39", "72.39"), ("USD 5", "5"), ("1,234", "")],
)
def test_amount_written_for_people_is_a_fault(amount_field: Field, text: str, suggestion: str) -> None:
    assert wire_value(amount_field, text) == TypeFault("not-a-decimal", suggestion)


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("TRUE", True), (" True ", True), ("false", False), ("False", False)]
)
def test_boolean_is_a_bool_in_any_case(field_of: FieldOf, text: str, value: bool) -> None:
    assert wire_value(field_of(FieldType.BOOLEAN), text) is value


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("1", "true"), ("Yes", "true"), ("0", "false"), ("off", "false"), ("maybe", "")],
)
def test_boolean_that_is_none_suggests_what_was_certainly_meant(field_of: FieldOf, text: str, suggestion: str) -> None:
    assert wire_value(field_of(FieldType.BOOLEAN), text) == TypeFault("not-a-boolean", suggestion)
