"""The practice page over a real endpoint, and a program that sends to it."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.judging.judge import Judge
from workbench.practice.captures import Captures
from workbench.practice.server import PracticeServer
from workbench.ui.background import Background
from workbench.ui.practice.page import PracticePage

NOW = 1_795_000_000
ACCOUNT = "549755885175"


@pytest.fixture
def captures() -> Captures:
    """What arrived."""
    return Captures()


@pytest.fixture
def server(judge: Judge, contract: Contract, captures: Captures) -> Iterator[PracticeServer]:
    """A real endpoint, not started yet."""
    server = PracticeServer(judge=judge, contract=contract, clock=lambda: float(NOW), on_request=captures.keep)
    yield server
    server.stop()


@pytest.fixture
def page(
    qtbot: QtBot,
    server: PracticeServer,
    captures: Captures,
    contract: Contract,
    background: Background,
) -> PracticePage:
    """The page in sight, as large as in the smallest window."""
    judge = Judge(contract=contract)
    page = PracticePage(practice=server, captures=captures, judge=judge, contract=contract, background=background)
    qtbot.addWidget(page)
    page.resize(1000, 570)
    page.show()
    return page


Post = Callable[..., int]


@pytest.fixture
def post(server: PracticeServer) -> Post:
    """Sends as another program would, from a thread of its own; gives the status of the answer."""

    def send(body: object, *, sender: str = "shop-sender/2.1", query: str = "?test=true") -> int:
        server.start()
        answers: list[int] = []

        def work() -> None:
            connection = http.client.HTTPConnection("127.0.0.1", urlsplit(server.address).port or 0, timeout=20)
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            headers = {"Authorization": "Bearer pina_no-real-token-but-as-long", "User-Agent": sender}
            connection.request("POST", f"/v5/ad_accounts/{ACCOUNT}/events{query}", body=data, headers=headers)
            answers.append(connection.getresponse().status)
            connection.close()

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        return answers[0]

    return send


def event(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A checkout that nothing at error level can be said of."""
    return {
        "event_name": "checkout",
        "action_source": "web",
        "event_time": NOW - 180,
        "event_id": f"o-{number}",
        "user_data": {"em": ["973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"]},
        "custom_data": {"currency": "USD", "value": "66.95", "num_items": 2},
        **changes,
    }
