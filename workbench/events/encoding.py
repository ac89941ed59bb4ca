"""JSON text to values and back, without losing a digit, a key or the order."""

import json
from decimal import Decimal
from typing import NoReturn

import orjson

from workbench.events import json_positions
from workbench.events.decoding import decode_text, place
from workbench.events.json_faults import explain_fault
from workbench.events.number_literal import NumberError, fraction_of, integer_of
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

DEEPEST = 64
_LONGEST_KEY = 40


class _SecondKeyError(Exception):
    """A key stands twice in one object."""


class _ConstantError(Exception):
    """NaN or Infinity, which Python's parser would take."""


def parse_json(data: str | bytes, *, what: str = "The text", first_line: int = 1) -> JsonValue:
    """The value that ``data`` holds, in UTF-8 when it is bytes; a byte order mark is passed over.

    Numbers with a fraction or an exponent become Decimals whose ``str`` is the literal; integers stay integers.
    ``what`` names the source in messages, ``first_line`` is the number of its first line there.
    Raises InputError for anything else than one JSON value: with line and column, the reason, and what to do. Also
    refused: a key that stands twice in one object, NaN and Infinity, more than DEEPEST levels, more than 64 MiB,
    integers of more than 4,300 digits, half of a surrogate pair.
    """
    text = decode_text(data, what=what)
    try:
        value = _load(text)
    except json.JSONDecodeError as error:
        raise explain_fault(text, error.msg, error.pos, what=what, first_line=first_line) from None
    except NumberError as error:
        raise InputError(f"{what} cannot be used: {error}.", fix="Write the number as a text in quotes.") from None
    except _SecondKeyError:
        raise _explain_second_key(text, what, first_line) from None
    except _ConstantError as error:
        raise _explain_constant(text, str(error), what, first_line) from None
    except RecursionError:
        raise _too_deep(text, what, first_line) from None
    # Each bracket is at most one level, so most texts need no walk.
    if text.count("{") + text.count("[") > DEEPEST and _deeper_than(value, DEEPEST):
        raise _too_deep(text, what, first_line)
    half = json_positions.half_character_at(text)
    if half is not None:
        where = place(text, half, first_line=first_line)
        raise InputError(f"{what} holds half of a character at {where}.", fix="Copy it again from its source.")
    return value


def encode_json(value: JsonValue, *, pretty: bool = False) -> bytes:
    """``value`` as JSON in UTF-8, keys in their own order, Decimals as the literal they print.

    ``pretty`` indents by two spaces. A float must be finite.
    Raises TypeError for what is no JSON, such as Decimal("NaN").
    """
    option = orjson.OPT_INDENT_2 if pretty else 0
    try:
        return orjson.dumps(value, default=_fragment, option=option)
    except orjson.JSONEncodeError:
        # An integer beyond 64 bits or half of a surrogate pair: orjson takes them as ready-made pieces.
        return orjson.dumps(_in_pieces(value), default=_fragment, option=option)


def _load(text: str) -> JsonValue:
    # The standard parser: the faster ones keep neither the digits of a number nor a key that stands twice.
    value: JsonValue = json.loads(
        text,
        object_pairs_hook=_object,
        parse_float=fraction_of,
        parse_int=integer_of,
        parse_constant=_constant,
    )
    return value


def _object(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    built = dict(pairs)
    if len(built) != len(pairs):
        raise _SecondKeyError
    return built


def _constant(literal: str) -> NoReturn:
    raise _ConstantError(literal)


def _deeper_than(value: JsonValue, levels: int) -> bool:
    layer: list[JsonValue] = [value]
    for _ in range(levels):
        inner: list[JsonValue] = []
        for node in layer:
            children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
            for child in children:
                if child.__class__ is dict or child.__class__ is list:
                    inner.append(child)  # noqa: PERF401 - a comprehension for each of many small nodes is slower
        if not inner:
            return False
        layer = inner
    return True


def _explain_second_key(text: str, what: str, first_line: int) -> InputError:
    key, at = json_positions.second_key(text)
    where = place(text, at, first_line=first_line)
    shown = key if len(key) <= _LONGEST_KEY else f"{key[: _LONGEST_KEY - 1]}…"
    return InputError(
        f"{what} has the key “{shown}” twice in one object, again at {where}.",
        fix="Keep one of them: nobody can say which of the two a receiver takes.",
    )


def _explain_constant(text: str, constant: str, what: str, first_line: int) -> InputError:
    where = place(text, json_positions.constant_at(text), first_line=first_line)
    return InputError(
        f"{what} is not JSON: {constant} at {where} is no JSON number.", fix="Write a number, or leave the field out."
    )


def _too_deep(text: str, what: str, first_line: int) -> InputError:
    where = place(text, json_positions.too_deep_at(text, DEEPEST), first_line=first_line)
    return InputError(
        f"{what} is nested more than {DEEPEST} levels deep, from {where} on.",
        fix="An event needs five levels at most. Check the brackets there.",
    )


def _fragment(value: object) -> orjson.Fragment:
    if isinstance(value, Decimal) and value.is_finite():
        return orjson.Fragment(str(value))
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _in_pieces(value: JsonValue) -> object:
    if isinstance(value, dict):
        return {key: _in_pieces(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_pieces(each) for each in value]
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return orjson.Fragment(json.dumps(value))
    return value
