"""The catalogue, and Pinterest's published description as it lies beside the tests."""

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from workbench.contract.loading import Contract, load_contract
from workbench.contract.openapi import parse_description

DESCRIPTION = Path(__file__).parent / "data" / "pinterest-events.openapi.yaml"


@pytest.fixture(scope="session")
def contract() -> Contract:
    return load_contract()


@pytest.fixture(scope="session")
def published_bytes() -> bytes:
    return DESCRIPTION.read_bytes()


@pytest.fixture(scope="session")
def published(published_bytes: bytes) -> Mapping[str, Any]:
    return parse_description(published_bytes)


@pytest.fixture
def description(published: Mapping[str, Any]) -> dict[str, Any]:
    """A copy that a test may change."""
    return copy.deepcopy(dict(published))


@pytest.fixture
def event(description: dict[str, Any]) -> dict[str, Any]:
    """The schema of one event inside ``description``."""
    schema: dict[str, Any] = description["components"]["schemas"]["ConversionEvents"]["properties"]["data"]["items"]
    return schema


@pytest.fixture(scope="session")
def leaves(published: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Each leaf of one event with its schema, collected by hand: a second opinion beside the generic reading."""
    schemas = published["components"]["schemas"]
    event = schemas["ConversionEvents"]["properties"]["data"]["items"]["properties"]
    custom_data = event["custom_data"]["properties"]
    places = {
        "": event,
        "user_data.": schemas["ConversionEventsUserDataProperties"]["properties"],
        "custom_data.": custom_data,
        "custom_data.contents[].": custom_data["contents"]["items"]["properties"],
        "app_info.": schemas["ConversionEventAppInfo"]["properties"],
        "device_info.": schemas["ConversionEventDeviceInfo"]["properties"],
    }
    objects = {"user_data", "custom_data", "custom_data.contents", "app_info", "device_info"}
    found = {prefix + name: schema for prefix, place in places.items() for name, schema in place.items()}
    return {path: schema for path, schema in found.items() if path not in objects}
