"""JSON numbers without loss: integers of any sensible size, and fractions exactly as they were written."""

import decimal
from decimal import Decimal
from typing import Self

MOST_DIGITS = 4300  # Python's own bound on integers as text: beyond it the conversion takes quadratic time


class NumberError(ValueError):
    """A literal that is right in JSON and still cannot be held; the text says why."""


class NumberLiteral(Decimal):
    """A Decimal whose ``str`` is the literal it was read from: ``1e5`` stays ``1e5``, ``66.950`` stays ``66.950``.

    Decimal alone keeps the digits but rewrites exponents (``1E+5``), and then a user would not find again what was
    pasted. Equality, order and arithmetic are Decimal's.
    """

    __slots__ = ("_literal",)

    _literal: str

    def __new__(cls, literal: str) -> Self:
        """The number that ``literal`` stands for. Raises decimal.InvalidOperation when it stands for none."""
        number = super().__new__(cls, literal)
        number._literal = literal
        return number

    def __str__(self) -> str:
        return self._literal

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._literal,)


def integer_of(literal: str) -> int | Decimal:
    """The value of a JSON integer; ``-0``, which no int can tell from 0, as a NumberLiteral.

    Raises NumberError for more than MOST_DIGITS characters.
    """
    if literal == "-0":
        return NumberLiteral(literal)
    if len(literal) > MOST_DIGITS:
        raise NumberError(f"an integer has {len(literal)} digits")
    return int(literal)


def fraction_of(literal: str) -> Decimal:
    """The value of a JSON number with a fraction or an exponent. Raises NumberError for exponents out of bounds."""
    try:
        return NumberLiteral(literal)
    except decimal.InvalidOperation:
        raise NumberError("the exponent of a number is out of all bounds") from None
