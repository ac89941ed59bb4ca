"""The tripwire: what it finds in texts that travel as they are and in hashed fields, and what it lets pass."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.judging.judgement import Judgement
from workbench.judging.problem import Severity
from workbench.judging.rules.card_number import has_card_in_a_row, has_card_in_groups
from workbench.judging.rules.personal_patterns import has_email, has_phone, has_written_phone, is_suspicious
from workbench.judging.rules.personal_url import without_parameter

Judged = Callable[..., Judgement]
URL = "event_source_url"
TRIPWIRE = frozenset(
    {
        "email-in-plain-text", "card-number", "card-number-likely", "phone-in-plain-text", "personal-url-parameter",
        "email-in-other-field", "phone-in-other-field", "external-id-personal",
    }
)  # fmt: skip
# Numbers that card companies print for trials.
CARDS = (
    "4242424242424242", "5555555555554444", "2223003122003222", "378282246310005", "6011111111111117",
    "3530111333300000", "6200000000000005",
)  # fmt: skip


def told(judgement: Judgement) -> list[tuple[str, str]]:
    """Path and code of what the tripwire found."""
    return [(each.path, each.code) for each in judgement.problems if each.code in TRIPWIRE]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/thanks?email=jane.doe@example.com",
        "https://example.com/thanks?email=jane.doe%40example.com&order=7",
        "https://example.com/thanks?next=%2Faccount%3Fmail%3Djane%2540example.com",
        "https://example.com/customers/jane.doe@example.com/orders",
        "https://example.com/thanks#user=jane+doe@example.co.uk",
    ],
)
def test_tripwire_finds_an_email_in_an_address(url: str, judged: Judged) -> None:
    assert told(judged({URL: url})) == [(URL, "email-in-plain-text")]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/@jane/shirts",
        "https://user:secret@example.com/",
        "https://example.com/logo@2x.png?v=3",
        "https://example.com/?variant=40123456789012&utm_id=120210012345670123",
        "https://example.com/maps/@48.1351,11.5820,12z",
        "https://example.com/2026-11-25/14-03-22?page=2&size=100-200-300",
        f"https://example.com/?email={'a1' * 32}",
        "https://example.com/?email=true&phone=&mobile=1",
        "https://example.com/?email=%7B%7Bcustomer.email%7D%7D",
        "https://example.com/?q=a+b+c&price=100+200",
    ],
)
def test_tripwire_lets_an_ordinary_address_pass(url: str, judged: Judged) -> None:
    assert told(judged({URL: url})) == []


def test_tripwire_names_the_parameter_but_never_its_value(judged: Judged) -> None:
    (problem,) = [
        each
        for each in judged({URL: "https://example.com/?a=1&contact=jane%40example.com"}).problems
        if each.code == "email-in-plain-text"
    ]
    assert "“contact”" in problem.fix
    assert "jane" not in f"{problem.message} {problem.fix}"


def test_tripwire_does_not_name_a_parameter_that_is_an_email_itself(judged: Judged) -> None:
    problems = judged({URL: "https://example.com/?jane@example.com=jane@example.com"}).problems
    assert "jane" not in " ".join(f"{each.message} {each.fix}" for each in problems)


def test_tripwire_takes_a_parameter_out_on_its_own_only(judged: Judged) -> None:
    problems = judged({URL: "https://example.com/?contact=jane%40example.com"}).problems
    (repair,) = [each.repair for each in problems if each.code == "email-in-plain-text"]
    assert repair is not None
    assert (repair.label, repair.sweeping) == ("Remove “contact”", False)


def test_tripwire_repairs_nothing_where_no_parameter_is_to_blame(judged: Judged) -> None:
    problems = judged({URL: f"https://example.com/{CARDS[0]}"}).problems
    assert [each.repair for each in problems if each.code == "card-number"] == [None]


def test_tripwire_finds_a_phone_number_in_an_address(judged: Judged) -> None:
    found = told(judged({URL: "https://example.com/?tel=%2B49%20151%2023456789"}))
    assert found == [(URL, "phone-in-plain-text")]


def test_tripwire_finds_a_card_number_in_an_address(judged: Judged) -> None:
    assert told(judged({URL: f"https://example.com/?pan={CARDS[0]}"})) == [(URL, "card-number")]


@pytest.mark.parametrize(
    "path", ["custom_data.search_string", "custom_data.content_name", "custom_data.order_id", "event_id", "app_name"]
)
def test_tripwire_finds_an_email_in_a_clear_text(path: str, judged: Judged) -> None:
    assert told(judged({path: "for jane.doe@example.com"})) == [(path, "email-in-plain-text")]


@pytest.mark.parametrize("name", ["id", "item_name", "item_brand", "item_category"])
def test_tripwire_finds_an_email_in_a_product_line(name: str, judged: Judged) -> None:
    found = told(judged({"custom_data.content_ids": None}, lines=[{"quantity": "2"}, {name: "jane@example.com"}]))
    assert found == [(f"custom_data.contents[1].{name}", "email-in-plain-text")]


def test_tripwire_finds_an_email_among_product_ids(judged: Judged) -> None:
    found = told(judged({"custom_data.content_ids": ("sku-1", "jane@example.com")}))
    assert found == [("custom_data.content_ids[1]", "email-in-plain-text")]


def test_tripwire_email_in_a_clear_text_blocks_sending(judged: Judged) -> None:
    assert not judged({"custom_data.search_string": "jane@example.com"}).ok


def test_tripwire_looks_at_clear_texts_on_the_wire_too(on_wire: Callable[..., Judgement]) -> None:
    found = told(on_wire({"custom_data": {"search_string": "jane@example.com"}}))
    assert found == [("custom_data.search_string", "email-in-plain-text")]


def test_tripwire_leaves_a_plain_email_on_the_wire_to_its_own_rule(on_wire: Callable[..., Judgement]) -> None:
    problems = on_wire({"user_data": {"fn": ["jane@example.com"]}}).problems
    assert [each.code for each in problems if each.path == "user_data.fn[0]"] == ["not-hashed"]


@pytest.mark.parametrize("name", ["ph", "fn", "ln", "ge", "db", "ct", "st", "zp", "country"])
def test_tripwire_email_in_another_hashed_field_is_the_only_finding_there(name: str, judged: Judged) -> None:
    path = f"user_data.{name}"
    found = [each for each in judged({path: ("jane7@example.com",)}).problems if each.path == f"{path}[0]"]
    assert [(each.code, each.severity) for each in found] == [("email-in-other-field", Severity.ERROR)]


def test_tripwire_phone_number_as_customer_id_is_a_warning(judged: Judged) -> None:
    path = "user_data.external_id"
    assert told(judged({path: ("+49 151 23456789",)})) == [(f"{path}[0]", "external-id-personal")]


@pytest.mark.parametrize("name", ["external_id", "ph", "fn"])
def test_tripwire_card_number_in_a_hashed_field_is_an_error(name: str, judged: Judged) -> None:
    found = told(judged({f"user_data.{name}": ("4242 4242 4242 4242",)}))
    assert found == [(f"user_data.{name}[0]", "card-number")]


@pytest.mark.parametrize("text", ["2025550142", "10042", "customer-7A31", "00000000-0000-4000-8000-000000000042"])
def test_tripwire_lets_ids_pass(text: str, judged: Judged) -> None:
    changes = {"event_id": text, "custom_data.order_id": text, "user_data.external_id": (text,)}
    assert told(judged(changes)) == []


@pytest.mark.parametrize("number", CARDS)
def test_card_number_is_found_in_a_row(number: str) -> None:
    assert has_card_in_a_row(f"my card {number}")
    assert is_suspicious(number)


@pytest.mark.parametrize("number", ["4242 4242 4242 4242", "3782-822463-10005", "3056 930902 5904"])
def test_card_number_is_found_in_groups(number: str) -> None:
    assert has_card_in_groups(f"({number})")
    assert is_suspicious(number)


@pytest.mark.parametrize(
    "number",
    [
        "4242424242424241",  # wrong check digit
        "1234567812345670",  # right check digit, but no card begins so
        "4006381333931",  # an article code
        "40123456789012",  # a variant of a product in a shop system
        "1732543402123456",  # microseconds
        "x4242424242424242",
        "4242-4242-4242-42424",
    ],
)
def test_card_number_is_not_seen_in_other_numbers(number: str) -> None:
    assert not has_card_in_a_row(number)
    assert not has_card_in_groups(number)


@pytest.mark.parametrize("text", ["a@b.co", "jané@bücher.example", "x <a.b-c+d@mail.example.com>"])
def test_email_is_found_in_text(text: str) -> None:
    assert has_email(text)


@pytest.mark.parametrize(
    "text", ["Coffee @ home", "@jane.doe", "a@b", "icon@3x.webp", "5 @ 2.50", "jane(at)example.com"]
)
def test_email_is_not_seen_in_other_text(text: str) -> None:
    assert not has_email(text)


@pytest.mark.parametrize("text", ["+1 202 555 0142", "tel:+4915123456789", "+44 (0)20 7946 0958"])
def test_phone_with_country_code_is_found_in_text(text: str) -> None:
    assert has_phone(text)
    assert is_suspicious(text)


@pytest.mark.parametrize("text", ["(202) 555-0142", "202-555-0142", "202.555.0142", "+1 202 555 0142"])
def test_phone_as_written_is_found_in_text(text: str) -> None:
    assert has_written_phone(text)
    assert is_suspicious(text)


@pytest.mark.parametrize(
    "text", ["2025550142", "2026-11-25", "192.168.100.1000", "1-2-3", "+5", "10 + 20 + 30", "A+1234567890"]
)
def test_phone_is_not_seen_in_other_text(text: str) -> None:
    assert not has_written_phone(text)


@given(st.text("0123456789+ -.()@ab%", max_size=40))
@settings(deadline=None)
def test_quick_look_never_overlooks_what_a_closer_one_finds(text: str) -> None:
    closer = (has_email, has_written_phone, has_card_in_groups, has_card_in_a_row)
    assert is_suspicious(text) or not any(look(text) for look in closer)


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://a.example/?mail=x", "https://a.example/"),
        ("https://a.example/?mail=x&b=1", "https://a.example/?b=1"),
        ("https://a.example/?a=1&mail=x&b=1&mail=y", "https://a.example/?a=1&b=1"),
        ("https://a.example/?a=1&mail=x#c", "https://a.example/?a=1#c"),
        ("https://a.example/?gmail=x", "https://a.example/?gmail=x"),
        ("https://a.example/#mail=x", "https://a.example/"),
    ],
)
def test_parameter_is_taken_out_of_an_address(url: str, bare: str) -> None:
    assert without_parameter(url, "mail") == bare


@pytest.mark.parametrize(
    ("text", "what", "field"),
    [("jane@example.com", "An e-mail address", "user_data.em"), ("+49 151 23456789", "A phone number", "user_data.ph")],
)
def test_customer_id_that_is_personal_is_told_where_to_go(
    judged: Callable[..., Judgement], text: str, what: str, field: str
) -> None:
    found = judged({"user_data.external_id": (text,)}).problems
    (problem,) = [each for each in found if each.code == "external-id-personal"]
    assert problem.message.startswith(f"{what} stands in ")
    assert problem.fix.startswith(f"Put it into {field}, ")
