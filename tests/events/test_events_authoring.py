"""Typed texts as JSON values."""

from collections.abc import Callable

import pytest

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.authoring import authored, authored_value
from workbench.events.draft import Draft
from workbench.ground.json_types import JsonValue

FieldOf = Callable[[FieldType], Field]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldType.INTEGER, "5", 5),
        (FieldType.INTEGER, "true", True),
        (FieldType.BOOLEAN, "true", True),
        (FieldType.BOOLEAN, "false", False),
        (FieldType.BOOLEAN, "True", "True"),
        (FieldType.BOOLEAN, "1", 1),
        (FieldType.INTEGER, "1e99999999999999999999", "1e99999999999999999999"),
        (FieldType.STRING, "5", "5"),
        (FieldType.STRING, "true", "true"),
        (FieldType.STRINGS, "5", "5"),
    ],
)
def test_text_is_bare_where_its_field_is(field_of: FieldOf, kind: FieldType, text: str, value: JsonValue) -> None:
    typed = authored_value(field_of(kind), text)
    assert typed == value
    assert type(typed) is type(value)


def test_text_without_a_field_stays_a_text() -> None:
    assert authored_value(None, "5") == "5"


def test_alien_item_goes_back_between_the_texts(contract: Contract) -> None:
    draft = Draft({"user_data.em": ("", "a", "", "", "b")}, extras={"user_data.em[3]": 7, "user_data.em[9]": 8})
    parts = authored(draft, contract=contract)
    assert parts.values == {"user_data.em": ["a", 7, "b"]}
    assert parts.extras == {"user_data.em[9]": 8}


def test_single_text_in_a_list_field_is_a_list(contract: Contract) -> None:
    assert authored(Draft({"user_data.em": "a"}), contract=contract).values == {"user_data.em": ["a"]}


def test_several_texts_in_a_field_for_one_are_not_lost(contract: Contract) -> None:
    assert authored(Draft({"event_id": ("a", "b")}), contract=contract).values == {"event_id": ["a", "b"]}


def test_line_keeps_its_place_when_it_is_blank(contract: Contract) -> None:
    assert authored(Draft(lines=({"id": " "}, {"id": "a"})), contract=contract).lines == ({}, {"id": "a"})


def test_draft_keeps_its_extras(contract: Contract) -> None:
    draft = Draft({"user_data.em": ("",)}, extras={"user_data.em[0]": 7, f"{CONTENTS}[0]": 5})
    authored(draft, contract=contract)
    assert draft.extras == {"user_data.em[0]": 7, f"{CONTENTS}[0]": 5}
