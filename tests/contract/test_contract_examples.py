"""Every example could be sent, and belongs to nobody."""

import ipaddress
import re
from urllib.parse import urlsplit

import pytest

from workbench.contract.field import FieldType
from workbench.contract.loading import Contract

DOCUMENTATION = ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")


def test_examples_keep_their_length(contract: Contract) -> None:
    limited = [field for field in contract.fields if field.max_length is not None]
    assert [field.path for field in limited if len(field.example) > (field.max_length or 0)] == []


def test_examples_are_allowed_values(contract: Contract) -> None:
    assert [field.path for field in contract.fields if field.values and field.example not in field.values] == []


def test_examples_of_integers_are_whole_numbers_in_range(contract: Contract) -> None:
    for field in contract.fields:
        if field.type is FieldType.INTEGER:
            assert re.fullmatch(r"\d+", field.example), field.path
            assert (field.minimum or 0) <= int(field.example) <= (field.maximum or 2**63 - 1), field.path


def test_examples_of_booleans_are_true_or_false(contract: Contract) -> None:
    booleans = [field for field in contract.fields if field.type is FieldType.BOOLEAN]
    assert {field.example for field in booleans} == {"true", "false"}


@pytest.mark.parametrize(
    ("format_", "pattern"),
    [
        ("decimal", r"\d+\.\d\d"),
        ("unix-time", r"1[67]\d{8}"),
        ("currency", r"[A-Z]{3}"),
        ("language", r"[a-z]{2}"),
        ("click-id", r"dj0yJ[\w-]+"),
        ("partner-name", r"direct|ss-[a-z0-9-]+"),
        ("locale", r"[a-z]{2,3}(-[A-Za-z0-9]+)*"),
        ("timezone", r"[A-Z]\w+/[A-Z]\w+"),
        ("opt-out-type", r"LDP"),
    ],
)
def test_examples_obey_their_format(contract: Contract, format_: str, pattern: str) -> None:
    examples = [field.example for field in contract.fields if field.format == format_]
    assert examples
    assert [example for example in examples if not re.fullmatch(pattern, example)] == []


def test_example_of_the_event_name_is_a_standard_event(contract: Contract) -> None:
    assert contract.by_path["event_name"].example in contract.event_name_set


def test_example_of_the_action_source_is_one(contract: Contract) -> None:
    assert contract.by_path["action_source"].example in contract.platform_of


def test_example_addresses_of_pages_are_reserved(contract: Contract) -> None:
    hosts = [urlsplit(field.example).hostname or "" for field in contract.fields if field.format == "url"]
    assert hosts
    assert all(re.search(r"(^|\.)example\.(com|org)$", host) for host in hosts)


def test_example_ip_addresses_are_for_documentation(contract: Contract) -> None:
    networks = [ipaddress.ip_network(network) for network in DOCUMENTATION]
    addresses = [ipaddress.ip_address(field.example) for field in contract.fields if field.format == "ip"]
    assert addresses
    assert all(any(address in network for network in networks) for address in addresses)


def test_example_e_mail_address_is_reserved(contract: Contract) -> None:
    assert re.fullmatch(r"[\w.]+@example\.(com|org)", contract.by_path["user_data.em"].example)


def test_example_phone_number_is_reserved(contract: Contract) -> None:
    assert re.fullmatch(r"\+1 \d{3} 555 01\d\d", contract.by_path["user_data.ph"].example)


def test_examples_of_hashed_fields_are_plain_text(contract: Contract) -> None:
    assert [field.path for field in contract.fields if re.fullmatch(r"[0-9a-fA-F]{32,64}", field.example)] == []


def test_examples_of_one_order_fit_together(contract: Contract) -> None:
    order = {path: field.example for path, field in contract.by_path.items()}
    assert order["custom_data.contents[].quantity"] == order["custom_data.num_items"]
    assert order["custom_data.contents[].id"] == order["custom_data.content_ids"]
    price, quantity = order["custom_data.contents[].item_price"], order["custom_data.contents[].quantity"]
    cents = int(price.replace(".", "")) * int(quantity)
    assert cents == int(order["custom_data.value"].replace(".", ""))
