"""The description is read whatever way it is written."""

from typing import Any

import pytest

from workbench.contract.description import DescribedField, read_description
from workbench.ground.errors import InputError

PATH = "/ad_accounts/{ad_account_id}/events"


def document(event: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    """A description of the operation with the given schema of one event."""
    body = {"type": "object", "properties": {"data": {"type": "array", "items": event}}}
    content = {"application/json": {"schema": body}}
    return {
        "openapi": "3.0.3",
        "info": {"version": "9.1.0"},
        "paths": {PATH: {"post": {"requestBody": {"content": content}}}},
        "components": {"schemas": schemas},
    }


def fields(event: dict[str, Any], **schemas: Any) -> dict[str, DescribedField]:
    return {field.path: field for field in read_description(document(event, **schemas)).fields}


def test_read_description_follows_references_in_references() -> None:
    found = fields(
        {"$ref": "#/components/schemas/Event"},
        Event={"properties": {"device": {"$ref": "#/components/schemas/Device"}}},
        Device={"properties": {"brand": {"type": "string"}}},
    )
    assert list(found) == ["device.brand"]


@pytest.mark.parametrize("composition", ["allOf", "anyOf", "oneOf"])
def test_read_description_joins_the_parts_of_a_composition(composition: str) -> None:
    parts = [{"properties": {"a": {"type": "string"}}}, {"properties": {"b": {"type": "boolean"}}}]
    found = fields({composition: parts, "properties": {"c": {"type": "integer"}}})
    assert {path: field.type for path, field in found.items()} == {"c": "integer", "a": "string", "b": "boolean"}


def test_read_description_reads_a_named_enum_behind_all_of() -> None:
    found = fields(
        {"properties": {"kind": {"allOf": [{"$ref": "#/components/schemas/Kind"}], "description": "Which."}}},
        Kind={"type": "string", "enum": ["one", "two"]},
    )["kind"]
    assert (found.type, found.values) == ("string", ("one", "two"))


def test_read_description_reads_limits() -> None:
    found = fields({"properties": {"size": {"type": "integer", "minimum": 0, "maximum": 9, "maxLength": 3}}})["size"]
    assert (found.minimum, found.maximum, found.max_length) == (0, 9, 3)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
    ],
)
def test_read_description_knows_every_way_to_allow_null(schema: dict[str, Any]) -> None:
    found = fields({"properties": {"name": schema}})["name"]
    assert (found.type, found.nullable) == ("string", True)


def test_read_description_writes_lists_of_texts_and_of_objects() -> None:
    line = {"type": "object", "properties": {"id": {"type": "string"}}}
    ids = {"type": "array", "items": {"type": "string", "maxLength": 5}}
    found = fields({"properties": {"lines": {"type": "array", "items": line}, "ids": ids}})
    assert {path: field.type for path, field in found.items()} == {"lines[].id": "string", "ids": "string[]"}
    assert found["ids"].max_length == 5


def test_read_description_names_several_types() -> None:
    assert fields({"properties": {"value": {"type": ["string", "number"]}}})["value"].type == "string or number"


def test_read_description_keeps_a_field_without_a_type() -> None:
    assert fields({"properties": {"value": {}}})["value"].type == "anything"


def test_read_description_keeps_an_object_without_properties() -> None:
    assert fields({"properties": {"free": {"type": "object"}}})["free"].type == "object"


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "description": "Which.\n\n- `checkout`\n- `lead`\n\nSee `event_id`."},
        {"type": "string", "description": "Which. <li><code>checkout</code> <li><code>lead</code>"},
        {"type": "string", "enum": ["checkout", "lead"], "description": "- `other`"},
        {"$ref": "#/components/schemas/Name"},
        {"allOf": [{"$ref": "#/components/schemas/Name"}]},
    ],
)
def test_read_description_finds_the_event_names(schema: dict[str, Any]) -> None:
    found = read_description(
        document({"properties": {"event_name": schema}}, Name={"type": "string", "enum": ["checkout", "lead"]})
    )
    assert found.event_names == ("checkout", "lead")


def test_read_description_does_without_event_names() -> None:
    assert read_description(document({"properties": {"event_id": {"type": "string"}}})).event_names == ()


def test_read_description_takes_a_path_with_the_version_before_it() -> None:
    described = document({"properties": {"event_id": {"type": "string"}}})
    described["paths"] = {"/v5/ad_accounts/{id}/events": described["paths"][PATH]}
    assert [field.path for field in read_description(described).fields] == ["event_id"]


def test_read_description_takes_a_referenced_request_body() -> None:
    described = document({"properties": {"event_id": {"type": "string"}}})
    operation = described["paths"][PATH]["post"]
    described["components"]["requestBodies"] = {"a/b": operation["requestBody"]}
    operation["requestBody"] = {"$ref": "#/components/requestBodies/a~1b"}
    assert [field.path for field in read_description(described).fields] == ["event_id"]


def test_read_description_takes_another_name_of_the_body(description: dict[str, Any]) -> None:
    before = read_description(description)
    schemas = description["components"]["schemas"]
    schemas["ConversionEventsCreate"] = schemas.pop("ConversionEvents")
    content = description["paths"][PATH]["post"]["requestBody"]["content"]["application/json"]
    content["schema"] = {"allOf": [{"$ref": "#/components/schemas/ConversionEventsCreate"}]}
    assert read_description(description) == before


def test_read_description_takes_all_of_for_any_of(description: dict[str, Any]) -> None:
    before = read_description(description)
    user_data = description["components"]["schemas"]["ConversionEventsUserData"]
    user_data["allOf"] = user_data.pop("anyOf")[:1]
    assert read_description(description) == before


@pytest.mark.parametrize(
    ("reference", "words"),
    [("#/components/schemas/Gone", "something it lacks"), ("other.yaml#/Event", "something outside itself")],
)
def test_read_description_refuses_references_it_cannot_follow(reference: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        fields({"$ref": reference})


def test_read_description_refuses_a_schema_that_contains_itself() -> None:
    with pytest.raises(InputError, match="repeats itself"):
        fields(
            {"$ref": "#/components/schemas/Node"}, Node={"properties": {"child": {"$ref": "#/components/schemas/Node"}}}
        )


def test_read_description_reads_references_that_go_in_circles() -> None:
    found = fields(
        {"$ref": "#/components/schemas/A"},
        A={"allOf": [{"$ref": "#/components/schemas/B"}], "properties": {"a": {"type": "string"}}},
        B={"allOf": [{"$ref": "#/components/schemas/A"}], "properties": {"b": {"type": "string"}}},
    )
    assert list(found) == ["a", "b"]


def test_read_description_refuses_a_schema_that_multiplies() -> None:
    schemas: dict[str, Any] = {"S0": {"type": "string"}}
    for level in range(1, 30):
        below = {"$ref": f"#/components/schemas/S{level - 1}"}
        schemas[f"S{level}"] = {"properties": {"a": below, "b": below}}
    with pytest.raises(InputError, match="more than 10,000 fields"):
        fields({"$ref": "#/components/schemas/S29"}, **schemas)


@pytest.mark.parametrize("body", [{}, {"type": "object"}, {"properties": {"data": {"type": "array"}}}])
def test_read_description_refuses_a_body_without_events(body: dict[str, Any]) -> None:
    described = document({})
    described["paths"][PATH]["post"]["requestBody"]["content"]["application/json"]["schema"] = body
    with pytest.raises(InputError, match="has no events"):
        read_description(described)


@pytest.mark.parametrize("paths", [None, [], {PATH: None}, {PATH: {"get": {}}}, {PATH: {"post": {"requestBody": 1}}}])
def test_read_description_refuses_a_document_without_the_operation(paths: Any) -> None:
    with pytest.raises(InputError, match="no JSON request body for POST"):
        read_description({"openapi": "3.0.3", "paths": paths})


@pytest.mark.parametrize("nonsense", [1, "text", [], {"properties": 5, "allOf": 5, "enum": 5, "type": 5}])
def test_read_description_survives_a_property_that_is_no_schema(nonsense: Any) -> None:
    assert fields({"properties": {"odd": nonsense}})["odd"].type == "anything"
