"""Reading the request target."""

import pytest

from workbench.practice.address import address_of


def test_address_names_the_ad_account() -> None:
    address = address_of("/v5/ad_accounts/549755885175/events")
    assert address is not None
    assert (address.ad_account_id, address.test, address.fault(longest_id=18)) == ("549755885175", False, None)


@pytest.mark.parametrize("query", ["?test=true", "?test=True", "?x=1&test=true"])
def test_address_knows_a_test(query: str) -> None:
    address = address_of(f"/v5/ad_accounts/1/events{query}")
    assert address is not None
    assert address.test


@pytest.mark.parametrize("query", ["", "?", "?test=false", "?is_test=true"])
def test_address_without_test_true_is_live(query: str) -> None:
    address = address_of(f"/v5/ad_accounts/1/events{query}")
    assert address is not None
    assert not address.test


@pytest.mark.parametrize(
    "target",
    ["/", "*", "/v5/ad_accounts/1/events/", "/v5/ad_accounts/1", "/v4/ad_accounts/1/events", "/v5/ad_accounts//events",
     "/v5/ad_accounts/1/2/events", "http://["],
)  # fmt: skip
def test_address_is_none_for_another_path(target: str) -> None:
    assert address_of(target) is None


@pytest.mark.parametrize(
    ("account", "message"),
    [
        ("shop", "'shop' does not match '^\\\\d+$'"),
        ("12a", "'12a' does not match '^\\\\d+$'"),
        ("%D9%A1", "'\u0661' does not match '^\\\\d+$'"),
        ("1" * 19, f"'{'1' * 19}' is too long"),
    ],
)
def test_address_tells_a_wrong_ad_account_id(account: str, message: str) -> None:
    address = address_of(f"/v5/ad_accounts/{account}/events")
    assert address is not None
    assert address.fault(longest_id=18) == message


@pytest.mark.parametrize("text", ["1", "yes", ""])
def test_address_tells_a_test_that_is_no_boolean(text: str) -> None:
    address = address_of(f"/v5/ad_accounts/1/events?test={text}")
    assert address is not None
    assert address.fault(longest_id=18) == f"'{text}' is not of type 'boolean'"
