"""JSON in and out without loss."""

import json
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.events.encoding import encode_json, parse_json
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,40})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,4})?", fullmatch=True)
JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.decimals(allow_nan=False, allow_infinity=False),
        st.text('aé€😀\u2028"\\'),
    ),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text('ab.[]"é'), inner)),
    max_leaves=20,
)


@settings(deadline=None)
@given(literal=NUMBERS)
@example("1e5")
@example("66.950")
@example("-0")
@example("-0.0")
@example("123456789012345678901234567890")
def test_number_keeps_its_literal(literal: str) -> None:
    assert encode_json(parse_json(f"[{literal}]")) == f"[{literal}]".encode()


@settings(deadline=None)
@given(value=JSON)
def test_encode_and_parse_are_inverse(value: JsonValue) -> None:
    assert parse_json(encode_json(value)) == value
    assert parse_json(encode_json(value, pretty=True)) == value


def refusal(data: str | bytes) -> InputError | None:
    """The only kind of error that may come; any other fails the test."""
    try:
        parse_json(data)
    except InputError as error:
        return error
    return None


@settings(deadline=None)
@given(data=st.one_of(st.text(), st.binary()))
def test_parse_raises_only_input_errors(data: str | bytes) -> None:
    error = refusal(data)
    assert error is None or (error.message and error.fix)


@settings(deadline=None)
@given(
    value=JSON,
    cut=st.integers(0, 30),
    at=st.integers(0, 30),
    put=st.text("{}[]:,\"\\ue0129.-+EntrfalsNI/*'“\n\ud800", max_size=3),
)
def test_parse_raises_only_input_errors_for_damaged_json(value: JsonValue, cut: int, at: int, put: str) -> None:
    text = encode_json(value).decode()
    error = refusal(text[:at] + put + text[at + cut :])
    assert error is None or (error.message and error.fix)


def test_integer_beyond_64_bits_stays_an_integer() -> None:
    assert parse_json("18446744073709551617") == 2**64 + 1


def test_integer_of_thousands_of_digits_is_refused() -> None:
    with pytest.raises(InputError, match="5000 digits"):
        parse_json("9" * 5000)


def test_exponent_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(InputError, match="exponent"):
        parse_json("1e99999999999999999999")


def test_fraction_becomes_a_decimal() -> None:
    value = parse_json("66.950")
    assert isinstance(value, Decimal)
    assert str(value) == "66.950"


def test_key_that_stands_twice_is_refused_by_name_and_place() -> None:
    with pytest.raises(InputError, match="“em” twice in one object, again at line 3, column 2"):
        parse_json('{"em": 1,\n "x": {"em": 2},\n "em": 3}')


def test_key_that_stands_twice_through_an_escape_is_refused() -> None:
    with pytest.raises(InputError, match="“em” twice"):
        parse_json(r'{"em": 1, "\u0065m": 2}')


def test_long_key_that_stands_twice_is_cut_in_the_message() -> None:
    key = "k" * 5000
    with pytest.raises(InputError) as caught:
        parse_json(json.dumps({key: 1})[:-1] + f', "{key}": 2}}')
    assert len(caught.value.message) < 150


@pytest.mark.parametrize(("key", "shown"), [("k" * 40, "k" * 40), ("k" * 41, "k" * 39 + "…")])
def test_key_of_more_than_forty_characters_is_cut_to_forty(key: str, shown: str) -> None:
    with pytest.raises(InputError, match=f"“{shown}” twice"):
        parse_json(f'{{"{key}": 1, "{key}": 2}}')


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ('{"a": 1, "a": 2}', "Keep one of them: nobody can say which of the two a receiver takes."),
        ("[NaN]", "Write a number, or leave the field out."),
        ("[" * 65 + "]" * 65, "An event needs five levels at most. Check the brackets there."),
        (r'["\ud83d"]', "Copy it again from its source."),
        ("[1e99999999999999999999]", "Write the number as a text in quotes."),
    ],
)
def test_refusal_says_what_to_do(text: str, fix: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_json(text)
    assert caught.value.fix == fix


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', "[NaN]", "[" * 65 + "]" * 65, r'["\ud83d"]', "[1 2]"])
def test_refusal_counts_from_the_first_line_of_its_source(text: str) -> None:
    with pytest.raises(InputError, match=r"^events\.json .* line 12, column"):
        parse_json(text, what="events.json", first_line=12)


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constant_that_json_has_not_is_refused(constant: str) -> None:
    with pytest.raises(InputError, match=f"{constant} at line 1, column 18"):
        parse_json(f'{{"a": "NaN","b": {constant}}}')


def test_sixty_four_levels_are_taken() -> None:
    assert parse_json("[" * 64 + "]" * 64) is not None


def test_sixty_five_levels_are_refused_with_their_place() -> None:
    with pytest.raises(InputError, match="more than 64 levels deep, from line 1, column 65"):
        parse_json("[" * 65 + "]" * 65)


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_bottomless_nesting_is_refused(opening: str) -> None:
    with pytest.raises(InputError, match="64 levels"):
        parse_json(opening * 100_000)


def test_many_flat_brackets_are_not_deep() -> None:
    assert parse_json("[" + ",".join(["[{}]"] * 1000) + "]") == [[{}]] * 1000


def test_brackets_inside_texts_are_not_deep() -> None:
    text = "[" * 500
    assert parse_json(json.dumps([text])) == [text]


def test_half_of_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match="half of a character at line 1, column 3"):
        parse_json(r'["\ud83d"]')


def test_whole_surrogate_pair_is_one_character() -> None:
    assert parse_json(r'["\ud83d\ude00"]') == ["😀"]


def test_escaped_backslash_before_u_is_no_surrogate() -> None:
    assert parse_json(r'["\\ud83d"]') == ["\\ud83d"]


def test_byte_order_mark_is_passed_over() -> None:
    assert parse_json("\ufeff{}".encode()) == {}
    assert parse_json("\ufeff{}") == {}


def test_key_order_is_kept() -> None:
    text = b'{"b":1,"a":{"d":1,"c":2}}'
    assert encode_json(parse_json(text)) == text


def test_pretty_indents_by_two_spaces() -> None:
    assert encode_json({"a": [Decimal("1.0")]}, pretty=True) == b'{\n  "a": [\n    1.0\n  ]\n}'


def test_encode_writes_utf_8_without_escapes() -> None:
    assert encode_json("é€😀") == '"é€😀"'.encode()


def test_encode_takes_integers_beyond_64_bits_beside_anything_else() -> None:
    value: JsonObject = {"a": 2**70, "b": [Decimal("1.50"), None, True, "x"]}
    assert encode_json(value) == b'{"a":1180591620717411303424,"b":[1.50,null,true,"x"]}'


def test_encode_takes_half_of_a_surrogate_pair_as_an_escape() -> None:
    assert encode_json(["\ud83d"]) == rb'["\ud83d"]'


def test_encode_refuses_what_json_cannot_hold() -> None:
    with pytest.raises(TypeError):
        encode_json(Decimal("NaN"))


def test_message_names_the_source_and_counts_from_its_first_line() -> None:
    with pytest.raises(InputError, match=r"^events\.json is not JSON.*line 12, column 8"):
        parse_json('{"a":1,}', what="events.json", first_line=12)
