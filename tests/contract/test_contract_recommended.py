"""What the guide recommends, field by field, as somebody read it there: a list to hold the catalogue against."""

from collections.abc import Mapping

import pytest

from workbench.contract.loading import Contract

ALL = ("*",)
EVERYWHERE: tuple[str, ...] = ()
WEB, APP, WEB_AND_APP = ("web",), ("app",), ("web", "app")
CART = ("add_payment_info", "add_to_cart", "add_to_wishlist", "checkout")
CLICKED = ("add_to_cart", "checkout", "lead", "page_visit", "search", "signup", "view_category", "watch_video")
NINE = (*CART, "custom", "initiate_checkout", "page_visit", "search", "view_content")
LINE = "custom_data.contents[]."

# field: (platforms of the guide, none for all of them; events it is recommended for)
REVIEWED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "event_name": (EVERYWHERE, ALL),
    "action_source": (EVERYWHERE, ALL),
    "event_time": (EVERYWHERE, ALL),
    "event_id": (EVERYWHERE, ALL),
    "event_source_url": (WEB, ALL),
    "opt_out": (WEB_AND_APP, ALL),
    "partner_name": (EVERYWHERE, ALL),
    "user_data.em": (EVERYWHERE, ALL),
    "user_data.ph": (EVERYWHERE, ALL),
    "user_data.external_id": (EVERYWHERE, ALL),
    "user_data.click_id": (WEB_AND_APP, CLICKED),
    "user_data.client_ip_address": (WEB, ALL),
    "user_data.client_user_agent": (WEB_AND_APP, ALL),
    "user_data.hashed_maids": (APP, ALL),
    "user_data.fn": (EVERYWHERE, ("checkout",)),  # the description's; the guide leaves it out
    "user_data.ln": (EVERYWHERE, ALL),
    "user_data.ge": (EVERYWHERE, ALL),
    "user_data.db": (EVERYWHERE, ALL),
    "user_data.ct": (EVERYWHERE, ALL),
    "user_data.st": (EVERYWHERE, ALL),
    "user_data.zp": (EVERYWHERE, ALL),
    "user_data.country": (EVERYWHERE, ALL),
    "custom_data.currency": (EVERYWHERE, (*CART, "initiate_checkout", "search", "subscribe", "view_content")),
    "custom_data.value": (
        EVERYWHERE,
        ("add_payment_info", "add_to_wishlist", "checkout", "custom", "initiate_checkout", "search", "subscribe",
         "view_content"),
    ),
    "custom_data.content_ids": (EVERYWHERE, NINE),
    "custom_data.content_name": (
        EVERYWHERE,
        ("add_payment_info", "add_to_cart", "add_to_wishlist", "custom", "initiate_checkout", "page_visit",
         "view_content"),
    ),
    "custom_data.content_category": (EVERYWHERE, ("add_to_cart", "checkout", "custom")),
    "custom_data.content_brand": (EVERYWHERE, ("add_to_cart", "checkout", "custom")),
    "custom_data.num_items": (EVERYWHERE, ("add_payment_info", "checkout", "custom", "initiate_checkout", "search")),
    "custom_data.order_id": (EVERYWHERE, ("add_to_cart", "checkout")),
    "custom_data.search_string": (EVERYWHERE, ("search",)),
    f"{LINE}id": (EVERYWHERE, NINE),
    f"{LINE}item_name": (EVERYWHERE, NINE),
    f"{LINE}item_category": (EVERYWHERE, NINE),
    f"{LINE}item_price": (EVERYWHERE, NINE),
    f"{LINE}item_brand": (
        EVERYWHERE,
        ("add_to_cart", "add_to_wishlist", "checkout", "custom", "page_visit", "search", "view_content"),
    ),
    f"{LINE}quantity": (
        EVERYWHERE,
        ("add_payment_info", "checkout", "custom", "initiate_checkout", "search", "view_content"),
    ),
}  # fmt: skip
# field: platforms of the guide, whose fields are optional for all events there
OPTIONAL: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ["language", "app_id", "app_name", "app_version", "device_brand", "device_model", "device_type",
         "device_carrier", "os_version"],
        APP,
    ),
    "wifi": WEB_AND_APP,
    "user_data.partner_id": EVERYWHERE,
    "custom_data.opt_out_type": EVERYWHERE,
}  # fmt: skip


def test_recommended_fields_are_those_of_the_guide(contract: Contract) -> None:
    assert {each.path for each in contract.fields if each.recommended} == set(REVIEWED)


@pytest.mark.parametrize("path", REVIEWED)
def test_recommended_events_and_platforms_are_those_of_the_guide(path: str, contract: Contract) -> None:
    field = contract.by_path[path]
    assert (field.platforms, sorted(field.recommended)) == (REVIEWED[path][0], sorted(REVIEWED[path][1]))


@pytest.mark.parametrize("path", OPTIONAL)
def test_optional_fields_are_those_of_the_guide(path: str, contract: Contract) -> None:
    field = contract.by_path[path]
    assert (field.platforms, field.recommended, field.optional) == (OPTIONAL[path], (), ALL)


@pytest.mark.parametrize("path", [path for path in REVIEWED if path.startswith("custom_data.")])
def test_custom_data_is_optional_for_the_other_events(path: str, contract: Contract) -> None:
    assert contract.by_path[path].optional == ALL
