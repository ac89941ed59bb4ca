"""What refuses a whole request, and in which words."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.practice.refusal import refusal
from workbench.practice.schema import body_shape

MakeEvent = Callable[..., dict[str, Any]]


@pytest.fixture
def refused(contract: Contract) -> Callable[[Any], str | None]:
    shape = body_shape(contract)
    return lambda body: refusal(body, shape)


@pytest.fixture
def refused_event(refused: Callable[[Any], str | None], make_event: MakeEvent) -> Callable[..., str | None]:
    return lambda **changes: refused({"data": [make_event(**changes)]})


def test_refusal_lets_a_good_body_pass(refused: Callable[[Any], str | None], make_event: MakeEvent) -> None:
    assert refused({"data": [make_event()]}) is None


def test_refusal_lets_an_event_with_every_field_pass(refused: Callable[[Any], str | None], contract: Contract) -> None:
    samples = {"string": "x", "integer": 1, "boolean": True, "string[]": ["x"]}
    event: dict[str, Any] = {"user_data": {}, "custom_data": {"contents": [{}]}, "app_info": {}, "device_info": {}}
    for each in contract.fields:
        folder = event["custom_data"]["contents"][0] if each.in_line else event
        if not each.in_line and "." in each.path:
            folder = event[each.path.partition(".")[0]]
        folder[each.name] = each.values[0] if each.values else samples[each.type.value]
    assert refused({"data": [event]}) is None


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ([], "[] is not of type 'object'"),
        (None, "None is not of type 'object'"),
        ({}, "'data' is a required property"),
        ({"data": {}}, "{} is not of type 'array'"),
        ({"data": []}, "[] should be non-empty"),
        ({"data": ["x"]}, "'x' is not of type 'object'"),
        ({"data": [], "test": True}, "Additional properties are not allowed ('test' was unexpected)"),
    ],
)
def test_refusal_of_a_body_is_worded_as_jsonschema_does(
    refused: Callable[[Any], str | None], body: Any, message: str
) -> None:
    assert refused(body) == message


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"event_id": None}, "'event_id' is a required property"),
        ({"event_name": None}, "'event_name' is a required property"),
        ({"event_time": None}, "'event_time' is a required property"),
        ({"action_source": None}, "'action_source' is a required property"),
        ({"user_data": None}, "'user_data' is a required property"),
        ({"event_time": "1795000000"}, "'1795000000' is not of type 'integer'"),
        ({"event_time": True}, "True is not of type 'integer'"),
        ({"event_time": Decimal("1.5")}, "1.5 is not of type 'integer'"),
        ({"event_name": 7}, "7 is not of type 'string'"),
        ({"app_name": 7}, "7 is not of type 'string', 'null'"),
        ({"opt_out": "true"}, "'true' is not of type 'boolean'"),
        ({"user_data": {"em": "973d"}}, "'973d' is not of type 'array'"),
        ({"user_data": {"em": [None]}}, "None is not of type 'string'"),
        ({"user_data": []}, "[] is not of type 'object'"),
        ({"custom_data": {"value": Decimal("66.950")}}, "66.950 is not of type 'string', 'null'"),
        ({"custom_data": {"contents": {}}}, "{} is not of type 'array'"),
        ({"custom_data": {"num_items": "2"}}, "'2' is not of type 'integer'"),
        ({"user_data": {"customer_type": "old"}}, "'old' is not one of ['new', 'returning']"),
        ({"device_info": {"battery_level": 101}}, "101 is greater than the maximum of 100"),
        ({"app_info": {"install_time": -1}}, "-1 is less than the minimum of 0"),
        ({"device_info": {"timezone_abbr": "LONGER"}}, "'LONGER' is too long"),
    ],
)  # fmt: skip
def test_refusal_of_an_event_is_worded_as_jsonschema_does(
    refused_event: Callable[..., str | None], changes: dict[str, Any], message: str
) -> None:
    assert refused_event(**changes) == message


@pytest.mark.parametrize(
    "changes",
    [
        {"price": 1},
        {"custom_data": {"price": 1}},
        {"custom_data": {"contents": [{"price": 1}]}},
        {"app_info": {"price": 1}},
        {"device_info": {"price": 1}},
    ],
)
def test_refusal_of_an_unknown_key_names_it(refused_event: Callable[..., str | None], changes: dict[str, Any]) -> None:
    assert refused_event(**changes) == "Additional properties are not allowed ('price' was unexpected)"


def test_refusal_of_several_unknown_keys_names_them_all(refused_event: Callable[..., str | None]) -> None:
    message = "Additional properties are not allowed ('brand', 'price' were unexpected)"
    assert refused_event(custom_data={"brand": "x", "price": 1}) == message


def test_refusal_leaves_unknown_keys_of_user_data_alone(refused_event: Callable[..., str | None]) -> None:
    assert refused_event(user_data={"loyalty": "x"}) is None


def test_refusal_takes_null_where_the_schema_does(refused_event: Callable[..., str | None]) -> None:
    assert refused_event(custom_data={"currency": None, "value": None}) is None


def test_refusal_takes_a_whole_decimal_for_an_integer(refused_event: Callable[..., str | None]) -> None:
    assert refused_event(event_time=Decimal("1795000000.0")) is None


@pytest.mark.parametrize("number", [Decimal("1e999999"), Decimal("-1e-999999"), 10**5000], ids=["huge", "tiny", "long"])
def test_refusal_survives_numbers_of_any_size(refused_event: Callable[..., str | None], number: Any) -> None:
    assert refused_event(event_name=number)


@pytest.mark.parametrize("count", [1000, 1001])
def test_refusal_counts_to_a_thousand_events(
    refused: Callable[[Any], str | None], make_event: MakeEvent, count: int
) -> None:
    assert (refused({"data": [make_event()] * count}) is None) == (count == 1000)


def test_refusal_of_too_many_events_does_not_repeat_them(
    refused: Callable[[Any], str | None], make_event: MakeEvent
) -> None:
    message = refused({"data": [make_event()] * 1001})
    assert message is not None
    assert message.endswith(" is too long")
    assert len(message) < 5000
