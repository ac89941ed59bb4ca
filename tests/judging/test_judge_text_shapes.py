"""Texts of a fixed shape: what to type instead."""

from collections.abc import Callable, Mapping

import pytest

from workbench.events.draft import Typed
from workbench.judging.judgement import Judgement

Judged = Callable[..., Judgement]
CURRENCY, LINE = "custom_data.currency", "custom_data.contents[0]"


def fixes(judgement: Judgement, path: str) -> list[str]:
    """What to do at one place, other than filling it in."""
    return [each.fix for each in judgement.problems if each.path == path and each.code != "recommended-missing"]


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        (CURRENCY, "usd", "Type USD."),
        (CURRENCY, "€", "EUR"),
        (CURRENCY, "Dollars", "USD"),
        (CURRENCY, "dollar!", "such as USD"),
        ("language", "en-US", ": en"),
        ("language", "EN", "Type en."),
        ("language", "english", "such as en"),
        ("device_info.locale", "en_US.UTF-8", "en-US"),
        ("device_info.locale", "???", "en-US"),
        ("partner_name", "My Shop", "ss-my-shop"),
        ("partner_name", "Direct", "Type direct,"),
        ("partner_name", "???", "Type direct,"),
        ("custom_data.value", "$1,234.50", "Type 1234.50:"),
        ("custom_data.value", "1,234", "such as 72.39"),
        ("custom_data.num_items", "2.0", "Type 2."),
        ("opt_out", "maybe", "Type true or false."),
        ("event_time", "noon", "in Unix seconds, such as"),
        ("device_info.form_factor", "Desktop", "Type desktop."),
        ("device_info.form_factor", "zzz", "desktop, laptop,"),
        ("event_source_url", "shop.example.com/a", "https://"),
        ("event_source_url", "/thank-you", "https://shop.example.com"),
    ],
)
def test_fix_says_what_to_type(path: str, text: str, wanted: str, judged: Judged) -> None:
    assert wanted in fixes(judged({path: text}), path)[0]


@pytest.mark.parametrize(
    "text",
    [
        "ftp://example.com/",
        "https://",
        "https:///path",
        "javascript:alert(1)",
        "https://exa mple.com",
        "https://example.com/a b",
        "//example.com",
        "https://example.com:port/",
    ],
)
def test_url_that_is_not_absolute_or_not_http_is_refused(text: str, judged: Judged) -> None:
    assert fixes(judged({"event_source_url": text}), "event_source_url")


@pytest.mark.parametrize(
    "text",
    [
        "http://example.com",
        "HTTPS://EXAMPLE.COM/",
        "https://käse.example/ä?q=ü",
        "https://[2001:db8::1]:8443/",
        "https://a.b:80",
    ],
)
def test_url_that_is_absolute_is_taken(text: str, judged: Judged) -> None:
    assert not fixes(judged({"event_source_url": text}), "event_source_url")


def test_url_is_not_repeated_in_messages(judged: Judged) -> None:
    problem = judged({"event_source_url": "/reset?mail=jane@example.com"}).problems[0]
    assert "jane" not in problem.message + problem.fix


def test_language_of_a_list_is_judged_item_by_item(judged: Judged) -> None:
    assert fixes(judged({"device_info.languages": ("en", "xx")}), "device_info.languages[1]")


@pytest.mark.parametrize(
    "changes",
    [
        {"custom_data.predicted_ltv": "0"},
        {CURRENCY: "ISK"},
        {"device_info.locale": "zh-Hant-TW"},
        {"custom_data.opt_out_type": "LDP"},
        {"app_info.install_time": "1764547200"},
        {"device_info.screen_width": "0"},
    ],
)
def test_rarer_but_good_values_are_taken(changes: Mapping[str, Typed], judged: Judged) -> None:
    assert not any(fixes(judged(changes), path) for path in changes)


def test_install_time_in_milliseconds_is_told_too(judged: Judged) -> None:
    assert "1764547200" in fixes(judged({"app_info.install_time": "1764547200000"}), "app_info.install_time")[0]


@pytest.mark.parametrize(("factor", "unit"), [(10**3, "milliseconds"), (10**6, "microseconds"), (10**9, "nanoseconds")])
def test_time_in_another_unit_is_named_and_given_in_seconds(factor: int, unit: str, judged: Judged) -> None:
    problem = judged({"event_time": str(1_800_000_000 * factor)}).problems[0]
    assert unit in problem.message
    assert problem.fix == "Type 1800000000."


def test_num_items_is_compared_only_when_every_line_has_a_quantity(judged: Judged) -> None:
    lines = [{"quantity": "1"}, {"id": "sku-2"}]
    assert not fixes(judged({"custom_data.num_items": "9"}, lines=lines), "custom_data.num_items")


def test_content_ids_may_hold_more_than_lines_without_ids(judged: Judged) -> None:
    lines = [{"id": "sku-1"}, {"quantity": "1"}]
    assert not fixes(judged(lines=lines), "custom_data.content_ids")
