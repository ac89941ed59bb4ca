"""Numbers that stay as written."""

import copy
import pickle
from decimal import Decimal

import pytest

from workbench.events.number_literal import NumberError, NumberLiteral, fraction_of, integer_of


@pytest.mark.parametrize("literal", ["1e5", "1E+05", "66.950", "-0.0", "0.10e-7"])
def test_literal_is_its_own_text(literal: str) -> None:
    assert str(NumberLiteral(literal)) == literal


def test_literal_compares_and_counts_as_a_decimal() -> None:
    assert NumberLiteral("1e5") == 100_000
    assert NumberLiteral("1.50") + 1 == Decimal("2.50")


def test_literal_survives_copy_and_pickle() -> None:
    literal = NumberLiteral("1e5")
    assert str(copy.deepcopy(literal)) == "1e5"
    assert str(pickle.loads(pickle.dumps(literal))) == "1e5"  # noqa: S301 - our own bytes


def test_minus_zero_keeps_its_sign() -> None:
    assert str(integer_of("-0")) == "-0"


def test_integer_of_many_digits_is_refused() -> None:
    with pytest.raises(NumberError, match="4301 digits"):
        integer_of("1" * 4301)


def test_exponent_out_of_bounds_is_refused() -> None:
    with pytest.raises(NumberError, match="exponent"):
        fraction_of("1e99999999999999999999")
