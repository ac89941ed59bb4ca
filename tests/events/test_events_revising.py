"""A draft changed at one indexed path."""

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.revising import moved, parted, without, written

EM = "user_data.em"


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        (Draft(), "event_id", Draft({"event_id": "x"})),
        (Draft({EM: ("a", "b")}), f"{EM}[1]", Draft({EM: ("a", "x")})),
        (Draft({EM: ("a", "b")}), EM, Draft({EM: ("x", "b")})),
        (Draft({EM: "a"}), f"{EM}[0]", Draft({EM: ("x",)})),
        (Draft(), f"{EM}[1]", Draft({EM: ("", "x")})),
        (Draft(lines=({"id": "a"},)), "custom_data.contents[1].id", Draft(lines=({"id": "a"}, {"id": "x"}))),
        (Draft(extras={"event_id": [1]}), "event_id", Draft({"event_id": "x"})),
    ],
)
def test_written_puts_the_text_at_its_place(before: Draft, path: str, after: Draft) -> None:
    assert written(before, path, "x") == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        (Draft({"event_id": "x"}), "event_id", Draft()),
        (Draft(), "event_id", Draft()),
        (Draft({EM: ("a", "b", "c")}), f"{EM}[1]", Draft({EM: ("a", "c")})),
        (Draft({EM: ("a",)}), f"{EM}[0]", Draft()),
        (Draft(lines=({"id": "a", "quantity": "1"},)), "custom_data.contents[0].id", Draft(lines=({"quantity": "1"},))),
        (Draft(), "custom_data.contents[3].id", Draft()),
        (Draft(extras={"foo": 1, "bar": 2}), "foo", Draft(extras={"bar": 2})),
    ],
)
def test_without_takes_away_what_stands_there(before: Draft, path: str, after: Draft) -> None:
    assert without(before, path) == after


def test_without_keeps_the_place_of_alien_items() -> None:
    before = Draft({EM: ("a", "b", "")}, extras={f"{EM}[2]": {}})
    assert without(before, f"{EM}[0]").texts(EM) == ("", "b", "")


def test_parted_makes_several_items_of_one() -> None:
    assert parted(Draft({EM: ("a,b", "c")}), f"{EM}[0]", ("a", "b")).texts(EM) == ("a", "b", "c")


def test_parted_leaves_what_is_no_item() -> None:
    assert parted(Draft({"event_id": "a,b"}), "event_id", ("a", "b")) == Draft({"event_id": "a,b"})


@pytest.mark.parametrize(
    ("extras", "target", "after"),
    [
        ({"foo": "1"}, "event_id", Draft({"event_id": "1"})),
        ({"foo": 1}, "custom_data.num_items", Draft({"custom_data.num_items": "1"})),
        ({"foo": "a"}, EM, Draft({EM: ("a",)})),
        ({"foo": ["a", "b"]}, EM, Draft({EM: ("a", "b")})),
        (
            {"foo": [{"id": "a", "x": 1}]},
            "custom_data.contents",
            Draft(lines=({"id": "a"},), extras={"custom_data.contents[0].x": 1}),
        ),
        ({"foo": {"em": ["a"], "mail": "b"}}, "user_data", Draft({EM: ("a",)}, extras={"user_data.mail": "b"})),
    ],
)
def test_moved_reads_the_key_as_the_field(
    extras: dict[str, object], target: str, after: Draft, contract: Contract
) -> None:
    assert moved(Draft(extras=extras), "foo", target, contract=contract) == after  # type: ignore[arg-type]


def test_moved_stays_in_its_product_line(contract: Contract) -> None:
    before = Draft(lines=({"item_price": "1"}, {"id": "b"}), extras={"custom_data.contents[1].price": "2"})
    after = moved(before, "custom_data.contents[1].price", "custom_data.contents[].item_price", contract=contract)
    assert after == Draft(lines=({"item_price": "1"}, {"id": "b", "item_price": "2"}))


@pytest.mark.parametrize(
    ("draft", "target"),
    [
        (Draft({"event_id": "taken"}, extras={"foo": "1"}), "event_id"),
        (Draft({EM: ("", "taken")}, extras={"foo": "1"}), EM),
        (Draft(lines=({"id": "taken"},), extras={"foo": [{"id": "a"}]}), "custom_data.contents"),
        (Draft(extras={"foo": "1", "event_id": {}}), "event_id"),
        (Draft(extras={"foo": ["a"], f"{EM}[0]": {}}), EM),
        (Draft(extras={"foo": [{"id": "a"}], "custom_data.contents[0]": 1}), "custom_data.contents"),
        (Draft(extras={"foo": {}}), "event_id"),
        (Draft(extras={"foo": None}), "event_id"),
        (Draft(extras={"foo": "1"}), "custom_data.contents[].id"),
        (Draft(), "event_id"),
    ],
)
def test_moved_refuses_a_place_that_is_taken_or_takes_other_json(draft: Draft, target: str, contract: Contract) -> None:
    assert moved(draft, "foo", target, contract=contract) is None
