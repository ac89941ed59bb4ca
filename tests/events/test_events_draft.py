"""The draft: what was typed."""

from dataclasses import FrozenInstanceError, fields
from types import MappingProxyType

import pytest

from workbench.events.draft import Draft


def test_text_is_the_first_of_several() -> None:
    draft = Draft({"user_data.em": ("a", "b"), "event_id": "o-1", "user_data.ph": ()})
    assert [draft.text(path) for path in ("user_data.em", "event_id", "user_data.ph", "opt_out")] == [
        "a",
        "o-1",
        "",
        "",
    ]


def test_texts_hold_blank_ones_too() -> None:
    draft = Draft({"user_data.em": ("", "b"), "event_id": "o-1"})
    assert draft.texts("user_data.em") == ("", "b")
    assert draft.texts("event_id") == ("o-1",)
    assert draft.texts("opt_out") == ()


def test_changed_draft_leaves_the_old_one_alone() -> None:
    old = Draft({"event_id": "a"})
    assert old.with_value("event_id", "b").text("event_id") == "b"
    assert old.with_lines(({"id": "x"},)).lines == ({"id": "x"},)
    assert old == Draft({"event_id": "a"})


def test_empty_value_removes_the_path() -> None:
    assert Draft({"event_id": "a"}).with_value("event_id", "") == Draft()


def test_values_cannot_be_changed_from_outside() -> None:
    values: dict[str, str | tuple[str, ...]] = {"event_id": "a"}
    draft = Draft(values)
    values["event_id"] = "b"
    assert draft.text("event_id") == "a"
    assert isinstance(draft.values, MappingProxyType)


def test_one_extra_can_be_taken_out() -> None:
    draft = Draft(extras={"foo": 1, "bar": 2})
    assert draft.without_extra("foo").extras == {"bar": 2}
    assert draft.without_extra("none").extras == draft.extras


def test_filled_names_the_paths_with_something_in_them() -> None:
    draft = Draft(
        {"event_id": " ", "event_name": "checkout", "user_data.em": ("", "a"), "user_data.ph": ("", " ")},
        ({"id": "a", "quantity": ""}, {"id": "b", "item_name": "B"}),
    )
    assert list(draft.filled()) == [
        "event_name",
        "user_data.em",
        "custom_data.contents[].id",
        "custom_data.contents[].item_name",
    ]


def test_draft_is_frozen() -> None:
    for field in fields(Draft):
        with pytest.raises(FrozenInstanceError):
            setattr(Draft(), field.name, ())


def test_removing_a_value_that_is_not_there_changes_nothing() -> None:
    assert Draft({"event_id": "a"}).with_value("event_name", "") == Draft({"event_id": "a"})
