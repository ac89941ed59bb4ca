"""The TOML files themselves: nothing stands twice, nothing stands in the wrong file, every source is known."""

import dataclasses
import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from workbench.contract.field import CONTENTS, Field
from workbench.contract.loading import ActionSource, Contract, EventName, ResponseCode
from workbench.contract.tables import FIELD_FILES
from workbench.ground.resources import resource_text

OBJECTS = {
    "event": "",
    "user_data": "user_data",
    "custom_data": "custom_data",
    "contents": f"{CONTENTS}[]",
    "app_info": "app_info",
    "device_info": "device_info",
}
FORMATS = {
    "", "decimal", "unix-time", "event-name", "action-source", "url", "ip", "user-agent", "click-id", "currency",
    "language", "partner-name", "opt-out-type", "locale", "timezone",
}  # fmt: skip


def rows(file: str, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(resource_text(f"contract/{file}.toml"))[table]
    return found


@pytest.mark.parametrize(
    ("file", "table", "kind"),
    [
        *((file, "field", Field) for file in FIELD_FILES),
        ("event_names", "event_name", EventName),
        ("event_names", "action_source", ActionSource),
        ("responses", "response", ResponseCode),
    ],
)
def test_file_has_no_unknown_keys(file: str, table: str, kind: type[Any]) -> None:
    known = {each.name for each in dataclasses.fields(kind)}
    assert {key for row in rows(file, table) for key in row} <= known


@pytest.mark.parametrize("file", FIELD_FILES)
def test_file_holds_the_fields_of_its_object(file: str) -> None:
    assert {row["path"].rpartition(".")[0] for row in rows(file, "field")} == {OBJECTS[file]}


@pytest.mark.parametrize("file", [*FIELD_FILES, "event_names", "responses"])
def test_file_has_only_the_tables_that_are_read(file: str) -> None:
    tables = {"event_names": {"event_name", "action_source"}, "responses": {"response"}}
    assert set(tomllib.loads(resource_text(f"contract/{file}.toml"))) == tables.get(file, {"field"})


def test_fields_stand_once(contract: Contract) -> None:
    assert [path for path, count in Counter(field.path for field in contract.fields).items() if count > 1] == []


def test_fields_have_known_formats(contract: Contract) -> None:
    assert {field.format for field in contract.fields} == FORMATS


def test_fields_are_in_known_groups(contract: Contract) -> None:
    assert {field.group for field in contract.fields} == {group.name for group in contract.groups}


def test_fields_name_known_platforms(contract: Contract) -> None:
    assert {name for field in contract.fields for name in field.platforms} <= set(contract.platform_of.values())


def test_fields_recommend_themselves_for_known_events(contract: Contract) -> None:
    named = {name for field in contract.fields for name in (*field.recommended, *field.optional)}
    assert named - {"*"} <= contract.event_name_set


def test_fields_name_known_sources(contract: Contract) -> None:
    for field in contract.fields:
        assert field.sources, field.path
        assert set(field.sources) <= set(contract.sources), field.path


def test_fields_are_published_up_to_the_release_of_the_description(contract: Contract) -> None:
    limit = [int(number) for number in contract.spec_version.split(".")]
    for field in contract.fields:
        assert re.fullmatch(r"5\.\d+\.\d+", field.since), field.path
        assert field.published is ([int(number) for number in field.since.split(".")] <= limit), field.path


def test_newer_fields_are_the_three_known_ones(contract: Contract) -> None:
    newer = {
        field.path: (field.since, field.values, field.max_length) for field in contract.fields if not field.published
    }
    assert newer == {
        "advertiser_tracking_enabled": ("5.28.0", (), None),
        "user_data.customer_type": ("5.31.0", ("new", "returning"), None),
        "custom_data.contents[].item_brand_id": ("5.28.0", (), 64),
    }


def test_fields_that_are_off_by_default_form_the_advanced_group(contract: Contract) -> None:
    assert {field.path for field in contract.fields if field.advanced} == {
        field.path for field in contract.fields if field.group == "advanced"
    }


def test_newer_fields_are_off_by_default(contract: Contract) -> None:
    assert all(field.advanced for field in contract.fields if not field.published)
