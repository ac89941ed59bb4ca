"""A loopback server, a transport with short waits, and requests to send with them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest

from tests.sending.loopback_server import Loopback, serving
from workbench.contract.loading import Contract, load_contract
from workbench.contract.mode import Mode
from workbench.sending.pinterest import Transport
from workbench.sending.request import SendRequest

Build = Callable[..., SendRequest]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy and no certificates of the machine the tests run on."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(autouse=True, scope="session")
def _warm() -> None:
    """The first import of the HTTP library takes longer than some of the waits here."""
    import requests

    requests.Session().close()


@pytest.fixture(scope="session")
def contract() -> Contract:
    """The real contract."""
    return load_contract()


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    """An HTTP server that answers as scripted."""
    with serving(Loopback()) as server:
        yield server


@pytest.fixture
def transport() -> Transport:
    """Generous enough for a slow machine where nothing should time out."""
    return Transport(connect_timeout=5, read_timeout=5, user_agent="workbench-tests/1", deadline=10)


@pytest.fixture
def hasty() -> Transport:
    """Short waits, for tests of what happens when they end."""
    return Transport(connect_timeout=0.3, read_timeout=0.3, user_agent="workbench-tests/1", deadline=10)


@pytest.fixture
def build(loopback: Loopback) -> Build:
    """Builds a request to the loopback server; any part can be replaced."""

    request = SendRequest(
        account_name="Shop EU",
        ad_account_id="549712345678",
        mode=Mode.TEST,
        body=b'{"data":[{"event_name":"checkout","user_data":{}}]}',
        event_count=1,
        endpoint=loopback.endpoint,
    )
    return partial(replace, request)
