"""A new release of the description is noticed, whatever it changes."""

from typing import Any

import pytest

from workbench.contract.comparison import TypeChange, compare
from workbench.contract.loading import Contract
from workbench.ground.errors import InputError

SEVEN = ("app_open", "contact", "customize_product", "find_location", "schedule", "start_trial", "submit_application")


def test_compare_agrees_with_the_published_description(contract: Contract, description: dict[str, Any]) -> None:
    assert compare(contract, description).agrees


def test_compare_names_the_release(contract: Contract, description: dict[str, Any]) -> None:
    assert compare(contract, description).version == "5.23.0"


def test_compare_tells_newer_fields_from_extra_ones(contract: Contract, description: dict[str, Any]) -> None:
    comparison = compare(contract, description)
    assert comparison.extra_fields == ()
    assert comparison.newer_fields == (
        "advertiser_tracking_enabled",
        "user_data.customer_type",
        "custom_data.contents[].item_brand_id",
    )


def test_compare_tells_newer_names_from_extra_ones(contract: Contract, description: dict[str, Any]) -> None:
    comparison = compare(contract, description)
    assert comparison.extra_event_names == ()
    assert comparison.newer_event_names == SEVEN


def test_compare_reports_a_new_field(contract: Contract, description: dict[str, Any], event: dict[str, Any]) -> None:
    event["properties"]["store_id"] = {"type": "string"}
    comparison = compare(contract, description)
    assert comparison.missing_fields == ("store_id",)
    assert not comparison.agrees


def test_compare_reports_a_new_field_of_a_product_line(
    contract: Contract, description: dict[str, Any], event: dict[str, Any]
) -> None:
    line = event["properties"]["custom_data"]["properties"]["contents"]["items"]
    line["properties"]["discount"] = {"type": "string"}
    assert compare(contract, description).missing_fields == ("custom_data.contents[].discount",)


def test_compare_reports_a_new_key_beside_the_events(contract: Contract, description: dict[str, Any]) -> None:
    description["components"]["schemas"]["ConversionEvents"]["properties"]["source"] = {"type": "string"}
    assert compare(contract, description).missing_fields == ("(request).source",)


def test_compare_reports_a_dropped_field(
    contract: Contract, description: dict[str, Any], event: dict[str, Any]
) -> None:
    del event["properties"]["wifi"]
    comparison = compare(contract, description)
    assert comparison.extra_fields == ("wifi",)
    assert not comparison.agrees


def test_compare_reports_a_changed_type(contract: Contract, description: dict[str, Any], event: dict[str, Any]) -> None:
    event["properties"]["event_time"]["type"] = "string"
    comparison = compare(contract, description)
    assert comparison.changed_types == (TypeChange("event_time", "integer", "string"),)
    assert not comparison.agrees


def test_compare_reports_a_list_that_became_a_text(contract: Contract, description: dict[str, Any]) -> None:
    schemas = description["components"]["schemas"]
    schemas["ConversionEventsUserDataProperties"]["properties"]["em"] = {"type": "string"}
    changed = compare(contract, description).changed_types
    assert changed == (TypeChange("user_data.em", "string[]", "string"),)


def test_compare_reports_a_new_event_name(
    contract: Contract, description: dict[str, Any], event: dict[str, Any]
) -> None:
    event["properties"]["event_name"]["description"] += "\n- `donate`"
    comparison = compare(contract, description)
    assert comparison.missing_event_names == ("donate",)
    assert not comparison.agrees


def test_compare_reports_a_dropped_event_name(
    contract: Contract, description: dict[str, Any], event: dict[str, Any]
) -> None:
    text = event["properties"]["event_name"]["description"]
    event["properties"]["event_name"]["description"] = text.replace("- `lead`\n", "")
    comparison = compare(contract, description)
    assert comparison.extra_event_names == ("lead",)
    assert not comparison.agrees


def test_compare_calls_a_field_extra_once_its_release_is_described(
    contract: Contract, description: dict[str, Any]
) -> None:
    description["info"]["version"] = "5.28.0"
    comparison = compare(contract, description)
    assert comparison.extra_fields == ("advertiser_tracking_enabled", "custom_data.contents[].item_brand_id")
    assert comparison.newer_fields == ("user_data.customer_type",)
    assert comparison.extra_event_names == SEVEN


def test_compare_orders_releases_by_number(
    contract: Contract, description: dict[str, Any], event: dict[str, Any]
) -> None:
    description["info"]["version"] = "5.9.0"
    del event["properties"]["app_info"]
    comparison = compare(contract, description)
    assert comparison.extra_fields == ()
    assert "app_info.app_id" in comparison.newer_fields


def test_compare_takes_an_unnamed_release_for_the_first(contract: Contract, description: dict[str, Any]) -> None:
    del description["info"]
    comparison = compare(contract, description)
    assert comparison.version == ""
    assert comparison.agrees


def test_compare_refuses_a_description_of_something_else(contract: Contract) -> None:
    with pytest.raises(InputError, match="no JSON request body for POST"):
        compare(contract, {"openapi": "3.0.3", "paths": {"/pins": {"get": {}}}})
