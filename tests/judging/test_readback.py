"""The sentence an event is read back in."""

import re
from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.events.templates import from_template, templates
from workbench.judging.judge import Judge
from workbench.judging.readback import summary

NOW = 1_800_000_000
PAIR = {"client_ip_address": "84.12.9.1", "client_user_agent": "Mozilla/5.0"}


def event(**changes: Any) -> dict[str, Any]:
    """A checkout as it travels."""
    return {
        "event_name": "checkout",
        "action_source": "web",
        "event_time": NOW - 180,
        "event_id": "o-1",
        "user_data": {"em": ["d"], "external_id": ["d"], **PAIR},
        "custom_data": {"value": "66.95", "currency": "USD", "num_items": 2},
        **changes,
    }


@pytest.fixture(name="said")
def _said(contract: Contract) -> Any:
    return lambda **changes: summary(event(**changes), contract=contract, now=NOW)


def test_summary_says_what_when_where_and_whom(said: Any) -> None:
    assert said() == (
        "Checkout of 2 items, USD 66.95, 3 minutes ago, on the web; "
        "matchable by e-mail, IP with user agent and customer id; click id is missing."
    )


def test_summary_is_the_sentence_a_marketer_was_promised(said: Any) -> None:
    assert said(user_data={"em": ["d"], **PAIR}) == (
        "Checkout of 2 items, USD 66.95, 3 minutes ago, on the web; "
        "matchable by e-mail and IP with user agent; click id is missing."
    )


def test_summary_names_every_strong_signal_that_is_missing(said: Any) -> None:
    assert said(user_data=PAIR).endswith("matchable by IP with user agent; e-mail and click id are missing.")


def test_summary_leaves_a_missing_customer_id_to_the_problems(said: Any) -> None:
    assert "customer id" not in said(user_data={"em": ["d"], **PAIR})


def test_summary_of_an_unknown_source_asks_for_no_signal_of_one_platform(said: Any) -> None:
    assert said(action_source="kiosk", user_data={"em": ["d"]}).endswith("; matchable by e-mail.")


def test_summary_of_all_signals_names_none_missing(said: Any) -> None:
    user_data = {"em": ["d"], "external_id": ["d"], "click_id": "dj0", **PAIR}
    assert said(user_data=user_data).endswith("customer id and click id.")


@pytest.mark.parametrize(
    ("custom_data", "words"),
    [
        ({"num_items": 1}, "of 1 item,"),
        ({"num_items": 1200}, "of 1,200 items,"),
        ({"num_items": 0}, "of 0 items,"),
        ({"contents": [{"quantity": 2}, {}]}, "of 3 items,"),
        ({"content_ids": ["a"]}, "of 1 item,"),
        ({"content_ids": []}, "Checkout, "),
        ({"num_items": -3}, "Checkout, "),
        ({"num_items": 10**30}, "Checkout, "),
        ({"num_items": "2"}, "Checkout, "),
        ({}, "Checkout, "),
    ],
)
def test_summary_counts_items(said: Any, custom_data: Any, words: str) -> None:
    assert words in said(custom_data=custom_data)


@pytest.mark.parametrize(
    ("custom_data", "words"),
    [
        ({"value": "66.950", "currency": "EUR"}, ", EUR 66.950, "),
        ({"value": "5"}, ", 5 in no named currency, "),
        ({"value": 5}, ", 5 in no named currency, "),
        ({"currency": "EUR"}, "Checkout, 3 minutes ago"),
        ({"value": None, "currency": None}, "Checkout, 3 minutes ago"),
    ],
)
def test_summary_names_the_amount(said: Any, custom_data: Any, words: str) -> None:
    assert words in said(custom_data=custom_data)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW, "just now"),
        (NOW - 60, "1 minute ago"),
        (NOW + 300, "in 5 minutes"),
        (NOW - 7200, "2 hours ago"),
        (NOW - 86_400 * 400, "400 days ago"),
        (NOW * 1000, "at an impossible time"),
        ("yesterday", "at an unknown time"),
        (True, "at an unknown time"),
        (None, "at an unknown time"),
    ],
)
def test_summary_says_when(said: Any, moment: Any, words: str) -> None:
    assert f", {words}, on the web" in said(event_time=moment)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("web", "on the web"),
        ("app_ios", "in the iOS app"),
        ("app_android", "in the Android app"),
        ("offline", "offline"),
        ("kiosk", "from an unknown source (“kiosk”)"),
        ("", "from an unknown source"),
        (7, "from an unknown source"),
    ],
)
def test_summary_says_where(said: Any, source: Any, words: str) -> None:
    assert f"3 minutes ago, {words};" in said(action_source=source)


@pytest.mark.parametrize(
    ("user_data", "words"),
    [
        ({}, "; nothing identifies the person."),
        (None, "; nothing identifies the person."),
        ({"ph": ["d"]}, "; nothing identifies the person: phone alone will not do."),
        ({"client_ip_address": "8.8.8.8"}, "; nothing identifies the person: IP address alone will not do."),
        ({"client_user_agent": "Mozilla/5.0"}, "; nothing identifies the person: user agent alone will not do."),
        ({"fn": ["d"], "ln": ["d"]}, "; nothing identifies the person: name alone will not do."),
        ({"em": [""]}, "; nothing identifies the person."),
        ({**PAIR, "ph": ["d"]}, "; matchable by IP with user agent and phone;"),
        ({"hashed_maids": ["d"]}, "; matchable by mobile ad id;"),
        ({"em": ["d"], "ct": ["d"], "country": ["d"]}, "; matchable by e-mail and place;"),
    ],
)
def test_summary_says_whom_it_can_be_matched_with(said: Any, user_data: Any, words: str) -> None:
    assert words in said(user_data=user_data)


def test_summary_says_that_the_person_opted_out(said: Any) -> None:
    assert said(opt_out=True).endswith("; the person has opted out of tracking.")
    assert "opted" not in said(opt_out=False)


def test_summary_asks_for_the_advertising_id_in_apps_only(said: Any) -> None:
    assert "mobile ad id" in said(action_source="app_ios")
    assert "mobile ad id" not in said()


def test_summary_names_the_words_searched_for(said: Any) -> None:
    assert said(event_name="search", custom_data={"search_string": "red shoes"}).startswith("Search for “red shoes”, ")


def test_summary_of_every_event_name_and_source_is_a_sentence(contract: Contract, said: Any) -> None:
    for name in contract.event_name_set:
        for source in contract.platform_of:
            sentence = said(event_name=name, action_source=source)
            assert re.fullmatch(r"[A-Z][^;]+; matchable by [^;]+(; [^;]+ (is|are) missing)?\.", sentence)


def test_summary_of_a_name_of_ones_own_quotes_it(said: Any) -> None:
    assert said(event_name="vip_sale").startswith("Event “vip_sale” with 2 items, ")


def test_summary_of_nothing_is_a_sentence_without_none(contract: Contract) -> None:
    assert summary({}, contract=contract, now=NOW) == (
        "An unnamed event, at an unknown time, from an unknown source; nothing identifies the person."
    )


def test_summary_of_a_nameless_event_counts_its_items_too(said: Any) -> None:
    assert said(event_name=None).startswith("An unnamed event with 2 items, ")


def test_summary_of_every_template_is_a_sentence_about_what_it_shows(contract: Contract) -> None:
    judge = Judge(contract=contract)
    for template in templates():
        draft = from_template(template.name, now=NOW, event_id="o-1", contract=contract)
        sentence = summary(judge.event(draft, now=NOW).payload, contract=contract, now=NOW)
        assert re.fullmatch(r"[A-Z][^;]+ ago, [^;]+; matchable by e-mail[^;]* and place\.", sentence)
