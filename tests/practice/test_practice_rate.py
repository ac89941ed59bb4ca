"""The rate-limit headers."""

from workbench.practice.rate import RateWindow

NOW = 1_795_000_000 - 1_795_000_000 % 60


def test_rate_headers_have_the_observed_form() -> None:
    assert RateWindow().count("1", now=NOW + 2) == (
        ("X-RateLimit-Limit", '120000, 120000;w=60;name="ads_conversions_ad_account_id"'),
        ("X-RateLimit-Remaining", "119999"),
        ("X-RateLimit-Reset", "58"),
    )


def test_rate_is_counted_for_each_account() -> None:
    window = RateWindow()
    counts = [dict(window.count(account, now=NOW))["X-RateLimit-Remaining"] for account in ("1", "1", "2")]
    assert counts == ["119999", "119998", "119999"]


def test_rate_starts_anew_each_minute() -> None:
    window = RateWindow()
    window.count("1", now=NOW + 59)
    assert dict(window.count("1", now=NOW + 60))["X-RateLimit-Remaining"] == "119999"
