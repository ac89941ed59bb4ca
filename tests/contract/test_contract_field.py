"""What a field says of itself."""

import pytest

from workbench.contract.loading import Contract


def test_field_name_is_the_last_part_of_its_path(contract: Contract) -> None:
    assert contract.by_path["custom_data.contents[].item_price"].name == "item_price"


def test_field_without_an_object_is_named_by_its_path(contract: Contract) -> None:
    assert contract.by_path["event_id"].name == "event_id"


def test_field_of_a_product_line_knows_it(contract: Contract) -> None:
    assert contract.by_path["custom_data.contents[].id"].in_line
    assert not contract.by_path["custom_data.content_ids"].in_line


def test_field_that_takes_several_values_knows_it(contract: Contract) -> None:
    assert contract.by_path["user_data.em"].is_list
    assert not contract.by_path["user_data.click_id"].is_list


@pytest.mark.parametrize(
    ("path", "event_name", "platform", "recommended"),
    [
        ("user_data.em", "checkout", "web", True),
        ("user_data.em", "my_own_event", "offline", True),
        ("user_data.client_ip_address", "checkout", "web", True),
        ("user_data.client_ip_address", "checkout", "app", False),
        ("user_data.client_ip_address", "checkout", "", True),
        ("user_data.click_id", "checkout", "app", True),
        ("user_data.click_id", "subscribe", "app", False),
        ("custom_data.value", "checkout", "offline", True),
        ("custom_data.value", "add_to_cart", "web", False),
        ("custom_data.currency", "add_to_cart", "web", True),
        ("custom_data.np", "checkout", "web", False),
        ("app_id", "app_open", "app", False),
    ],
)
def test_field_is_recommended_as_the_guide_says(
    contract: Contract, path: str, event_name: str, platform: str, recommended: bool
) -> None:
    assert contract.by_path[path].recommended_for(event_name, platform) is recommended


def test_line_fields_are_found_by_their_bare_name(contract: Contract) -> None:
    names = {"id", "item_name", "item_price", "quantity", "item_brand", "item_category", "item_brand_id"}
    assert set(contract.line_fields) == names
