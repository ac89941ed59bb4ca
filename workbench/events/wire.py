"""One typed text as the value that travels, or the reason why it cannot."""

import re
from dataclasses import dataclass
from decimal import Decimal

from workbench.contract.field import Field, FieldType
from workbench.events.amounts import plain_decimal

_INT64 = 2**63
_INTEGER = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_TRUE = frozenset({"1", "yes", "y", "on", "t"})
_FALSE = frozenset({"0", "no", "n", "off", "f"})


@dataclass(frozen=True, slots=True)
class TypeFault:
    """Why a text has no wire value: ``not-an-integer``, ``integer-too-big``, ``not-a-decimal`` or ``not-a-boolean``.

    ``suggestion`` is the text that was certainly meant, "" where there is a choice: ``1,234`` is two numbers.
    """

    code: str
    suggestion: str


def wire_value(field: Field, text: str) -> str | int | bool | TypeFault:
    """The value of ``field`` (of one item, for a field that takes several) for what was typed.

    White space around the text does not count. Amounts (format ``decimal``) stay texts, digit for digit. Blank text is
    a fault for integers, booleans and amounts: leave it out before.
    """
    text = text.strip()
    if field.type is FieldType.INTEGER:
        return _integer(text)
    if field.type is FieldType.BOOLEAN:
        return _boolean(text)
    if field.format == "decimal" and not _DECIMAL.fullmatch(text):
        return TypeFault("not-a-decimal", plain_decimal(text))
    return text


def _integer(text: str) -> int | TypeFault:
    if not _INTEGER.fullmatch(text):
        return TypeFault("not-an-integer", _meant_integer(text))
    # Compared by length first: turning a long text into an int takes quadratic time.
    if len(text.lstrip("-0")) > 19 or not -_INT64 <= (number := int(text)) < _INT64:
        return TypeFault("integer-too-big", "")
    return number


def _meant_integer(text: str) -> str:
    meant = plain_decimal(text) if not _DECIMAL.fullmatch(text) else text
    if not meant:
        return ""
    whole, _, fraction = meant.partition(".")
    return str(Decimal(whole)) if not fraction.strip("0") else ""


def _boolean(text: str) -> bool | TypeFault:
    word = text.lower()
    if word in {"true", "false"}:
        return word == "true"
    if word in _TRUE:
        return TypeFault("not-a-boolean", "true")
    return TypeFault("not-a-boolean", "false" if word in _FALSE else "")
