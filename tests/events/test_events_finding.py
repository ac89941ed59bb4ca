"""Words for findings."""

import pytest

from workbench.events.finding import FindingKind, kind_of_json
from workbench.events.number_literal import NumberLiteral
from workbench.ground.json_types import JsonValue


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "a number"),
        (NumberLiteral("1.5"), "a number"),
        (1.5, "a number"),
        ("secret", "a text"),
        (" ", "an empty text"),
        (["secret"], "a list"),
        ([], "an empty list"),
        ({"secret": 1}, "an object"),
        ({}, "an empty object"),
    ],
)
def test_kind_of_json_is_named_without_its_content(value: JsonValue, words: str) -> None:
    assert kind_of_json(value) == words


def test_kinds_are_kebab_case_words() -> None:
    assert all(kind.value == kind.name.lower().replace("_", "-") for kind in FindingKind)
