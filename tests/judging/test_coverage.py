"""Coverage: the eleven components of Pinterest's Event Quality Score, counted."""

from typing import Any

import pytest

from workbench.judging.coverage import coverage

WHERE: dict[str, Any] = {
    "hashed_email": {"user_data": {"em": ["d"]}},
    "advertiser_external_id": {"user_data": {"external_id": ["d"]}},
    "click_id_epik": {"user_data": {"click_id": "dj0"}},
    "ip_address": {"user_data": {"client_ip_address": "8.8.8.8"}},
    "hashed_maid": {"user_data": {"hashed_maids": ["d"]}},
    "user_agent": {"user_data": {"client_user_agent": "Mozilla"}},
    "external_event_id": {"event_id": "1"},
    "order_id": {"custom_data": {"order_id": "1"}},
    "order_value": {"custom_data": {"value": "1"}},
    "product_id": {"custom_data": {"content_ids": ["a"]}},
    "source_url": {"event_source_url": "https://example.com"},
}


def test_coverage_components_are_eleven_in_their_order() -> None:
    assert coverage({}).missing == tuple(WHERE)


@pytest.mark.parametrize("component", WHERE)
def test_coverage_finds_each_component(component: str) -> None:
    assert coverage(WHERE[component]).present == (component,)


@pytest.mark.parametrize("component", WHERE)
def test_coverage_leaves_what_is_present_out_of_what_is_missing(component: str) -> None:
    assert component not in coverage(WHERE[component]).missing


@pytest.mark.parametrize(("parts", "score"), [(0, 0.0), (1, 0.09), (7, 0.64), (11, 1.0)])
def test_coverage_score_is_the_share_in_hundredths(parts: int, score: float) -> None:
    payload: dict[str, Any] = {}
    for part in list(WHERE.values())[:parts]:
        for key, value in part.items():
            payload[key] = {**payload.get(key, {}), **value} if isinstance(value, dict) else value
    assert coverage(payload).score == score


def test_coverage_takes_the_product_from_a_line() -> None:
    assert coverage({"custom_data": {"contents": [{}, {"id": "a"}]}}).present == ("product_id",)


@pytest.mark.parametrize(
    "payload",
    [
        {"event_id": "  "},
        {"event_id": None},
        {"user_data": {"em": []}},
        {"user_data": {"em": ["", None]}},
        {"user_data": None},
        {"user_data": ["em"]},
        {"custom_data": {"contents": "a"}},
        {"custom_data": {"contents": [5, {"id": ""}]}},
        {"custom_data": {"value": True}},
    ],
)
def test_coverage_counts_nothing_that_says_nothing(payload: Any) -> None:
    assert coverage(payload).present == ()
