"""The field a message speaks of, and the places of a key in what was sent."""

import pytest

from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonObject
from workbench.sending.field_names import FieldNames


@pytest.fixture(scope="module")
def names(contract: Contract) -> FieldNames:
    return FieldNames(contract=contract)


@pytest.mark.parametrize(
    ("message", "path"),
    [
        ("external_id is missing. We highly recommend this on all events.", "user_data.external_id"),
        ("click_id is missing", "user_data.click_id"),
        ("'em' is not in sha256 hashed format", "user_data.em"),
        ("'external_id' is not in sha256 hashed format", "user_data.external_id"),
        ("Invalid event_name: subscription. Use a supported one (for example subscribe, checkout).", "event_name"),
        ("Invalid event_timestamp parameter. Given timestamp is in the past. Current timestamp: 1", "event_time"),
        ("em is missing", "user_data.em"),
        ("Invalid value for custom_data.value", "custom_data.value"),
        ("user_data.em[0] is wrong", "user_data.em[0]"),
        ("data[3].custom_data.contents[1].item_price must be a string", "custom_data.contents[1].item_price"),
        ("'user_data' is a required property", "user_data"),
        ("Missing currency", "custom_data.currency"),
        ("The currency field is odd", "custom_data.currency"),
        ("client_ip_address is a private one", "user_data.client_ip_address"),
        ("app_version is missing", "app_version"),
        ("custom_data.nonsense is wrong", "custom_data"),
        ("'item_price' is a number", "custom_data.contents[].item_price"),
    ],
)
def test_path_in_finds_the_field(names: FieldNames, message: str, path: str) -> None:
    assert names.path_in(message) == path


@pytest.mark.parametrize(
    "message",
    [
        "",
        "Authentication failed.",
        "The request was invalid.",
        "You are not permitted to access that resource.",
        "Invalid value given",
        "This type of id has no value in any language",
        "see developers.pinterest.com",
    ],
)
def test_path_in_finds_no_field_in_prose(names: FieldNames, message: str) -> None:
    assert names.path_in(message) is None


SENT: list[JsonObject] = [
    {"event_name": "checkout", "custom_data": {"id": "x", "contents": [{"id": "1"}, {"id": "2", "price": "3"}]}},
    {"event_name": "checkout", "price": "1"},
]


def test_places_of_names_event_and_path(names: FieldNames) -> None:
    assert list(names.places_of("price", SENT)) == [(0, "custom_data.contents[1].price"), (1, "price")]


def test_places_of_leaves_out_places_where_the_key_belongs(names: FieldNames) -> None:
    assert list(names.places_of("id", SENT)) == [(0, "custom_data.id")]


def test_places_of_a_known_field_are_all(names: FieldNames) -> None:
    assert list(names.places_of("event_name", SENT)) == [(0, "event_name"), (1, "event_name")]


def test_places_of_nothing_is_nothing(names: FieldNames) -> None:
    assert list(names.places_of("nowhere", SENT)) == []
