"""Alien JSON put back."""

import pytest

from workbench.events.extras import put_back
from workbench.ground.json_types import JsonObject, JsonValue


@pytest.mark.parametrize(
    ("path", "event"),
    [
        ("foo", {"foo": 1}),
        ("user_data.foo", {"user_data": {"foo": 1}}),
        ("user_data.em[0]", {"user_data": {"em": [1]}}),
        ("custom_data.contents[1].price", {"custom_data": {"contents": [{}, {"price": 1}]}}),
        ('["a.b"]', {"a.b": 1}),
    ],
)
def test_way_is_made_where_it_is_missing(path: str, event: JsonObject) -> None:
    made: JsonObject = {}
    put_back(made, path, 1)
    assert made == event


def test_place_that_is_taken_keeps_its_value() -> None:
    event: JsonObject = {"user_data": {"em": ["a"]}, "custom_data": {"contents": [{"id": "a"}]}}
    before = repr(event)
    put_back(event, "user_data", 1)
    put_back(event, "user_data.em", 1)
    put_back(event, "custom_data.contents[0]", 1)
    put_back(event, "user_data.em[0].x", 1)
    assert repr(event) == before


def test_item_goes_back_between_its_neighbours() -> None:
    event: JsonObject = {"em": ["a", "b"]}
    put_back(event, "em[1]", 7)
    assert event == {"em": ["a", 7, "b"]}


def test_index_beyond_the_end_appends() -> None:
    event: JsonObject = {"em": ["a"]}
    put_back(event, "em[9]", 7)
    assert event == {"em": ["a", 7]}


def test_empty_line_gives_its_place_to_what_was_there() -> None:
    event: JsonObject = {"custom_data": {"contents": [{"id": "a"}, {}, {"id": "c"}]}}
    put_back(event, "custom_data.contents[1]", "b")
    assert event == {"custom_data": {"contents": [{"id": "a"}, "b", {"id": "c"}]}}


def test_list_of_the_caller_is_not_changed() -> None:
    emails: list[JsonValue] = ["a"]
    event: JsonObject = {"em": emails}
    put_back(event, "em[0]", 7)
    assert emails == ["a"]
