"""A running practice endpoint, a sender that speaks real HTTP to it, and events to send."""

import http.client
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import urlsplit

import pytest

from workbench.contract.loading import Contract, load_contract
from workbench.judging.judge import Judge
from workbench.practice.faults import Fault
from workbench.practice.received import ReceivedRequest
from workbench.practice.server import PracticeServer

NOW = 1_795_000_000
ACCOUNT = "549755885175"


@dataclass(frozen=True)
class Reply:
    """An HTTP answer as it came."""

    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Practice:
    """A server and what it told of its requests."""

    server: PracticeServer
    received: list[ReceivedRequest] = field(default_factory=list)

    @property
    def port(self) -> int:
        return urlsplit(self.server.address).port or 0

    def connect(self, *, timeout: float = 20) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def begin(self, body: object, *, timeout: float = 20) -> http.client.HTTPConnection:
        """A connection on which a request is under way, to be closed by the caller."""
        connection = self.connect(timeout=timeout)
        headers = {"Authorization": "Bearer practice"}
        connection.request("POST", f"/v5/ad_accounts/{ACCOUNT}/events", body=json.dumps(body), headers=headers)
        return connection

    def call(self, method: str, path: str, *, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        connection = self.connect()
        try:
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def post(
        self,
        body: object,
        *,
        query: str = "?test=true",
        account: str = ACCOUNT,
        authorization: str | None = "Bearer practice",
    ) -> Reply:
        headers = {"Content-Type": "application/json"}
        if authorization is not None:
            headers["Authorization"] = authorization
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.call("POST", f"/v5/ad_accounts/{account}/events{query}", body=data, headers=headers)


@pytest.fixture(scope="session")
def contract() -> Contract:
    return load_contract()


@pytest.fixture(scope="session")
def judge(contract: Contract) -> Judge:
    return Judge(contract=contract)


@pytest.fixture
def make_practice(judge: Judge, contract: Contract) -> Iterator[Callable[..., Practice]]:
    """Starts an endpoint; every one is stopped after the test."""
    started: list[PracticeServer] = []

    def make(*faults: Fault, port: int = 0, slow_seconds: float = 30) -> Practice:
        server = PracticeServer(
            judge=judge, contract=contract, clock=lambda: NOW, port=port, faults=faults, slow_seconds=slow_seconds
        )
        practice = Practice(server)
        server.on_request = practice.received.append
        started.append(server)
        server.start()
        return practice

    yield make
    for server in started:
        server.stop()


@pytest.fixture
def practice(make_practice: Callable[..., Practice]) -> Practice:
    return make_practice()


@pytest.fixture
def make_event() -> Callable[..., dict[str, Any]]:
    """An event that nothing at error level can be said of; keywords replace or, with None, remove its members."""

    def make(number: int = 1, **changes: Any) -> dict[str, Any]:
        event: dict[str, Any] = {
            "event_name": "checkout",
            "action_source": "web",
            "event_time": NOW - 180,
            "event_id": f"o-{number}",
            "event_source_url": "https://shop.example/thanks",
            "user_data": {
                "em": ["973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"],
                "external_id": ["62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a"],
                "click_id": "dj0yJnU9b2JDcFFHekV4SHJNcmVrbFBkUEdqakh0akdUT1VjVVUm",
            },
            "custom_data": {"currency": "USD", "value": "66.95"},
        }
        event.update(changes)
        return {name: value for name, value in event.items() if value is not None}

    return make


@pytest.fixture
def make_body(make_event: Callable[..., dict[str, Any]]) -> Callable[[int], dict[str, Any]]:
    """A body of so many events."""

    def make(count: int) -> dict[str, Any]:
        events: Sequence[dict[str, Any]] = [make_event(number) for number in range(count)]
        return {"data": list(events)}

    return make
