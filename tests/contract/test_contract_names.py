"""The event names, where events happen, and the answers of the endpoint."""

import re
from typing import Any

from workbench.contract.loading import Contract

# Pinterest's guide, "Usable for"; the names it was not seen for stand in neither.
ONLY_REPORTING = {"add_payment_info", "add_to_wishlist", "initiate_checkout"}
ONLY_AUDIENCES = {"contact", "customize_product", "find_location", "schedule"}


def listed_names(event: dict[str, Any], property_name: str) -> list[str]:
    return re.findall(r"`(\w+)`", event["properties"][property_name]["description"])


def test_names_are_the_22_known_ones(contract: Contract) -> None:
    assert len(contract.event_names) == len(contract.event_name_set) == 22


def test_names_of_the_description_are_published(contract: Contract, event: dict[str, Any]) -> None:
    published = {each.name for each in contract.event_names if each.published}
    assert published == set(listed_names(event, "event_name"))


def test_names_that_are_newer_came_with_5_28(contract: Contract) -> None:
    newer = {each.name: each.since for each in contract.event_names if not each.published}
    names = (
        "app_open", "contact", "customize_product", "find_location", "schedule", "start_trial", "submit_application",
    )  # fmt: skip
    assert newer == dict.fromkeys(names, "5.28.0")


def test_names_have_label_and_known_sources(contract: Contract) -> None:
    for each in contract.event_names:
        assert each.label, each.name
        assert each.sources, each.name
        assert set(each.sources) <= set(contract.sources), each.name


def test_names_are_usable_as_the_guide_says(contract: Contract) -> None:
    assert {each.name for each in contract.event_names if not each.audiences} == ONLY_REPORTING
    assert {each.name for each in contract.event_names if not each.reporting} == ONLY_AUDIENCES


def test_names_of_the_tag_differ_only_in_case_and_underscores(contract: Contract) -> None:
    differing = [each for each in contract.event_names if each.tag_name.lower() != each.name.replace("_", "")]
    assert [(each.name, each.tag_name) for each in differing] == [("app_install", ""), ("app_open", "")]


def test_names_have_unique_labels(contract: Contract) -> None:
    assert len({each.label.lower() for each in contract.event_names}) == len(contract.event_names)


def test_action_sources_are_the_described_ones(contract: Contract, event: dict[str, Any]) -> None:
    assert {each.name for each in contract.action_sources} == set(listed_names(event, "action_source"))


def test_action_sources_count_as_the_guides_platforms(contract: Contract) -> None:
    platforms = {"web": "web", "app_android": "app", "app_ios": "app", "offline": "offline"}
    assert contract.platform_of == platforms


def test_answers_are_the_known_ones_and_a_default(contract: Contract) -> None:
    assert set(contract.responses) == {0, 200, 400, 401, 403, 404, 422, 429, 503}


def test_answers_have_the_described_codes(contract: Contract, description: dict[str, Any]) -> None:
    operation = description["paths"]["/ad_accounts/{ad_account_id}/events"]["post"]
    for status, answer in operation["responses"].items():
        if status in {"200", "422", "default"}:
            continue
        content = answer["content"]["application/json"]
        example = content.get("example") or content["examples"]["UnauthorizedAccess"]["value"]
        assert contract.responses[int(status)].code == example["code"], status


def test_answers_have_title_and_known_sources(contract: Contract) -> None:
    for each in contract.responses.values():
        assert each.title, each.status
        assert not each.title.endswith("."), each.status
        assert each.sources, each.status
        assert set(each.sources) <= set(contract.sources), each.status
