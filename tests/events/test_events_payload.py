"""Flat values to one event, and the draft as authoring JSON."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.contract.field import CONTENTS
from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json, parse_json
from workbench.events.event_reading import read_event
from workbench.events.finding import FindingKind
from workbench.events.payload import assemble, document, request_body
from workbench.events.wire import wire_value
from workbench.ground.json_types import JsonObject, JsonValue

Exactly = Callable[[JsonValue], object]
DEEP = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)


def test_assemble_nests_catalogue_paths() -> None:
    event = assemble({"event_id": "o-1", "user_data.em": ["d"], "custom_data.value": "1.0"}, [], {})
    assert event == {"event_id": "o-1", "user_data": {"em": ["d"]}, "custom_data": {"value": "1.0"}}


def test_assemble_keeps_the_order_of_the_values() -> None:
    event = assemble({"b": 1, "user_data.em": ["d"], "a": 2}, [], {})
    assert list(event) == ["b", "user_data", "a"]


def test_assemble_of_nothing_is_an_empty_object() -> None:
    assert assemble({}, [], {}) == {}
    assert assemble({}, [{}, {}], {}) == {}


@pytest.mark.parametrize(
    ("values", "lines", "extras"), [({"event_id": "o-1"}, [], {}), ({}, [{"id": "a"}], {}), ({}, [], {"foo": 1})]
)
def test_assemble_puts_user_data_into_every_event(
    values: JsonObject, lines: list[JsonObject], extras: JsonObject
) -> None:
    assert assemble(values, lines, extras)["user_data"] == {}


def test_assemble_keeps_false_zero_and_empty_text() -> None:
    event = assemble({"opt_out": False, "event_time": 0, "event_id": ""}, [], {})
    assert event == {"opt_out": False, "event_time": 0, "event_id": "", "user_data": {}}


def test_assemble_leaves_out_empty_lists_and_lines() -> None:
    assert assemble({"user_data.em": [], "event_id": "o-1"}, [{}, {"id": "a"}, {}], {}) == {
        "event_id": "o-1",
        "user_data": {},
        "custom_data": {"contents": [{"id": "a"}]},
    }


def test_assemble_puts_extras_back_where_they_were() -> None:
    extras: JsonObject = {
        "foo": None,
        "user_data.bar": [1],
        "user_data.em[1]": {"x": 1},
        f"{CONTENTS}[1].price": 5,
        f"{CONTENTS}[2]": "c",
    }
    assert assemble({"user_data.em": ["a", "b"]}, [{"id": "a"}, {}, {}], extras) == {
        "user_data": {"em": ["a", {"x": 1}, "b"], "bar": [1]},
        "custom_data": {"contents": [{"id": "a"}, {"price": 5}, "c"]},
        "foo": None,
    }


def test_assemble_puts_back_an_alien_in_place_of_an_object() -> None:
    assert assemble({"event_id": "o-1"}, [], {"user_data": "x"}) == {"event_id": "o-1", "user_data": "x"}


def test_assemble_prefers_what_was_typed_to_an_extra_in_its_place() -> None:
    extras: JsonObject = {"user_data": "x", "event_id": [1], CONTENTS: 5, f"{CONTENTS}[0]": "b"}
    assert assemble({"event_id": "o-1", "user_data.em": ["d"]}, [{"id": "a"}], extras) == {
        "event_id": "o-1",
        "user_data": {"em": ["d"]},
        "custom_data": {"contents": [{"id": "a"}]},
    }


def test_assemble_does_not_change_its_arguments() -> None:
    values: JsonObject = {"user_data.em": ["a"]}
    line: JsonObject = {"id": "a"}
    extras: JsonObject = {"user_data.em[0]": 1, f"{CONTENTS}[0].price": 5}
    assemble(values, [line], extras)
    assert (values, line) == ({"user_data.em": ["a"]}, {"id": "a"})
    assert extras == {"user_data.em[0]": 1, f"{CONTENTS}[0].price": 5}


def test_request_body_holds_the_events_in_order() -> None:
    assert request_body({"event_id": str(number)} for number in (2, 1)) == {
        "data": [{"event_id": "2"}, {"event_id": "1"}]
    }


def test_document_types_what_the_text_allows(contract: Contract) -> None:
    draft = Draft(
        {"event_time": "1700000000", "opt_out": "false", "custom_data.value": "66.950", "user_data.em": ("Jane@x", "")},
        ({"quantity": "2"},),
    )
    assert document(draft, contract=contract) == {
        "event_time": 1700000000,
        "opt_out": False,
        "user_data": {"em": ["Jane@x"]},
        "custom_data": {"value": "66.950", "contents": [{"quantity": 2}]},
    }


@pytest.mark.parametrize("text", ["yesterday", "+5", " 5 ", "007", "1,5", "TRUE", "1_000", "9" * 5000, "٧"])
def test_document_shows_any_other_text_as_it_was_typed(contract: Contract, text: str) -> None:
    assert document(Draft({"event_time": text}), contract=contract)["event_time"] == text


@pytest.mark.parametrize("literal", ["1.5", "1e3", "-0", "99999999999999999999"])
def test_document_keeps_a_number_that_is_no_integer_a_number(contract: Contract, literal: str) -> None:
    encoded = encode_json(document(Draft({"event_time": literal}), contract=contract))
    assert f'"event_time":{literal},'.encode() in encoded


def test_document_leaves_blank_texts_out(contract: Contract) -> None:
    blank = Draft({"event_id": " ", "user_data.em": ("", " ")}, ({"id": ""}, {}))
    assert document(blank, contract=contract) == {}


def test_document_has_the_order_of_the_catalogue(contract: Contract) -> None:
    values = {
        each.path: (each.example,) if each.is_list else each.example for each in contract.fields if not each.in_line
    }
    line = {each.name: each.example for each in contract.line_fields.values()}
    draft = Draft(dict(reversed(values.items())), (dict(reversed(line.items())),), {"foo": 1, "user_data.foo": 1})
    event = document(draft, contract=contract)
    roots = list(dict.fromkeys(path.partition(".")[0] for path in contract.by_path))
    assert list(event) == [*roots, "foo"]
    matched = event["user_data"]
    assert isinstance(matched, dict)
    assert list(matched) == [
        *(each.name for each in contract.fields if each.path.startswith("user_data.")),
        "foo",
    ]
    order = event["custom_data"]
    assert isinstance(order, dict)
    lines = order["contents"]
    assert isinstance(lines, list)
    assert isinstance(lines[0], dict)
    assert list(lines[0]) == list(contract.line_fields)


def test_document_keeps_custom_data_in_its_place_for_lines_alone(contract: Contract) -> None:
    draft = Draft({"event_id": "o-1", "app_info.app_id": "a"}, ({"id": "a"},))
    assert list(document(draft, contract=contract)) == ["event_id", "user_data", "custom_data", "app_info"]


def test_document_shows_a_path_that_the_catalogue_lacks(contract: Contract) -> None:
    draft = Draft({"user_data.old": "x"}, ({"old": "y"},))
    assert document(draft, contract=contract) == {
        "user_data": {"old": "x"},
        "custom_data": {"contents": [{"old": "y"}]},
    }


@DEEP
@given(data=st.data())
def test_draft_to_document_and_back_is_the_same_draft(
    contract: Contract, drafts: st.SearchStrategy[Draft], data: st.DataObject
) -> None:
    draft = data.draw(drafts)
    written = encode_json(document(draft, contract=contract), pretty=True)
    assert read_event(parse_json(written), contract=contract).draft == draft


@DEEP
@given(data=st.data())
def test_payload_to_draft_and_back_is_the_same_payload(
    contract: Contract, payloads: st.SearchStrategy[JsonObject], data: st.DataObject, exactly: Exactly
) -> None:
    payload = data.draw(payloads)
    reading = read_event(parse_json(encode_json(payload)), contract=contract)
    assert reading.findings == ()
    assert exactly(on_the_wire(reading.draft, contract)) == exactly(payload)
    assert exactly(document(reading.draft, contract=contract)) == exactly(payload)


@DEEP
@given(data=st.data())
def test_any_json_comes_back_as_it_was_when_nothing_was_converted(
    contract: Contract, alien_events: st.SearchStrategy[JsonObject], data: st.DataObject, exactly: Exactly
) -> None:
    event = data.draw(alien_events)
    reading = read_event(event, contract=contract)
    kept = {FindingKind.UNKNOWN_KEY, FindingKind.WRONG_SHAPE}
    if all(each.kind in kept for each in reading.findings):
        assert exactly(filled(document(reading.draft, contract=contract))) == exactly(filled(event))


@DEEP
@given(data=st.data())
def test_any_json_is_settled_after_one_reading(
    contract: Contract, alien_events: st.SearchStrategy[JsonObject], data: st.DataObject, exactly: Exactly
) -> None:
    first = document(read_event(data.draw(alien_events), contract=contract).draft, contract=contract)
    again = document(read_event(first, contract=contract).draft, contract=contract)
    assert exactly(again) == exactly(first)


def on_the_wire(draft: Draft, contract: Contract) -> JsonObject:
    """The payload of a draft whose texts are all valid; what judging does, without hashing."""
    values: dict[str, JsonValue] = {}
    for path, typed in draft.values.items():
        field = contract.by_path[path]
        wired = [wire_value(field, text) for text in ((typed,) if isinstance(typed, str) else typed)]
        sendable = [each for each in wired if isinstance(each, (str, int))]
        assert len(sendable) == len(wired)
        values[path] = [*sendable] if field.is_list else sendable[0]
    lines: list[JsonObject] = []
    for line in draft.lines:
        wired_line = {name: wire_value(contract.line_fields[name], text) for name, text in line.items()}
        lines.append({name: each for name, each in wired_line.items() if isinstance(each, (str, int))})
    return assemble(values, lines, draft.extras)


def filled(event: JsonObject) -> JsonObject:
    """The event without empty objects at its root, which say nothing; user_data has to be there anyway."""
    return {
        key: value
        for key, value in event.items()
        if value != {} or key not in {"user_data", "custom_data", "app_info", "device_info"}
    }


def test_thousand_events_lose_nothing(contract: Contract) -> None:
    event: JsonObject = {
        "event_time": 2**62,
        "event_id": "ü-😀",
        "user_data": {"em": ["a", "b"]},
        "custom_data": {"value": "0.10", "contents": [{"id": str(each), "quantity": each} for each in range(1, 20)]},
        "foo": Decimal("1.10"),
    }
    body = request_body([event] * 1000)
    read = parse_json(encode_json(body))
    assert isinstance(read, dict)
    events = read["data"]
    assert isinstance(events, list)
    drafts = [read_event(each, contract=contract).draft for each in events]
    assert encode_json(request_body(document(each, contract=contract) for each in drafts)) == encode_json(body)
