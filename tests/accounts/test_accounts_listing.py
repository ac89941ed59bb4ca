"""The file's text: read into accounts, changed without losing what this version does not know, written again."""

import json

import pytest

from workbench.accounts.account import Account, Safety
from workbench.accounts.listing import DamagedListingError, Listing, is_twin, parse_listing
from workbench.ground.json_types import JsonValue

SHOP = Account(name="Shop EU", ad_account_id="123", safety=Safety.ASK)


def text_of(*entries: JsonValue, **other: JsonValue) -> bytes:
    return json.dumps(other | {"accounts": list(entries)}).encode()


def test_listing_round_trips_an_account() -> None:
    assert parse_listing(Listing().with_added(SHOP).encoded()).accounts == (SHOP,)


def test_listing_is_written_for_people_to_read() -> None:
    text = Listing().with_added(Account(name="Geschäft", ad_account_id="1")).encoded().decode()
    assert '"name": "Geschäft"' in text
    assert text.endswith("}\n")


def test_parse_listing_reads_a_file_saved_by_an_editor_with_a_byte_order_mark() -> None:
    assert parse_listing(b"\xef\xbb\xbf" + Listing().with_added(SHOP).encoded()).accounts == (SHOP,)


def test_parse_listing_takes_an_entry_without_safety_as_test_only() -> None:
    assert parse_listing(text_of({"name": "Shop", "ad_account_id": "1"})).accounts[0].safety is Safety.TEST_ONLY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"accounts": {}}',
        b'"accounts"',
        b"[" * 200_000,
    ],
)
def test_parse_listing_refuses_what_is_no_list_of_accounts(data: bytes) -> None:
    with pytest.raises(DamagedListingError, match="it "):
        parse_listing(data)


def test_listing_keeps_unknown_keys_when_an_account_changes() -> None:
    listing = parse_listing(text_of({"name": "Shop", "ad_account_id": "1", "colour": "red"}, version=7))
    old = listing.accounts[0]
    changed = json.loads(listing.with_changed(old, Account("Store", "1", Safety.ASK)).encoded())
    assert changed == {
        "version": 7,
        "accounts": [{"name": "Store", "ad_account_id": "1", "colour": "red", "safety": "ask"}],
    }


def test_listing_keeps_text_that_utf8_cannot_hold() -> None:
    listing = parse_listing(b'{"note": "\\ud800", "accounts": []}')
    assert parse_listing(listing.encoded()).other == (("note", "\ud800"),)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (5, "lacks a name"),
        ({"name": "Shop"}, "lacks a name or an ad account ID"),
        ({"name": "Shop", "ad_account_id": 123}, "as text"),
        ({"name": "", "ad_account_id": "1"}, "no name"),
        ({"name": "Shop", "ad_account_id": "x"}, "digits only"),
        ({"name": "practice", "ad_account_id": "1"}, "practice account"),
        ({"name": "SHOP EU", "ad_account_id": "9"}, "the name or the ad account ID of Shop EU"),
        ({"name": "Other", "ad_account_id": "123"}, "the name or the ad account ID of Shop EU"),
    ],
)
def test_parse_listing_keeps_an_entry_it_cannot_use_and_complains(entry: JsonValue, said: str) -> None:
    good: JsonValue = {"name": "Shop EU", "ad_account_id": "123", "safety": "ask"}
    listing = parse_listing(text_of(good, entry))
    assert listing.accounts == (SHOP,)
    assert "Entry 2" in listing.complaints[0]
    assert said in listing.complaints[0]
    assert json.loads(listing.encoded())["accounts"] == [good, entry]


@pytest.mark.parametrize("safety", ["careless", 5, None])
def test_parse_listing_takes_an_unknown_safety_level_as_test_only_and_complains(safety: JsonValue) -> None:
    listing = parse_listing(text_of({"name": "Shop", "ad_account_id": "1", "safety": safety}))
    assert listing.accounts[0].safety is Safety.TEST_ONLY
    assert listing.complaints == ("Shop has an unknown safety level and counts as test-only.",)


def test_listing_keeps_an_unknown_safety_level_when_the_account_is_renamed() -> None:
    listing = parse_listing(text_of({"name": "Shop", "ad_account_id": "1", "safety": "newer"}))
    renamed = listing.with_changed(listing.accounts[0], Account("Store", "1"))
    assert json.loads(renamed.encoded())["accounts"][0]["safety"] == "newer"


def test_listing_without_an_account_keeps_the_others_in_order() -> None:
    others = [Account(name=name, ad_account_id=str(number)) for number, name in enumerate("abc", start=1)]
    listing = Listing().with_added(others[0]).with_added(SHOP).with_added(others[1]).with_added(others[2])
    assert listing.without(SHOP).accounts == tuple(others)


@pytest.mark.parametrize(
    ("other", "twin"), [(Account("shop eu", "9"), True), (Account("X", "123"), True), (Account("X", "9"), False)]
)
def test_is_twin_compares_names_and_ids(other: Account, twin: bool) -> None:
    assert is_twin(SHOP)(other) is twin
