"""Why a body is refused as a whole, in the wording of the validator that Pinterest's server evidently uses.

Seen from the real endpoint: "Invalid request: Additional properties are not allowed ('category_name' was unexpected)".
That is how the Python package jsonschema words it, so the other faults are worded as that package words them. Like the
real message, these do not say which event is meant. Which of several faults the real endpoint names is not known; here
it is the first one found, an object's own faults before those of what it holds.
"""

import reprlib
from decimal import Decimal

from workbench.ground.json_types import JsonValue
from workbench.practice.schema import Items, Leaf, Record, Shape

_NAMES_SHOWN = 20
_BITS_SHOWN = 256


class _Shown(reprlib.Repr):
    """A bounded ``repr`` of JSON: a refused list of thousands of events must not come back in the message."""

    def repr_int(self, value: int, _level: int) -> str:
        # Python itself refuses to write integers of thousands of digits.
        return str(value) if value.bit_length() <= _BITS_SHOWN else f"<an integer of {value.bit_length()} bits>"

    def repr_Decimal(self, value: Decimal, _level: int) -> str:  # noqa: N802 - reprlib looks it up by the type's name
        return str(value)[:80]


_SHOWN = _Shown()
_SHOWN.maxstring = 80


def refusal(body: JsonValue, shape: Shape) -> str | None:
    """The first fault of ``body`` that refuses the whole request; None when it has the shape."""
    match shape:
        case Leaf():
            return _of_leaf(body, shape)
        case Record():
            return _of_record(body, shape)
        case Items():
            return _of_items(body, shape)


def _of_record(value: JsonValue, shape: Record) -> str | None:
    if not isinstance(value, dict):
        return _not_of_type(value, ("object",))
    for name in shape.required:
        if name not in value:
            return f"{name!r} is a required property"
    if shape.closed and (unexpected := [name for name in value if name not in shape.members]):
        named = ", ".join(map(_SHOWN.repr, unexpected[:_NAMES_SHOWN]))
        verb = "was" if len(unexpected) == 1 else "were"
        return f"Additional properties are not allowed ({named} {verb} unexpected)"
    for name, inside in value.items():
        if name in shape.members and (fault := refusal(inside, shape.members[name])):
            return fault
    return None


def _of_items(value: JsonValue, shape: Items) -> str | None:
    if not isinstance(value, list):
        return _not_of_type(value, ("array",))
    if len(value) < shape.at_least:
        return f"{_SHOWN.repr(value)} should be non-empty"
    if shape.at_most is not None and len(value) > shape.at_most:
        return f"{_SHOWN.repr(value)} is too long"
    for item in value:
        if fault := refusal(item, shape.each):
            return fault
    return None


def _of_leaf(value: JsonValue, shape: Leaf) -> str | None:
    if not any(_is_of_type(value, name) for name in shape.types):
        return _not_of_type(value, shape.types)
    if isinstance(value, str):
        return _of_text(value, shape)
    if isinstance(value, int | Decimal | float) and not isinstance(value, bool):
        return _of_number(value, shape)
    return None


def _of_text(value: str, shape: Leaf) -> str | None:
    if shape.values and value not in shape.values:
        return f"{_SHOWN.repr(value)} is not one of {list(shape.values)!r}"
    if shape.max_length is not None and len(value) > shape.max_length:
        return f"{_SHOWN.repr(value)} is too long"
    return None


def _of_number(value: Decimal | float, shape: Leaf) -> str | None:
    if shape.minimum is not None and value < shape.minimum:
        return f"{_SHOWN.repr(value)} is less than the minimum of {shape.minimum}"
    if shape.maximum is not None and value > shape.maximum:
        return f"{_SHOWN.repr(value)} is greater than the maximum of {shape.maximum}"
    return None


def _is_of_type(value: JsonValue, name: str) -> bool:
    match name:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
        case _:
            return _is_whole(value)


def _is_whole(value: JsonValue) -> bool:
    """JSON Schema calls 1.0 an integer too."""
    if isinstance(value, Decimal):
        return value.is_finite() and value == value.to_integral_value()
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def _not_of_type(value: JsonValue, types: tuple[str, ...]) -> str:
    return f"{_SHOWN.repr(value)} is not of type {', '.join(map(repr, types))}"
