"""Bodies, lists, single events and lines of them."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contract.loading import Contract
from workbench.events.finding import Finding, FindingKind
from workbench.events.reading import Reading, read_body, read_text
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

ReadText = Callable[[str | bytes], Reading]
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(["data", "em", "user_data", "x"]), inner)
    ),
)


@pytest.fixture
def read(contract: Contract) -> ReadText:
    """Reads a text."""
    return lambda data: read_text(data, contract=contract)


def ids(reading: Reading) -> list[str]:
    """The event ids that were read."""
    return [each.draft.text("event_id") for each in reading.events]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"data": [{"event_id": "a"}, {"event_id": "b"}]}', ["a", "b"]),
        ('[{"event_id": "a"}, {"event_id": "b"}]', ["a", "b"]),
        ('{"event_id": "a"}', ["a"]),
        ('{"event_id": "a"}\n{"event_id": "b"}\n', ["a", "b"]),
        ('\n{"event_id": "a"}\r\n\r\n{"event_id": "b"}\r\n', ["a", "b"]),
        ('{"data": [{"event_id": "a"}]}\n{"data": [{"event_id": "b"}, {"event_id": "c"}]}', ["a", "b", "c"]),
        ('\ufeff{"event_id": "a"}\n{"event_id": "b"}', ["a", "b"]),
        ('{"event_id": "a",\n"x": {}\n}', ["a"]),
        ('{"event_id": "a\u2028b"}\n{"event_id": "c"}', ["a\u2028b", "c"]),
        ('[\n{"event_id": "a"}\n]', ["a"]),
        ("{}", [""]),
    ],
)
def test_every_shape_of_events_is_read(read: ReadText, text: str, found: list[str]) -> None:
    assert ids(read(text)) == found
    assert ids(read(text.encode())) == found


def test_unknown_key_of_the_body_is_kept_with_its_path_from_the_root(read: ReadText) -> None:
    reading = read('{"data": [{}], "test": true, "a.b": null}')
    assert reading.extras == {"test": True, '["a.b"]': None}
    assert reading.findings == (
        Finding("test", FindingKind.UNKNOWN_KEY, "true"),
        Finding('["a.b"]', FindingKind.UNKNOWN_KEY, "null"),
    )


def test_unknown_keys_of_several_bodies_are_told_apart(read: ReadText) -> None:
    reading = read('{"data": [{}], "x": 1}\n{"data": [{}], "x": 2}')
    assert reading.extras == {"[0].x": 1, "[1].x": 2}
    assert [each.path for each in reading.findings] == ["[0].x", "[1].x"]


def test_single_event_in_data_is_a_list_of_one(read: ReadText) -> None:
    reading = read('{"data": {"event_id": "a"}}')
    assert ids(reading) == ["a"]
    assert reading.findings == (Finding("data", FindingKind.SINGLE_FOR_LIST, "an object"),)


@pytest.mark.parametrize("text", ['{"data": []}', "[]"])
def test_no_events_are_an_empty_list(read: ReadText, text: str) -> None:
    assert read(text) == Reading((), (Finding("data", FindingKind.EMPTY_LIST, "an empty list"),))


@pytest.mark.parametrize("text", ["null", "true", "5", '"x"', '{"data": null}', '{"data": 5}', '{"data": "x"}'])
def test_json_that_holds_no_events_is_refused(read: ReadText, text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.fix


@pytest.mark.parametrize("text", ["[{}, 5]", '{"data": [{}, 5]}'])
def test_event_that_is_no_object_is_named_by_its_number(read: ReadText, text: str) -> None:
    with pytest.raises(InputError, match=r"^The text has a number where event 2 should be, at data\[1\]\.") as caught:
        read(text)
    assert caught.value.fix == "Each event is a JSON object: { … }."


@pytest.mark.parametrize("text", ["[{}, 5]", '{"data": [{}, 5]}', '{"data": [{}, 5]}\n{"data": []}'])
def test_event_that_is_no_object_is_kept_as_a_finding_for_those_who_judge(contract: Contract, text: str) -> None:
    _, alien = read_text(text, contract=contract, aliens=True).events
    assert alien.findings == (Finding("", FindingKind.WRONG_SHAPE, "a number"),)


def test_body_without_a_name_of_its_own_is_the_text(contract: Contract) -> None:
    with pytest.raises(InputError, match=r"^The text holds null, no event\.") as caught:
        read_body(None, contract=contract)
    assert caught.value.fix == 'Events are JSON objects: {"data": [ … ]}, a list of events, or one event.'


@pytest.mark.parametrize("text", ["[{}]", "{}", " \\n[{}]"])
def test_json_written_as_a_text_is_named(read: ReadText, text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f'{{"data": "{text}"}}')
    assert caught.value.fix == "It holds JSON that was written as a text: encode it once only."


def test_data_that_holds_no_event_is_told_what_belongs_there(read: ReadText) -> None:
    with pytest.raises(InputError, match=r"^The text has a number in “data”\.") as caught:
        read('{"data": 5}')
    assert caught.value.fix == "Write a list of events there: [ … ]."


def test_fault_in_json_lines_names_its_line_and_column(read: ReadText) -> None:
    with pytest.raises(InputError, match="line 3, column 18"):
        read('{"event_id": "a"}\n\n{"event_id": "b",}\n')


def test_line_that_holds_no_event_is_named(read: ReadText) -> None:
    with pytest.raises(InputError, match="line 3, holds a number"):
        read('{"event_id": "a"}\n{"event_id": "b"}\n5')


def test_line_cut_short_is_named(read: ReadText) -> None:
    with pytest.raises(InputError, match="ends in the middle of a text that begins at line 2, column 14"):
        read('{"event_id": "a"}\n{"event_id": "b')


def test_fault_before_a_line_break_is_not_taken_for_json_lines(read: ReadText) -> None:
    with pytest.raises(InputError, match="ends in the middle"):
        read('{"data": [\n{"event_id": "a"},\n{"event_id": "b"}')


@pytest.mark.parametrize(
    "data", ["{'a': 1}", b"\xfc", "5", "[5]", '{"data": [5]}', '{"data": 5}', "{}\n{'a': 1}", "{}\n{}\n5"]
)
def test_source_is_named_in_the_message(contract: Contract, data: str | bytes) -> None:
    with pytest.raises(InputError, match=r"^events\.json\b"):
        read_text(data, contract=contract, what="events.json")


def test_thousand_lines_are_a_thousand_events(read: ReadText) -> None:
    reading = read("\n".join(f'{{"event_id": "{number}", "opt_out": false}}' for number in range(1000)))
    assert ids(reading) == [str(number) for number in range(1000)]
    assert reading.findings == ()


@settings(deadline=None)
@given(value=JSON)
def test_body_raises_only_input_errors(contract: Contract, value: JsonValue) -> None:
    assert (
        refusal(lambda: read_body(value, contract=contract)) is None or not isinstance(value, dict) or "data" in value
    )


@settings(deadline=None)
@given(data=st.data())
def test_events_in_any_of_the_three_shapes_are_read_alike(
    contract: Contract, alien_events: st.SearchStrategy[JsonObject], data: st.DataObject
) -> None:
    event = data.draw(alien_events.filter(lambda each: "data" not in each))
    single = read_body(event, contract=contract)
    assert read_body([event], contract=contract) == single
    assert read_body({"data": [event]}, contract=contract) == single


@settings(deadline=None)
@given(text=st.text('{}[]"data:, \n5'))
def test_text_raises_only_input_errors(contract: Contract, text: str) -> None:
    error = refusal(lambda: read_text(text, contract=contract))
    assert error is None or error.fix


def refusal(read: Callable[[], object]) -> InputError | None:
    """The only kind of error that may come; any other fails the test."""
    try:
        read()
    except InputError as error:
        return error
    return None
