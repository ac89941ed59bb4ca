"""What is indexed of a body."""

import json

import pytest

from workbench.history.indexing import IndexedEvent, indexed_events, storable


def test_indexed_events_keep_the_order_of_the_body() -> None:
    body = json.dumps({"data": [{"event_id": "b"}, {"event_id": "a"}]}).encode()
    assert [event.event_id for event in indexed_events(body)] == ["b", "a"]


def test_indexed_event_holds_what_is_looked_for() -> None:
    event = {
        "event_name": "checkout",
        "event_id": "o-1",
        "event_time": 1_790_000_000,
        "action_source": "web",
        "custom_data": {"order_id": "77", "value": "66.950", "currency": "USD"},
    }
    body = json.dumps({"data": [event]}).encode()
    assert indexed_events(body) == (IndexedEvent("checkout", "o-1", 1_790_000_000, "web", "77", "66.950", "USD"),)


def test_indexed_numbers_keep_their_digits() -> None:
    body = b'{"data": [{"event_id": 100000000000000000000000001, "custom_data": {"value": 66.950}}]}'
    (event,) = indexed_events(body)
    assert (event.event_id, event.value) == ("100000000000000000000000001", "66.950")


@pytest.mark.parametrize("time", ["1" * 19, "1" * 5000, '"soon"', "1.5", "null", "[]", "true"])
def test_indexed_event_time_is_left_out_when_it_is_no_64_bit_integer(time: str) -> None:
    (event,) = indexed_events(f'{{"data": [{{"event_id": "x", "event_time": {time}}}]}}'.encode())
    assert (event.event_id, event.event_time) == ("x", None)


@pytest.mark.parametrize("alien", [b"null", b"5", b'"text"', b"[]", b'{"custom_data": 5}', b'{"event_id": {}}'])
def test_indexed_events_count_aliens(alien: bytes) -> None:
    assert indexed_events(b'{"data": [' + alien + b"]}") == (IndexedEvent(),)


def test_storable_leaves_sound_text_alone() -> None:
    assert storable("Grüße 🎉\x00\n") == "Grüße 🎉\x00\n"


def test_storable_writes_out_half_a_surrogate_pair() -> None:
    assert storable("a\ud83d!") == "a\\ud83d!"
