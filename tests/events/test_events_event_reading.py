"""One event's JSON as a draft."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.encoding import parse_json
from workbench.events.event_reading import EventReading, read_event
from workbench.events.finding import Finding, FindingKind
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

FieldOf = Callable[[FieldType], Field]
Read = Callable[[str], EventReading]


@pytest.fixture
def read(contract: Contract) -> Read:
    """Reads the JSON text of one event."""
    return lambda text: read_event(parse_json(text), contract=contract)


def nested(path: str, value: JsonValue) -> JsonObject:
    """An event with one value."""
    for key in reversed(path.split(".")):
        value = {key: value}
    assert isinstance(value, dict)
    return value


def kinds(reading: EventReading) -> list[tuple[str, FindingKind]]:
    """Where and what, without the words."""
    return [(each.path, each.kind) for each in reading.findings]


def test_text_of_every_field_is_kept_as_it_stands(contract: Contract) -> None:
    for field in contract.fields:
        if field.type is FieldType.STRING and not field.in_line:
            reading = read_event(nested(field.path, "  Jane "), contract=contract)
            assert reading == EventReading(Draft({field.path: "  Jane "}))


def test_list_of_every_field_keeps_its_order(contract: Contract) -> None:
    for field in contract.fields:
        if field.is_list:
            reading = read_event(nested(field.path, ["b", " a "]), contract=contract)
            assert reading == EventReading(Draft({field.path: ("b", " a ")}))


def test_integer_of_any_size_is_its_digits(read: Read) -> None:
    reading = read('{"event_time": 123456789012345678901234567890}')
    assert reading == EventReading(Draft({"event_time": "123456789012345678901234567890"}))


@pytest.mark.parametrize("literal", ["true", "false"])
def test_boolean_is_its_word(read: Read, literal: str) -> None:
    assert read(f'{{"opt_out": {literal}}}') == EventReading(Draft({"opt_out": literal}))


@pytest.mark.parametrize("literal", ["1.5", "2.0", "1e3", "-0", "true"])
def test_other_scalar_in_an_integer_field_is_its_literal(read: Read, literal: str) -> None:
    assert read(f'{{"event_time": {literal}}}') == EventReading(Draft({"event_time": literal}))


@pytest.mark.parametrize("literal", ["66.950", "1e5", "5", "-0", "123456789012345678901234567890.10", "true"])
def test_unquoted_scalar_in_a_text_field_is_its_literal_and_a_finding(read: Read, literal: str) -> None:
    reading = read(f'{{"custom_data": {{"value": {literal}}}}}')
    assert reading.draft == Draft({"custom_data.value": literal})
    assert kinds(reading) == [("custom_data.value", FindingKind.UNQUOTED)]


@pytest.mark.parametrize(("path", "text"), [("event_time", "1700000000"), ("event_time", " 5 "), ("opt_out", "TRUE")])
def test_usable_text_in_an_integer_or_boolean_field_is_quoted(contract: Contract, path: str, text: str) -> None:
    reading = read_event({path: text}, contract=contract)
    assert reading.draft == Draft({path: text})
    assert kinds(reading) == [(path, FindingKind.QUOTED_NUMBER)]


@pytest.mark.parametrize(("path", "text"), [("event_time", "yesterday"), ("opt_out", "maybe")])
def test_unusable_text_in_an_integer_or_boolean_field_is_left_to_the_judge(
    contract: Contract, path: str, text: str
) -> None:
    assert read_event({path: text}, contract=contract) == EventReading(Draft({path: text}))


def test_single_text_for_a_list_is_a_list_of_one(read: Read) -> None:
    reading = read('{"user_data": {"em": "a@example.com"}}')
    assert reading.draft == Draft({"user_data.em": ("a@example.com",)})
    assert kinds(reading) == [("user_data.em", FindingKind.SINGLE_FOR_LIST)]


def test_single_number_for_a_list_has_both_faults(read: Read) -> None:
    reading = read('{"user_data": {"ph": 12025550143}}')
    assert reading.draft == Draft({"user_data.ph": ("12025550143",)})
    assert set(kinds(reading)) == {
        ("user_data.ph", FindingKind.SINGLE_FOR_LIST),
        ("user_data.ph", FindingKind.UNQUOTED),
    }


def test_null_is_left_out_of_every_field(contract: Contract) -> None:
    for field in contract.fields:
        if not field.in_line:
            reading = read_event(nested(field.path, None), contract=contract)
            assert reading.draft == Draft()
            assert kinds(reading) == [(field.path, FindingKind.NULL)]


@pytest.mark.parametrize("path", ["user_data", "custom_data", CONTENTS, f"{CONTENTS}[0]"])
def test_null_in_place_of_an_object_or_list_is_left_out(contract: Contract, path: str) -> None:
    event = nested(path.removesuffix("[0]"), [None] if path.endswith("]") else None)
    reading = read_event(event, contract=contract)
    assert kinds(reading) == [(path, FindingKind.NULL)]
    assert not reading.draft.extras


@pytest.mark.parametrize(
    ("path", "empty"), [("user_data.em", []), ("user_data.em", {}), (CONTENTS, []), (CONTENTS, {})]
)
def test_empty_list_is_left_out(contract: Contract, path: str, empty: JsonValue) -> None:
    reading = read_event(nested(path, empty), contract=contract)
    assert reading.draft == Draft()
    assert kinds(reading) == [(path, FindingKind.EMPTY_LIST)]


def test_empty_text_is_left_out(read: Read) -> None:
    reading = read('{"event_id": "", "event_time": "", "user_data": {"em": ""}}')
    assert reading.draft == Draft()
    assert kinds(reading) == [
        ("event_id", FindingKind.EMPTY_TEXT),
        ("event_time", FindingKind.EMPTY_TEXT),
        ("user_data.em", FindingKind.EMPTY_TEXT),
    ]


def test_text_of_white_space_is_kept_and_told(read: Read) -> None:
    reading = read('{"event_id": "  "}')
    assert reading.draft == Draft({"event_id": "  "})
    assert kinds(reading) == [("event_id", FindingKind.EMPTY_TEXT)]


def test_item_of_white_space_is_kept_and_told(read: Read) -> None:
    reading = read('{"user_data": {"em": ["a", " "]}}')
    assert reading.draft == Draft({"user_data.em": ("a", " ")})
    assert kinds(reading) == [("user_data.em[1]", FindingKind.EMPTY_TEXT)]


@pytest.mark.parametrize("container", ["user_data", "custom_data", "app_info", "device_info"])
def test_empty_object_is_nothing_to_tell(contract: Contract, container: str) -> None:
    assert read_event({container: {}}, contract=contract) == EventReading(Draft())


def test_items_keep_their_indexes_whatever_they_are(read: Read) -> None:
    reading = read('{"user_data": {"em": [null, "a", {"b": 1}, "", 7, ["c"], true]}}')
    assert reading.draft.values == {"user_data.em": ("", "a", "", "", "7", "", "true")}
    assert reading.draft.extras == {"user_data.em[2]": {"b": 1}, "user_data.em[5]": ["c"]}
    assert kinds(reading) == [
        ("user_data.em[0]", FindingKind.NULL),
        ("user_data.em[2]", FindingKind.WRONG_SHAPE),
        ("user_data.em[3]", FindingKind.EMPTY_TEXT),
        ("user_data.em[4]", FindingKind.UNQUOTED),
        ("user_data.em[5]", FindingKind.WRONG_SHAPE),
        ("user_data.em[6]", FindingKind.UNQUOTED),
    ]


def test_lines_keep_their_indexes_whatever_they_are(read: Read) -> None:
    reading = read('{"custom_data": {"contents": [{"id": "a", "quantity": 2}, "b", null, {}, {"price": 1, "id": 5}]}}')
    assert reading.draft.lines == ({"id": "a", "quantity": "2"}, {}, {}, {}, {"id": "5"})
    assert reading.draft.extras == {f"{CONTENTS}[1]": "b", f"{CONTENTS}[4].price": 1}
    assert kinds(reading) == [
        (f"{CONTENTS}[1]", FindingKind.WRONG_SHAPE),
        (f"{CONTENTS}[2]", FindingKind.NULL),
        (f"{CONTENTS}[3]", FindingKind.EMPTY_LIST),
        (f"{CONTENTS}[4].price", FindingKind.UNKNOWN_KEY),
        (f"{CONTENTS}[4].id", FindingKind.UNQUOTED),
    ]


def test_single_product_for_a_list_is_one_line(read: Read) -> None:
    reading = read('{"custom_data": {"contents": {"id": "a"}}}')
    assert reading.draft == Draft(lines=({"id": "a"},))
    assert kinds(reading) == [(CONTENTS, FindingKind.SINGLE_FOR_LIST)]


@pytest.mark.parametrize("path", ["event_id", "event_time", "opt_out", "user_data.click_id"])
@pytest.mark.parametrize("alien", [{"a": 1}, [], ["a"], {}])
def test_object_or_list_for_a_scalar_is_kept_in_the_extras(contract: Contract, path: str, alien: JsonValue) -> None:
    reading = read_event(nested(path, alien), contract=contract)
    assert reading.draft == Draft(extras={path: alien})
    assert kinds(reading) == [(path, FindingKind.WRONG_SHAPE)]


@pytest.mark.parametrize("path", ["user_data", "custom_data", CONTENTS, "app_info"])
@pytest.mark.parametrize("alien", ["x", 5, True])
def test_scalar_for_an_object_is_kept_in_the_extras(contract: Contract, path: str, alien: JsonValue) -> None:
    reading = read_event(nested(path, alien), contract=contract)
    assert reading.draft == Draft(extras={path: alien})
    assert kinds(reading) == [(path, FindingKind.WRONG_SHAPE)]


def test_object_for_a_list_of_texts_is_kept_in_the_extras(read: Read) -> None:
    reading = read('{"user_data": {"em": {"0": "a"}}}')
    assert reading.draft == Draft(extras={"user_data.em": {"0": "a"}})
    assert kinds(reading) == [("user_data.em", FindingKind.WRONG_SHAPE)]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"foo": {"a": [1, null]}}', "foo"),
        ('{"user_data": {"foo": 1}}', "user_data.foo"),
        ('{"foo": null}', "foo"),
        ('{"em": ["a"]}', "em"),
        ('{"user_data.em": ["a"]}', '["user_data.em"]'),
        ('{"custom_data": {"contents[].id": "a"}}', 'custom_data["contents[].id"]'),
        ('{"": 1}', '[""]'),
    ],
)
def test_unknown_key_is_kept_in_the_extras(read: Read, text: str, path: str) -> None:
    reading = read(text)
    assert not reading.draft.values
    assert list(reading.draft.extras) == [path]
    assert kinds(reading) == [(path, FindingKind.UNKNOWN_KEY)]


def test_finding_names_the_kind_of_json_and_nothing_of_it(read: Read) -> None:
    assert read('{"user_data": {"ph": [4915112345678]}}').findings == (
        Finding("user_data.ph[0]", FindingKind.UNQUOTED, "a number"),
    )


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("null", FindingKind.NULL, "null"),
        ('""', FindingKind.EMPTY_TEXT, "an empty text"),
        ("{}", FindingKind.EMPTY_LIST, "an empty object"),
        ('"x"', FindingKind.WRONG_SHAPE, "a text"),
    ],
)
def test_finding_names_what_stands_in_place_of_the_products(
    read: Read, text: str, kind: FindingKind, found: str
) -> None:
    assert read(f'{{"custom_data": {{"contents": {text}}}}}').findings == (Finding(CONTENTS, kind, found),)


@pytest.mark.parametrize("value", [None, True, 5, "x", [], [{}]])
def test_event_that_is_no_object_is_refused(contract: Contract, value: JsonValue) -> None:
    with pytest.raises(InputError, match="An event is a JSON object, but this is"):
        read_event(value, contract=contract)


@settings(deadline=None)
@given(data=st.data())
def test_reading_takes_any_object(
    contract: Contract, alien_events: st.SearchStrategy[JsonObject], data: st.DataObject
) -> None:
    reading = read_event(data.draw(alien_events), contract=contract)
    assert isinstance(reading, EventReading)
    assert all(each.path and each.found for each in reading.findings)


def test_reading_does_not_change_what_it_reads(contract: Contract) -> None:
    text = '{"user_data": {"em": [{"a": 1}]}, "custom_data": {"contents": ["b"]}, "x": []}'
    value = parse_json(text)
    read_event(value, contract=contract)
    assert value == parse_json(text)
