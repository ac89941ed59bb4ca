"""Each rule about a single event speaks when it should, and is silent when it should be."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem

NOW = 1_800_000_000
NO_MATCH_KEY = {
    "user_data.em": None,
    "user_data.client_ip_address": None,
    "user_data.client_user_agent": None,
}
IP, AGENT = "user_data.client_ip_address", "user_data.client_user_agent"
LINE = "custom_data.contents[0]"
CLICK_ID = "dj0yJnU9c3ludGhldGljMDAwMDAwMDAwMDAwMDAwMDAwMDQyJnA9MA"
CARD = "4111111111111111"  # a number for trials, which no bank gives out
PRICED = (
    {"id": "sku-1", "quantity": "2", "item_price": "18.50"},
    {"id": "sku-2", "quantity": "1", "item_price": "29.95"},
)

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
    "time-very-old": (
        {"event_time": str(NOW - 604_801)},
        "event_time",
        {"event_time": str(NOW - 604_801), "action_source": "offline"},
    ),
    "time-very-old-offline": (
        {"event_time": str(NOW - 7_776_001), "action_source": "offline"},
        "event_time",
        {"event_time": str(NOW - 7_776_000), "action_source": "offline"},
    ),
    "time-before-pinterest": ({"event_time": "20261125"}, "event_time", {"event_time": "1262304000"}),
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
    "amount-many-decimals": (
        {"custom_data.value": "66.94999999999999"},
        "custom_data.value",
        {"custom_data.value": "66.950000000"},
    ),
    "amount-unusual": (
        {"custom_data.value": "1000000"},
        "custom_data.value",
        {"custom_data.value": "1000000", "custom_data.currency": "JPY"},
    ),
    "value-in-cents": ({"custom_data.value": "6695", "lines": PRICED}, "custom_data.value", {"lines": PRICED}),
    "prices-in-cents": (
        {"lines": [{"id": "sku-1", "item_price": "6695", "quantity": "1"}]},
        "custom_data.contents",
        {"lines": PRICED},
    ),
    "value-without-quantities": (
        {"custom_data.value": "48.45", "lines": PRICED},
        "custom_data.value",
        {"custom_data.value": "66.95", "lines": PRICED},
    ),
    "value-above-lines": (
        {"custom_data.value": "71.90", "lines": PRICED},
        "custom_data.value",
        {"custom_data.value": "60.25", "lines": PRICED},
    ),
    "value-far-below-lines": (
        {"custom_data.value": "6.69", "lines": PRICED},
        "custom_data.value",
        {"custom_data.value": "6.70", "lines": PRICED},
    ),
    "count-unusual": (
        {"custom_data.num_items": None, "lines": [{"quantity": "10000"}]},
        f"{LINE}.quantity",
        {"custom_data.num_items": None, "lines": [{"quantity": "9999"}]},
    ),
    "app-fields-missing": (
        {"action_source": "app_ios"},
        "app_id",
        {"action_source": "app_ios", "device_info.os_version": "18.3"},
    ),
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
    "content-ids-joined": (
        {"custom_data.content_ids": ("sku-0", "sku-1,sku-2")},
        "custom_data.content_ids[1]",
        {"custom_data.content_ids": ("sku-1,", "sku-2")},
    ),
    "too-many-values": (
        {"device_info.languages": ("en",) * 101},
        "device_info.languages",
        {"device_info.languages": ("en",) * 100},
    ),
    "required-missing": ({"event_id": " "}, "event_id", {"event_id": "0"}),
    "recommended-missing": ({}, "user_data.click_id", {"user_data.click_id": "dj0yJnU9abc"}),
    "web-url-missing": ({}, "event_source_url", {"action_source": "offline"}),
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
    "click-id-not-bare": (
        {"user_data.click_id": f"epik={CLICK_ID}"},
        "user_data.click_id",
        {"user_data.click_id": CLICK_ID},
    ),
    "click-id-unusual": (
        {"user_data.click_id": "abc123"},
        "user_data.click_id",
        {"user_data.click_id": f"{CLICK_ID}=="},
    ),
    "click-id-only-in-url": (
        {"event_source_url": f"https://example.com/?epik={CLICK_ID}"},
        "user_data.click_id",
        {"event_source_url": f"https://example.com/?epik={CLICK_ID}", "user_data.click_id": CLICK_ID},
    ),
    "click-id-other-in-url": (
        {"event_source_url": f"https://example.com/?a=b&epik={CLICK_ID}x", "user_data.click_id": CLICK_ID},
        "user_data.click_id",
        {"event_source_url": f"https://example.com/?a=b&notepik={CLICK_ID}x", "user_data.click_id": CLICK_ID},
    ),
    "email-in-plain-text": (
        {"event_source_url": "https://example.com/thanks?mail=jane%40example.com"},
        "event_source_url",
        {"event_source_url": "https://example.com/@jane?logo=a@2x.png"},
    ),
    "card-number": ({"custom_data.search_string": CARD}, "custom_data.search_string", {"event_id": CARD}),
    "card-number-likely": ({"event_id": CARD}, "event_id", {"event_id": "4111111111111112"}),
    "phone-in-plain-text": (
        {"custom_data.content_name": "Call +49 151 23456789"},
        "custom_data.content_name",
        {"custom_data.content_name": "Lamp 220-240 V, 49 151 23456789"},
    ),
    "personal-url-parameter": (
        {"event_source_url": "https://example.com/?id=7&billing_first_name=Jane"},
        "event_source_url",
        {"event_source_url": f"https://example.com/?email={'0' * 64}&phone=false"},
    ),
    "email-in-other-field": (
        {"user_data.fn": ("jane@example.com",)},
        "user_data.fn[0]",
        {"user_data.fn": ("Jane",)},
    ),
    "phone-in-other-field": (
        {"user_data.zp": ("+1 202 555 0142",)},
        "user_data.zp[0]",
        {"user_data.ph": ("+1 202 555 0142",)},
    ),
    "external-id-personal": (
        {"user_data.external_id": ("jane@example.com",)},
        "user_data.external_id[0]",
        {"user_data.external_id": ("customer-2025550142",)},
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
    "user-agent-bare": ({AGENT: "okhttp/4.12.0"}, AGENT, {AGENT: "Shop/7 (Android 14; Pixel 8) okhttp/4.12.0"}),
}  # fmt: skip


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
