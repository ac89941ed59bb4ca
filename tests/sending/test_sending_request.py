"""A request is refused before it can go to a wrong place."""

from dataclasses import replace
from typing import Any

import pytest

from workbench.contract.mode import Mode
from workbench.ground.errors import InputError
from workbench.sending.request import DEFAULT_ENDPOINT, SendRequest


def request(**changes: Any) -> SendRequest:
    plain = SendRequest(account_name="Shop EU", ad_account_id="549712345678", mode=Mode.TEST, body=b"{}", event_count=1)
    return replace(plain, **changes)


def test_url_is_pinterests_by_default() -> None:
    expected = "https://api.pinterest.com/v5/ad_accounts/549712345678/events?test=true"
    assert request().url == expected


def test_url_has_no_query_in_live() -> None:
    assert request(mode=Mode.LIVE).url == f"{DEFAULT_ENDPOINT}/ad_accounts/549712345678/events"


def test_url_asks_for_a_test_in_practice() -> None:
    assert request(mode=Mode.PRACTICE, endpoint="http://127.0.0.1:9/v5").url.endswith("/events?test=true")


@pytest.mark.parametrize(
    ("endpoint", "at_home"),
    [
        (DEFAULT_ENDPOINT, True),
        ("https://API.pinterest.com/v5", True),
        ("http://127.0.0.1:9/v5", True),
        ("https://[::1]/v5", True),
        ("https://api.pinterest.com:444/v5", False),
        ("https://pinterest.com/v5", False),
        ("https://api.pinterest.com.example/v5", False),
    ],
)
def test_request_knows_where_a_stored_token_may_go(endpoint: str, *, at_home: bool) -> None:
    assert request(endpoint=endpoint).at_home is at_home


def test_url_tolerates_a_slash_at_the_end_of_the_endpoint() -> None:
    assert (
        request(endpoint="https://127.0.0.1/v5/").url
        == "https://127.0.0.1/v5/ad_accounts/549712345678/events?test=true"
    )


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://api.pinterest.com/v5",
        "https://example.com",
        "https://example.com:8443/a/b",
        "http://127.0.0.1:8080/v5",
        "http://127.1.2.3",
        "http://[::1]:8080/v5",
        "http://localhost:8080",
        "http://LOCALHOST",
    ],
)
def test_request_takes_https_anywhere_and_http_on_this_computer(endpoint: str) -> None:
    assert request(endpoint=endpoint).endpoint == endpoint


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://api.pinterest.com/v5",
        "http://192.168.1.5/v5",
        "http://0.0.0.0/v5",
        "http://127.0.0.1.example.com/v5",
        "http://localhost.example.com",
        "http://2130706433/v5",
        "http://[::ffff:10.0.0.1]/v5",
        "ftp://127.0.0.1/v5",
        "127.0.0.1:8080",
        "https://",
        "https://:443/v5",
        "https://example.com:0/v5",
        "https://example.com:70000/v5",
        "https://example.com/v5?test=false",
        "https://example.com/v5#x",
        "https://example.com\\@127.0.0.1/v5",
        "https://example.com/v5\r\nX: y",
        "https://exämple.com/v5",
        " https://example.com",
        "https://[::zz]/v5",
        "",
    ],
)
def test_request_refuses_other_endpoints(endpoint: str) -> None:
    with pytest.raises(InputError):
        request(endpoint=endpoint)


@pytest.mark.parametrize(
    "endpoint", ["https://user:hunter2@example.com/v5", "http://127.0.0.1@example.com/v5", "https://hunter2@[::1]"]
)
def test_request_refuses_user_info_without_repeating_it(endpoint: str) -> None:
    with pytest.raises(InputError, match="user name") as caught:
        request(endpoint=endpoint)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("ad_account_id", ["1", "000000000001", "123456789012345678"])
def test_request_takes_1_to_18_digits_as_account(ad_account_id: str) -> None:
    assert f"/ad_accounts/{ad_account_id}/" in request(ad_account_id=ad_account_id).url


@pytest.mark.parametrize("ad_account_id", ["", "1234567890123456789", "12a", "12/../13", "１２３", "12\n", "-1"])
def test_request_refuses_other_accounts(ad_account_id: str) -> None:
    with pytest.raises(InputError, match="not an ad account id"):
        request(ad_account_id=ad_account_id)


def test_request_refuses_an_empty_body() -> None:
    with pytest.raises(InputError, match="body is empty"):
        request(body=b"")


@pytest.mark.parametrize(("mode", "limit"), [(Mode.TEST, 20), (Mode.PRACTICE, 20), (Mode.LIVE, 1000)])
def test_request_takes_as_many_events_as_pinterest_does(mode: Mode, limit: int) -> None:
    endpoint = "http://127.0.0.1:9/v5"
    assert request(mode=mode, endpoint=endpoint, event_count=limit).event_count == limit
    with pytest.raises(InputError, match=f"{limit + 1} events are too many"):
        request(mode=mode, endpoint=endpoint, event_count=limit + 1)


def test_request_refuses_no_event() -> None:
    with pytest.raises(InputError, match="no event"):
        request(event_count=0)


def test_request_keeps_practice_on_this_computer() -> None:
    with pytest.raises(InputError, match="PRACTICE never leaves"):
        request(mode=Mode.PRACTICE)


def test_request_does_not_print_its_body() -> None:
    assert "secret" not in repr(request(body=b"secret"))
