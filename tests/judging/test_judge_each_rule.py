"""Each rule about a single event speaks when it should, and is silent when it should be."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem
from workbench.judging.rules import (
    addresses,
    codes,
    device_twins,
    event_name,
    event_time,
    identifiers,
    numbers,
    order,
    presence,
    text_shapes,
    types,
    unknown_keys,
    user_agent,
)

NOW = 1_800_000_000
MODULES = (
    addresses, codes, device_twins, event_name, event_time, identifiers, numbers, order, presence, text_shapes, types,
    unknown_keys, user_agent,
)  # fmt: skip
NO_MATCH_KEY = {
    "user_data.em": None,
    "user_data.client_ip_address": None,
    "user_data.client_user_agent": None,
}
IP, AGENT = "user_data.client_ip_address", "user_data.client_user_agent"
LINE = "custom_data.contents[0]"

# code: (changes that call the rule, where it must speak, changes that must not call it)
CASES: Mapping[str, tuple[Mapping[str, Any], str, Mapping[str, Any]]] = {
    "not-an-ip": ({IP: "84.12.9"}, IP, {IP: "2a00:1450:4001::200e"}),
    "ip-unspecified": ({IP: "::"}, IP, {IP: "84.0.0.0"}),
    "ip-documentation": ({IP: "203.0.113.7"}, IP, {IP: "203.0.114.7"}),
    "ip-not-public": ({IP: "172.31.0.1"}, IP, {IP: "172.32.0.1"}),
    "value-not-listed": ({"action_source": "app_adroid"}, "action_source", {"action_source": "app_android"}),
    "currency-unknown": ({"custom_data.currency": "EUX"}, "custom_data.currency", {"custom_data.currency": "EUR"}),
    "currency-case": ({"custom_data.currency": "eur"}, "custom_data.currency", {"custom_data.currency": "EUR"}),
    "language-unknown": ({"language": "english"}, "language", {"language": "en"}),
    "language-case": ({"language": "EN"}, "language", {"language": "en"}),
    "device-fields-differ": (
        {"device_brand": "Apple", "device_info.brand": "Samsung"},
        "device_brand",
        {"device_brand": "Apple", "device_info.brand": "Apple"},
    ),
    "event-name-refused": ({"event_name": "bought it!"}, "event_name", {"event_name": "bought-it_1"}),
    "event-name-unlisted": ({"event_name": "subscription"}, "event_name", {"event_name": "subscribe"}),
    "event-name-case": ({"event_name": "Checkout"}, "event_name", {"event_name": "checkout"}),
    "time-not-in-seconds": ({"event_time": str(NOW * 1000)}, "event_time", {"event_time": str(NOW)}),
    "time-in-future": ({"event_time": str(NOW + 61)}, "event_time", {"event_time": str(NOW + 60)}),
    "time-counted-offline": ({"event_time": str(NOW - 3601)}, "event_time", {"event_time": str(NOW - 3600)}),
    "time-very-old": ({"event_time": str(NOW - 604_801)}, "event_time", {"event_time": str(NOW - 604_800)}),
    "identifier-missing": (NO_MATCH_KEY, "user_data", {IP: None, AGENT: None}),
    "identifier-phone-alone": (
        {**NO_MATCH_KEY, "user_data.ph": ("+12025550142",)},
        "user_data",
        {IP: None, "user_data.ph": ("+12025550142",)},
    ),
    "identifier-ip-without-user-agent": (
        {"user_data.em": None, AGENT: None},
        "user_data",
        {"user_data.em": None},
    ),
    "identifier-user-agent-without-ip": ({"user_data.em": None, IP: None}, "user_data", {IP: None}),
    "equal-digests-merged": (
        {"user_data.em": ("test@example.com", "Test@Example.com ")},
        "user_data.em[1]",
        {"user_data.em": ("test@example.com", "test2@example.com")},
    ),
    "birth-date-in-future": ({"user_data.db": ("2027-02-01",)}, "user_data.db[0]", {"user_data.db": ("1990-01-31",)}),
    "out-of-range": (
        {"device_info.battery_level": "101"},
        "device_info.battery_level",
        {"device_info.battery_level": "100"},
    ),
    "negative-count": ({"lines": [{"quantity": "-1"}]}, f"{LINE}.quantity", {"lines": [{"quantity": "1"}]}),
    "zero-count": ({"lines": [{"quantity": "0"}]}, f"{LINE}.quantity", {"lines": [{"quantity": "2"}]}),
    "negative-amount": ({"custom_data.value": "-1"}, "custom_data.value", {"custom_data.value": "0.01"}),
    "zero-amount": ({"custom_data.value": "0.00"}, "custom_data.value", {"lines": [{"item_price": "0"}]}),
    "amount-not-finite": ({"custom_data.value": "9" * 309}, "custom_data.value", {"custom_data.value": "9" * 308}),
    "amount-without-currency": ({"custom_data.currency": None}, "custom_data.currency", {}),
    "currency-without-amount": (
        {"custom_data.value": None},
        "custom_data.value",
        {"custom_data.value": None, "lines": [{"item_price": "4.00"}]},
    ),
    "num-items-differ": ({"custom_data.num_items": "3"}, "custom_data.num_items", {"custom_data.num_items": "2"}),
    "content-ids-differ": (
        {"custom_data.content_ids": ("sku-1", "sku-3")},
        "custom_data.content_ids",
        {"custom_data.content_ids": ("sku-2", "sku-1")},
    ),
    "required-missing": ({"event_id": " "}, "event_id", {"event_id": "0"}),
    "recommended-missing": ({}, "user_data.click_id", {"user_data.click_id": "dj0yJnU9abc"}),
    "product-lines-missing": ({"lines": []}, "custom_data.contents", {}),
    "field-unpublished": (
        {"user_data.customer_type": "new"},
        "user_data.customer_type",
        {"user_data.partner_id": "x"},
    ),
    "field-reserved": ({"custom_data.np": "ss-shop"}, "custom_data.np", {"partner_name": "ss-shop"}),
    "too-long": ({"device_info.timezone_abbr": "CENTER"}, "device_info.timezone_abbr", {"device_info.timezone": "CET"}),
    "event-id-long": ({"event_id": "x" * 257}, "event_id", {"event_id": "x" * 256}),
    "not-a-url": (
        {"event_source_url": "www.example.com/a"},
        "event_source_url",
        {"event_source_url": "https://www.example.com/a?epik=1#b"},
    ),
    "locale-shape": ({"device_info.locale": "en_US"}, "device_info.locale", {"device_info.locale": "en-US"}),
    "partner-name-shape": ({"partner_name": "Shop"}, "partner_name", {"partner_name": "direct"}),
    "opt-out-type-unknown": (
        {"custom_data.opt_out_type": "LDP,GDPR"},
        "custom_data.opt_out_type",
        {"custom_data.opt_out_type": "ldp, LDP"},
    ),
    "click-id-white-space": (
        {"user_data.click_id": "dj0 yJnU9"},
        "user_data.click_id",
        {"user_data.click_id": " dj0yJnU9 "},
    ),
    "not-an-integer": ({"custom_data.num_items": "2.5"}, "custom_data.num_items", {"custom_data.num_items": "2"}),
    "integer-too-big": ({"event_time": str(2**63)}, "event_time", {"event_time": str(NOW)}),
    "not-a-decimal": ({"custom_data.value": "72,39"}, "custom_data.value", {"custom_data.value": "72.39"}),
    "not-a-boolean": ({"opt_out": "yes"}, "opt_out", {"opt_out": "True"}),
    "broken-text": ({"event_id": "o-\ud800"}, "event_id", {"event_id": "o-\U0001f600"}),
    "unknown-key": ({"extras": {"custom_data.price": "1"}}, "custom_data.price", {"extras": {}}),
    "unknown-match-key": ({"extras": {"user_data.email": "x"}}, "user_data.email", {"extras": {}}),
    "wrong-shape": ({"extras": {"custom_data.order_id": {}}}, "custom_data.order_id", {"extras": {}}),
    "user-agent-empty-word": ({AGENT: "Undefined"}, AGENT, {}),
    "user-agent-bot": ({AGENT: "curl/8.5.0"}, AGENT, {AGENT: "Mozilla/5.0 (Linux; Android 14; Cubot X30)"}),
}  # fmt: skip


def test_each_rule_has_a_case() -> None:
    assert {rule.code for module in MODULES for rule in module.RULES} == set(CASES)


def _judge(judged: Callable[..., Judgement], changes: Mapping[str, Any]) -> tuple[Problem, ...]:
    parts = {name: changes[name] for name in ("lines", "extras") if name in changes}
    return judged({path: typed for path, typed in changes.items() if path not in parts}, **parts).problems


@pytest.mark.parametrize("code", CASES)
def test_rule_speaks_once_at_its_place(code: str, judged: Callable[..., Judgement]) -> None:
    changes, path, _ = CASES[code]
    places = [problem.path for problem in _judge(judged, changes) if problem.code == code]
    assert places.count(path) == 1


@pytest.mark.parametrize("code", CASES)
def test_rule_is_silent_otherwise(code: str, judged: Callable[..., Judgement]) -> None:
    _, path, changes = CASES[code]
    assert (code, path) not in [(problem.code, problem.path) for problem in _judge(judged, changes)]


@pytest.mark.parametrize("code", CASES)
def test_finding_leaves_no_blank_in_its_sentences(code: str, judged: Callable[..., Judgement]) -> None:
    for problem in _judge(judged, CASES[code][0]):
        said = f"{problem.message} {problem.fix}"
        assert "{" not in said
        assert "None" not in said
        assert problem.message.endswith(".")


@pytest.mark.parametrize("code", [code for code in CASES if code not in {"identifier-missing", "recommended-missing"}])
def test_each_place_has_one_message(code: str, judged: Callable[..., Judgement]) -> None:
    said = [problem.path for problem in _judge(judged, CASES[code][0])]
    # A field too new for the published description is told of as such, besides what its value is.
    assert len(said) == len(set(said))
