"""Few headers are kept, and a wait is read from them."""

import pytest

from workbench.sending.headers import kept_headers, seconds_to_wait


def test_kept_headers_are_those_worth_keeping() -> None:
    headers = {
        "X-Pinterest-RID": "77",
        "X-RateLimit-Limit": '120000, 120000;w=60;name="ads"',
        "x-ratelimit-reset": "58",
        "Retry-After": "5",
        "Content-Type": "application/json",
        "Date": "Mon, 23 Nov 2026 09:00:00 GMT",
        "Server": "x",
        "Set-Cookie": "a=b",
        "Authorization": "Bearer x",
        "X-Echo": "y",
    }
    assert set(kept_headers(headers)) == {
        "x-pinterest-rid",
        "x-ratelimit-limit",
        "x-ratelimit-reset",
        "retry-after",
        "content-type",
        "date",
        "server",
    }


def test_kept_headers_hide_tokens() -> None:
    assert "pina_" not in str(kept_headers({"X-RateLimit-Note": "pina_AEA5KXYZ"}))


def test_kept_headers_are_printable_and_short() -> None:
    kept = kept_headers({"server": "a\x1b[31m\x00" + "b" * 9999})["server"]
    assert kept.isprintable()
    assert len(kept) == 500


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"X-RateLimit-Reset": "58"}, 58),
        ({"x-ratelimit-reset": " 3, 3;w=60"}, 3),
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "120", "X-RateLimit-Reset": "5"}, 5),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, None),
        ({"X-RateLimit-Reset": "soon", "Retry-After": "7"}, 7),
        ({"X-RateLimit-Reset": "-1"}, None),
        ({"X-RateLimit-Reset": "1763888400000"}, None),
        ({}, None),
    ],
)
def test_seconds_to_wait_reads_seconds_only(headers: dict[str, str], seconds: int | None) -> None:
    assert seconds_to_wait(headers) == seconds
