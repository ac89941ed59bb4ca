"""Two events or requests side by side: what differs, whatever the order it stands in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.contract.loading import Contract
from workbench.events.comparing import VOLATILE, Change, EventComparison, compare_events, compare_requests

EM = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
OTHER = "6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126"


def event(**changes: Any) -> dict[str, Any]:
    return {
        "event_name": "checkout",
        "event_time": 1_800_000_000,
        "event_id": "o-1",
        "user_data": {"em": [EM], "client_ip_address": "84.12.9.1"},
        "custom_data": {
            "value": "66.95",
            "order_id": "1042",
            "content_ids": ["a", "b"],
            "contents": [{"id": "a", "quantity": 1}, {"id": "b", "quantity": 2}],
        },
        **changes,
    }


def custom(**changes: Any) -> dict[str, Any]:
    return event(custom_data={**event()["custom_data"], **changes})


def words(before: dict[str, Any], after: dict[str, Any], contract: Contract) -> list[str]:
    return [each.words for each in compare_events(before, after, contract=contract)]


def test_equal_events_do_not_differ(contract: Contract) -> None:
    assert compare_events(event(), event(), contract=contract) == ()


def test_changed_value_is_shown_before_and_after(contract: Contract) -> None:
    assert words(event(), custom(value="70.00"), contract) == ["custom_data.value: 66.95 → 70.00"]


def test_added_value_is_called_so(contract: Contract) -> None:
    assert words(event(), event(language="en"), contract) == ["language: added, en"]


def test_removed_value_is_called_so(contract: Contract) -> None:
    assert words(event(language="en"), event(), contract) == ["language: removed, was en"]


def test_type_of_a_value_counts(contract: Contract) -> None:
    assert words(custom(value="1"), custom(value=1), contract) == ["custom_data.value: 1 → 1"]


def test_match_key_that_differs_shows_no_digest(contract: Contract) -> None:
    other = event(user_data={"em": [OTHER], "client_ip_address": "84.12.9.1"})
    assert words(event(), other, contract) == ["user_data.em: another digest"]


def test_match_keys_that_are_added_are_counted(contract: Contract) -> None:
    more = event(user_data={"em": [EM], "client_ip_address": "84.12.9.1", "ct": [EM, OTHER]})
    assert words(event(), more, contract) == ["user_data.ct: added, 2 digests"]


def test_order_of_a_list_does_not_count(contract: Contract) -> None:
    assert words(event(), custom(content_ids=["b", "a"]), contract) == []


def test_order_of_product_lines_does_not_count(contract: Contract) -> None:
    turned = custom(contents=[{"id": "b", "quantity": 2}, {"id": "a", "quantity": 1}])
    assert words(event(), turned, contract) == []


def test_product_line_is_compared_with_the_one_of_the_same_id(contract: Contract) -> None:
    turned = custom(contents=[{"id": "b", "quantity": 3}, {"id": "a", "quantity": 1}])
    assert words(event(), turned, contract) == ["custom_data.contents[0].quantity: 2 → 3"]


def test_product_line_without_an_id_is_compared_with_its_place(contract: Contract) -> None:
    before, after = custom(contents=[{"quantity": 1}]), custom(contents=[{"quantity": 2}])
    assert words(before, after, contract) == ["custom_data.contents[0].quantity: 1 → 2"]


def test_product_lines_that_came_and_went_are_shown_whole(contract: Contract) -> None:
    after = custom(contents=[{"id": "a", "quantity": 1}, {"id": "c", "quantity": 1}])
    found = compare_events(event(), after, contract=contract)
    assert [(each.path, each.change) for each in found] == [
        ("custom_data.contents[1]", Change.ADDED),
        ("custom_data.contents[1]", Change.REMOVED),
    ]


def test_volatile_fields_can_be_left_out(contract: Contract) -> None:
    again = event(event_id="o-2", event_time=1_800_000_100)
    assert compare_events(event(), again, contract=contract, ignored=VOLATILE) == ()


def test_differences_come_in_the_order_of_the_catalogue(contract: Contract) -> None:
    changed = {**custom(value="1.00"), "event_name": "lead"}
    assert [each.path for each in compare_events(event(), changed, contract=contract)] == [
        "event_name",
        "custom_data.value",
    ]


def test_unknown_keys_are_compared_too(contract: Contract) -> None:
    assert words(event(), event(extra={"deep": [1]}), contract) == ["extra.deep: added, [1]"]


def test_long_values_are_cut(contract: Contract) -> None:
    (found,) = compare_events(event(), event(event_source_url="https://" + "x" * 99), contract=contract)
    assert len(found.after) == 60


def test_requests_join_events_by_name_and_id(contract: Contract) -> None:
    before, after = [event(), event(event_id="o-2")], [event(event_id="o-2"), event()]
    assert [(each.before, each.after) for each in compare_requests(before, after, contract=contract)] == [
        (1, 0),
        (0, 1),
    ]


def test_requests_join_events_by_order_when_the_id_is_new(contract: Contract) -> None:
    before = [custom(order_id="7"), event()]
    (_, second) = compare_requests(before, [event(event_id="x"), custom(order_id="7")], contract=contract)
    assert (second.before, second.same) == (0, True)


def test_requests_join_what_is_left_by_place(contract: Contract) -> None:
    before: list[dict[str, Any]] = [{"event_name": "lead"}]
    after: list[dict[str, Any]] = [{"event_name": "signup"}]
    (only,) = compare_requests(before, after, contract=contract)
    assert [each.words for each in only.differences] == ["event_name: lead → signup"]


def test_requests_tell_events_that_came_and_went(contract: Contract) -> None:
    compared = compare_requests([event(), event(event_id="o-2")], [event(event_id="o-2")], contract=contract)
    assert [(each.before, each.after) for each in compared] == [(1, 0), (0, None)]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(before=st.dictionaries(st.text(max_size=9), _JSON, max_size=4))
def test_comparing_never_raises_and_finds_nothing_between_equals(contract: Contract, before: dict[str, Any]) -> None:
    assert compare_events(before, before, contract=contract) == ()


@pytest.mark.parametrize("contents", [None, "x", [1], [[]], {}])
def test_alien_product_lines_are_compared_without_raising(contract: Contract, contents: Any) -> None:
    assert compare_events(custom(contents=contents), event(), contract=contract)


def partners(before: list[dict[str, Any]], after: list[dict[str, Any]], contract: Contract) -> list[Any]:
    return [(each.before, each.after) for each in compare_requests(before, after, contract=contract)]


def test_requests_join_no_events_of_two_names_by_their_id(contract: Contract) -> None:
    before = [event(event_name="lead"), event(event_name="Checkout")]
    assert partners(before, [event()], contract) == [(1, 0), (0, None)]


def test_requests_join_no_events_of_two_names_by_their_order(contract: Contract) -> None:
    before = [event(event_name="lead", event_id="a"), event(event_id="b")]
    assert partners(before, [event(event_id="c")], contract) == [(1, 0), (0, None)]


def test_requests_join_each_event_in_its_own_way(contract: Contract) -> None:
    before = [event(event_id="b"), event(custom_data={})]
    assert partners(before, [event(custom_data={}), event(event_id="c")], contract) == [(1, 0), (0, 1)]


@pytest.mark.parametrize("nothing", ["", None, 5])
def test_requests_join_nothing_by_an_id_that_is_none(contract: Contract, nothing: Any) -> None:
    before = [event(event_id=nothing, custom_data={}), event(event_id=nothing, custom_data={})]
    after = [event(event_id="x", custom_data={}), event(event_id=nothing, custom_data={})]
    assert partners(before, after, contract) == [(0, 0), (1, 1)]


@pytest.mark.parametrize("nothing", ["", None, 5])
def test_requests_join_nothing_by_an_order_that_is_none(contract: Contract, nothing: Any) -> None:
    alien = {"order_id": nothing}
    before = [event(event_id="a", custom_data=alien), event(event_id="b", custom_data=alien)]
    after = [event(event_id="x", custom_data={}), event(event_id="y", custom_data=alien)]
    assert partners(before, after, contract) == [(0, 0), (1, 1)]


def test_requests_take_a_name_that_is_no_text(contract: Contract) -> None:
    assert partners([event(event_name=5)], [event(event_name=None)], contract) == [(0, 0)]


def test_requests_tell_nothing_more_of_events_without_a_partner(contract: Contract) -> None:
    assert compare_requests([], [event()], contract=contract) == (EventComparison(None, 0, ()),)
    assert compare_requests([event()], [], contract=contract) == (EventComparison(0, None, ()),)


def test_requests_leave_out_what_is_ignored(contract: Contract) -> None:
    later = event(event_time=1_800_000_100)
    (only,) = compare_requests([event()], [later], contract=contract, ignored=VOLATILE)
    assert only.same


@pytest.mark.parametrize("single", [[EM], EM])
def test_digests_are_counted_before_and_after(contract: Contract, single: Any) -> None:
    (found,) = compare_events(event(user_data={"em": single}), event(user_data={"em": [EM, OTHER]}), contract=contract)
    assert (found.before, found.after, found.hashed) == ("1 digest", "2 digests", True)


def test_value_that_was_not_there_is_an_empty_text(contract: Contract) -> None:
    (found,) = compare_events(event(), event(language="en"), contract=contract)
    assert (found.before, found.after) == ("", "en")


@pytest.mark.parametrize(("text", "shown"), [("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…")])
def test_value_of_more_than_sixty_characters_is_cut(contract: Contract, text: str, shown: str) -> None:
    (found,) = compare_events(event(), event(event_source_url=text), contract=contract)
    assert found.after == shown
