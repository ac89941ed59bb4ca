"""A comparison in words."""

from pathlib import Path
from typing import Any

import pytest

from workbench.contract.comparison import compare
from workbench.contract.comparison_words import differences, verdict
from workbench.contract.loading import Contract
from workbench.contract.openapi import read_specification
from workbench.ground.errors import InputError


def lines(contract: Contract, description: dict[str, Any], title: str) -> tuple[str, ...]:
    """What is told under a title."""
    return next(kind.lines for kind in differences(compare(contract, description)) if kind.title.startswith(title))


def test_words_say_that_they_agree(contract: Contract, description: dict[str, Any]) -> None:
    assert verdict(compare(contract, description)) == "The workbench and the specification of release 5.23.0 agree."


def test_words_say_that_they_differ(contract: Contract, description: dict[str, Any], event: dict[str, Any]) -> None:
    event["properties"]["store_id"] = {"type": "string"}
    assert verdict(compare(contract, description)).endswith(" differ.")


def test_words_name_a_missing_field(contract: Contract, description: dict[str, Any], event: dict[str, Any]) -> None:
    event["properties"]["store_id"] = {"type": "string"}
    assert lines(contract, description, "In the specification") == ("store_id",)


def test_words_tell_event_names_from_fields(contract: Contract, description: dict[str, Any]) -> None:
    assert "event name app_open" in lines(contract, description, "Here, introduced after")


def test_words_name_both_types(contract: Contract, description: dict[str, Any], event: dict[str, Any]) -> None:
    event["properties"]["language"] = {"type": "integer"}
    assert lines(contract, description, "Of another type") == ("language: string here, integer there",)


def test_specification_is_read_from_a_file(contract: Contract) -> None:
    path = Path(__file__).parent / "data" / "pinterest-events.openapi.yaml"
    assert compare(contract, read_specification(path)).agrees


def test_specification_that_is_none_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "spec.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="not an OpenAPI 3 description"):
        read_specification(path)
