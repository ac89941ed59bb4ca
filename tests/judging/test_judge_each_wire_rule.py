"""Each rule about JSON as it travels speaks when it should, and is silent when it should be."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.events.reading import read_event
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement
from workbench.judging.problem import Severity

DIGEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
OnWire = Callable[[Mapping[str, Any]], Judgement]

# code: (changes that call the rule, where it must speak, changes that must not call it)
CASES: Mapping[str, tuple[Mapping[str, Any], str, Mapping[str, Any]]] = {
    "quoted-number": ({"event_time": "1799999900"}, "event_time", {"event_time": 1_799_999_900}),
    "unquoted-text": ({"custom_data": {"value": 66.95}}, "custom_data.value", {"custom_data": {"value": "66.95"}}),
    "single-for-list": ({"user_data": {"em": DIGEST}}, "user_data.em", {"user_data": {"em": [DIGEST]}}),
    "null-refused": ({"user_data": {"ge": None}}, "user_data.ge", {"event_source_url": None}),
    "empty-value": ({"user_data": {"ct": []}}, "user_data.ct", {"user_data": {"ct": [DIGEST]}}),
    "empty-value-misplaced": ({"custom_data": {"num_items": ""}}, "custom_data.num_items", {"event_source_url": ""}),
    "white-space-around": ({"custom_data": {"order_id": "7 "}}, "custom_data.order_id", {"event_id": "o 1"}),
    "white-space-in-code": ({"action_source": "web "}, "action_source", {"action_source": "web"}),
}


EMPTY = [
    ({"content_ids": []}, "custom_data.content_ids", "empty-value"),
    ({"content_ids": {}}, "custom_data.content_ids", "empty-value-misplaced"),
    ({"contents": []}, "custom_data.contents", "empty-value"),
    ({"contents": {}}, "custom_data.contents", "empty-value-misplaced"),
    ({"contents": [{}]}, "custom_data.contents[0]", "empty-value"),
    ({"contents": [[]]}, "custom_data.contents[0]", "empty-value-misplaced"),
    ({"content_ids": [""]}, "custom_data.content_ids[0]", "empty-value"),
    ({"content_ids": ""}, "custom_data.content_ids", "empty-value-misplaced"),
]


@pytest.mark.parametrize(("custom_data", "path", "code"), EMPTY)
def test_wire_empty_value_says_nothing_or_stands_in_the_wrong_place(
    on_wire: OnWire, custom_data: Mapping[str, Any], path: str, code: str
) -> None:
    problems = on_wire({"custom_data": custom_data}).problems
    assert [each.code for each in problems if each.path == path] == [code]


@pytest.mark.parametrize("code", CASES)
def test_wire_rule_speaks_once_at_its_place(code: str, on_wire: OnWire) -> None:
    changes, path, _ = CASES[code]
    assert [problem.code for problem in on_wire(changes).problems if problem.path == path] == [code]


@pytest.mark.parametrize("code", CASES)
def test_wire_rule_is_silent_otherwise(code: str, on_wire: OnWire) -> None:
    assert code not in {problem.code for problem in on_wire(CASES[code][2]).problems}


@pytest.mark.parametrize("code", CASES)
def test_wire_rule_is_silent_for_what_is_put_right_on_the_way(code: str, contract: Contract, judge: Judge) -> None:
    reading = read_event(dict(CASES[code][0]), contract=contract)
    problems = judge.event(reading.draft, now=1_800_000_000, findings=reading.findings).problems
    assert code not in {problem.code for problem in problems}


def test_wire_good_event_has_no_error(on_wire: OnWire) -> None:
    assert on_wire({}).ok


def test_wire_plain_email_is_an_error_at_its_index(on_wire: OnWire) -> None:
    problems = on_wire({"user_data": {"em": [DIGEST, "jane@example.com"]}}).problems
    assert ("user_data.em[1]", Severity.ERROR, "not-hashed") in [
        (each.path, each.severity, each.code) for each in problems
    ]


def test_wire_plain_email_is_not_in_the_payload(on_wire: OnWire) -> None:
    assert on_wire({"user_data": {"em": ["jane@example.com"]}}).payload["user_data"] == {}


def test_wire_bare_phone_number_has_one_message(on_wire: OnWire) -> None:
    problems = on_wire({"user_data": {"ph": [15551234567]}}).problems
    assert [each.code for each in problems if each.path == "user_data.ph[0]"] == ["not-hashed"]


def test_wire_null_in_a_required_field_counts_as_missing_once(on_wire: OnWire) -> None:
    problems = on_wire({"event_id": None}).problems
    assert [each.code for each in problems if each.path == "event_id"] == ["required-missing"]


def test_wire_null_for_a_nullable_field_still_recommends_it(on_wire: OnWire) -> None:
    problems = on_wire({"event_source_url": None}).problems
    assert [each.code for each in problems if each.path == "event_source_url"] == ["web-url-missing"]


def test_wire_user_data_null_has_one_message(on_wire: OnWire) -> None:
    problems = on_wire({"user_data": None}).problems
    assert [each.code for each in problems if each.path == "user_data"] == ["identifier-missing"]


def test_wire_empty_object_for_a_list_is_misplaced(on_wire: OnWire) -> None:
    problems = on_wire({"custom_data": {"content_ids": {}}}).problems
    assert [each.code for each in problems if each.path == "custom_data.content_ids"] == ["empty-value-misplaced"]


def test_wire_empty_product_line_is_allowed_but_told(on_wire: OnWire) -> None:
    problems = on_wire({"custom_data": {"contents": [{"id": "a"}, {}]}}).problems
    assert ("custom_data.contents[1]", "empty-value") in [(each.path, each.code) for each in problems]


def test_wire_advice_on_hashed_fields_asks_for_a_digest(on_wire: OnWire) -> None:
    advice = next(each for each in on_wire({}).problems if each.path == "user_data.external_id")
    assert "SHA-256" in advice.fix
