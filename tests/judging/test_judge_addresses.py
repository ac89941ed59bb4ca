"""IP addresses and user agents: which can be a customer's."""

import pytest

from workbench.judging.rules.addresses import ip_check
from workbench.judging.rules.user_agent import user_agent_check


@pytest.mark.parametrize("address", ["84.12.9.1", "8.8.8.8", "2a00:1450:4001:81a::200e", "::ffff:8.8.8.8", "1.0.0.0"])
def test_ip_public_address_is_silent(address: str) -> None:
    assert ip_check("p", address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "84.12.9",
        "84.12.9.256",
        "84.012.9.1",
        "84.12.9.1.2",
        "shop.example.com",
        "fe80::1%eth0",
        "1:2:3",
        "８.8.8.8",
    ],
)
def test_ip_that_is_none_is_refused(address: str) -> None:
    problem = ip_check("p", address)
    assert problem is not None
    assert problem.code == "not-an-ip"


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "::ffff:0.0.0.0"])  # noqa: S104 (judged, not bound)
def test_ip_unspecified_is_refused(address: str) -> None:
    problem = ip_check("p", address)
    assert problem is not None
    assert problem.code == "ip-unspecified"


@pytest.mark.parametrize("address", ["192.0.2.1", "198.51.100.255", "203.0.113.0", "2001:db8::1", "::ffff:192.0.2.9"])
def test_ip_of_documentation_is_named_so(address: str) -> None:
    problem = ip_check("p", address)
    assert problem is not None
    assert problem.code == "ip-documentation"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("10.255.255.255", "private"),
        ("192.168.0.0", "private"),
        ("fd12::1", "private"),
        ("127.0.0.1", "loopback"),
        ("::1", "loopback"),
        ("169.254.1.1", "link-local"),
        ("fe80::1", "link-local"),
        ("100.64.0.1", "carrier"),
        ("224.0.0.1", "multicast"),
        ("255.255.255.255", "reserved"),
        ("0.0.0.1", "network itself"),
    ],
)
def test_ip_that_is_not_public_says_which_kind(address: str, kind: str) -> None:
    problem = ip_check("p", address)
    assert problem is not None
    assert kind in problem.message


@pytest.mark.parametrize(
    ("text", "hint"),
    [("84.12.9.1, 10.0.0.1", "first"), ("84.12.9.1:443", "port"), ("[2a00::1]", "brackets"), ("fe80::1%1", "percent")],
)
def test_ip_with_something_more_says_what_to_leave_out(text: str, hint: str) -> None:
    problem = ip_check("p", text)
    assert problem is not None
    assert hint in problem.fix


def test_ip_is_not_repeated_in_messages() -> None:
    problem = ip_check("p", "84.12.9.300")
    assert problem is not None
    assert "84.12" not in problem.message + problem.fix


@pytest.mark.parametrize(
    "text",
    [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 Version/18.3 Safari/604.1",
        "Shop/3.1 (Android 14; Pixel 8)",
    ],
)
def test_user_agent_of_a_customer_is_silent(text: str) -> None:
    assert user_agent_check("p", text) is None


@pytest.mark.parametrize("text", ["null", "Other", "-", "UNKNOWN"])
def test_user_agent_word_for_nothing_is_refused(text: str) -> None:
    problem = user_agent_check("p", text)
    assert problem is not None
    assert problem.code == "user-agent-empty-word"


@pytest.mark.parametrize("text", ["python-requests/2.34", "Mozilla/5.0 (compatible; Googlebot/2.1)", "Wget/1.21"])
def test_user_agent_of_a_program_is_told(text: str) -> None:
    problem = user_agent_check("p", text)
    assert problem is not None
    assert problem.code == "user-agent-bot"
