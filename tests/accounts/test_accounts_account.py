"""Names and ids of accounts: what is cleaned, what is refused, and what the refusal says."""

import pytest

from workbench.accounts.account import (
    PRACTICE,
    Account,
    Safety,
    check_account_name,
    check_ad_account_id,
    name_key,
    names_practice,
)
from workbench.ground.errors import InputError


def test_account_is_test_only_unless_said_otherwise() -> None:
    assert Account(name="Shop", ad_account_id="549755885175").safety is Safety.TEST_ONLY


def test_practice_account_cannot_send_live() -> None:
    assert PRACTICE.practice
    assert PRACTICE.safety is Safety.TEST_ONLY


def test_safety_words_are_those_of_the_file() -> None:
    assert [level.value for level in Safety] == ["test-only", "ask", "ask-name"]


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("549755885175", "549755885175"),
        ("  549 755 885 175\n", "549755885175"),
        ("\u202d549755885175\u202c", "549755885175"),
        ("\ufeff1", "1"),
        ("0549755885175", "0549755885175"),
        ("9" * 18, "9" * 18),
    ],
)
def test_check_ad_account_id_cleans(typed: str, cleaned: str) -> None:
    assert check_ad_account_id(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("9" * 19, "has 19 digits"),
        ("act_1234567890", "another network"),
        ("54975588517a", "digits only"),
        ("-5", "digits only"),
        ("٥٤٩", "digits only"),
        ("549,755", "digits only"),
        ("0", "practice account"),
        ("000", "practice account"),
    ],
)
def test_check_ad_account_id_refuses(typed: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        check_ad_account_id(typed)
    assert "1 to 18 digits" in refused.value.fix


@pytest.mark.parametrize(
    "address",
    [
        "https://ads.pinterest.com/advertiser/549755885175/reporting/",
        "https://api.pinterest.com/v5/ad_accounts/549755885175/events?test=true",
    ],
)
def test_check_ad_account_id_finds_the_id_in_an_address(address: str) -> None:
    with pytest.raises(InputError, match="address") as refused:
        check_ad_account_id(address)
    assert "probably 549755885175" in refused.value.fix


def test_check_ad_account_id_guesses_nothing_in_an_unknown_address() -> None:
    with pytest.raises(InputError) as refused:
        check_ad_account_id("https://www.pinterest.com/shop/123/")
    assert "probably" not in refused.value.fix


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Shop EU ", "Shop EU"),
        ("Ein Geschäft", "Ein Geschäft"),
        ("Cafe\u0301", "Café"),
        ("x" * 80, "x" * 80),
        ("🛒", "🛒"),
        ("فروشگاه\u200cها", "فروشگاه\u200cها"),
    ],
)
def test_check_account_name_cleans(typed: str, cleaned: str) -> None:
    assert check_account_name(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "no name"),
        (" \t", "no name"),
        ("\u200b", "no name"),
        ("x" * 81, "81 characters"),
        ("Shop\nEU", "control character"),
        ("Shop\x00", "control character"),
        ("Shop\u2028EU", "control character"),
        ("Shop \u202eEVIL", "control character"),
        ("Shop\ud800", "control character"),
        ("Practice (this computer)", "practice account"),
        ("PRACTICE", "practice account"),
    ],
)
def test_check_account_name_refuses(typed: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        check_account_name(typed)
    assert refused.value.fix


@pytest.mark.parametrize(("one", "other"), [("Shop", " sHOP "), ("Straße", "STRASSE"), ("Café", "CAFE\u0301")])
def test_name_key_is_the_same_for_names_a_person_calls_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize("text", ["practice", " Practice ", PRACTICE.name, PRACTICE.ad_account_id])
def test_names_practice_knows_its_name_its_word_and_its_id(text: str) -> None:
    assert names_practice(text)


def test_names_practice_knows_no_other() -> None:
    assert not names_practice("Practice shop")


def test_account_checked_cleans_name_and_id_and_keeps_the_rest() -> None:
    account = Account(name=" Shop ", ad_account_id=" 12 3", safety=Safety.ASK).checked()
    assert account == Account(name="Shop", ad_account_id="123", safety=Safety.ASK)
