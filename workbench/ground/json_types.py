"""The shape of JSON for type checkers; Decimal is a number with a fraction, so that 66.950 keeps its digits."""

from decimal import Decimal
from typing import TypeAlias

JsonScalar: TypeAlias = str | int | bool | Decimal | float | None
JsonValue: TypeAlias = "JsonScalar | list[JsonValue] | dict[str, JsonValue]"
JsonObject: TypeAlias = dict[str, JsonValue]
