"""The catalogue says of every published field what Pinterest's description says."""

from collections.abc import Mapping
from typing import Any

from workbench.contract.loading import Contract

Leaves = Mapping[str, Mapping[str, Any]]


def test_catalogue_has_every_published_leaf_and_no_other(contract: Contract, leaves: Leaves) -> None:
    assert {field.path for field in contract.fields if field.published} == set(leaves)


def test_catalogue_has_86_published_fields(contract: Contract) -> None:
    assert sum(field.published for field in contract.fields) == 86


def test_catalogue_names_the_release_of_the_description(contract: Contract, published: Mapping[str, Any]) -> None:
    assert contract.spec_version == published["info"]["version"]


def test_catalogue_types_are_the_published_ones(contract: Contract, leaves: Leaves) -> None:
    described = {path: f"{s['items']['type']}[]" if s["type"] == "array" else s["type"] for path, s in leaves.items()}
    assert {field.path: field.type.value for field in contract.fields if field.published} == described


def test_catalogue_limits_are_the_published_ones(contract: Contract, leaves: Leaves) -> None:
    for path, schema in leaves.items():
        field = contract.by_path[path]
        limits = (field.max_length, field.minimum, field.maximum)
        assert limits == (schema.get("maxLength"), schema.get("minimum"), schema.get("maximum")), path


def test_catalogue_values_are_the_published_enums(contract: Contract, leaves: Leaves) -> None:
    for path, schema in leaves.items():
        assert contract.by_path[path].values == tuple(schema.get("enum", ())), path


def test_catalogue_nullability_is_the_published_one(contract: Contract, leaves: Leaves) -> None:
    for path, schema in leaves.items():
        assert contract.by_path[path].nullable is schema.get("nullable", False), path


def test_catalogue_requires_what_an_event_requires(contract: Contract, event: dict[str, Any]) -> None:
    required = [field.path for field in contract.fields if field.required]
    assert set(required) == set(event["required"]) - {"user_data"}


def test_catalogue_hashes_the_published_digests_and_nothing_else(contract: Contract, leaves: Leaves) -> None:
    digests = {path for path, schema in leaves.items() if "Sha256" in schema.get("description", "")}
    assert {field.path for field in contract.fields if field.hashed} == digests


def test_catalogue_hash_rules_are_the_bare_names(contract: Contract) -> None:
    assert all(field.hash_rule == field.name for field in contract.fields if field.hashed)


def test_catalogue_decimals_travel_as_text(contract: Contract) -> None:
    decimals = {field.path: field.type.value for field in contract.fields if field.format == "decimal"}
    paths = ("custom_data.value", "custom_data.predicted_ltv", "custom_data.contents[].item_price")
    assert decimals == dict.fromkeys(paths, "string")


def test_catalogue_times_are_integers(contract: Contract) -> None:
    times = {field.path: field.type.value for field in contract.fields if field.format == "unix-time"}
    assert times == {"event_time": "integer", "app_info.install_time": "integer"}
