"""HTTP manners: one connection, broken requests, silence on standard error."""

import json
import logging
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from workbench.practice.received import ReceivedRequest

if TYPE_CHECKING:
    from tests.practice.conftest import Practice

MakeBody = Callable[[int], dict[str, Any]]


def test_handler_keeps_a_connection_for_several_requests(practice: "Practice", make_body: MakeBody) -> None:
    connection = practice.connect()
    headers = {"Authorization": "Bearer practice"}
    ports = set()
    for _ in range(3):
        connection.request("POST", "/v5/ad_accounts/1/events", body=json.dumps(make_body(1)), headers=headers)
        assert connection.getresponse().read()
        ports.add(connection.sock.getsockname()[1])
    connection.close()
    assert len(ports) == 1


def test_handler_answers_even_when_the_callback_fails(
    practice: "Practice", make_body: MakeBody, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda caught: reported.append(caught.exc_type))

    def fail(_: ReceivedRequest) -> None:
        raise ZeroDivisionError

    practice.server.on_request = fail
    reply = practice.post(make_body(1))
    practice.server.stop()
    assert (reply.status, "ZeroDivisionError" in reply.json["message"]) == (500, True)
    assert reported == [ZeroDivisionError]


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"x" * 200_000,
        b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 9999,
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    ],
    ids=["nonsense", "version", "long target", "many headers", "length"],
)
def test_handler_answers_what_is_no_http_in_json(practice: "Practice", request_bytes: bytes) -> None:
    with socket.create_connection(("127.0.0.1", practice.port), timeout=5) as sender:
        sender.sendall(request_bytes)
        answer = b"".join(iter(lambda: sender.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert json.loads(body)["code"] == 4196


def test_handler_survives_a_sender_that_hangs_up(practice: "Practice", make_body: MakeBody) -> None:
    with socket.create_connection(("127.0.0.1", practice.port), timeout=5) as sender:
        sender.sendall(b"POST /v5/ad_accounts/1/events HTTP/1.1\r\nContent-Length: 100\r\n\r\n{")
    assert practice.post(make_body(1)).status == 200


def test_handler_writes_nothing(
    practice: "Practice",
    make_body: MakeBody,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    practice.post(make_body(1))  # the first judgement loads tables, whose library logs in its own name
    with caplog.at_level(logging.DEBUG):
        practice.post(make_body(1))
        practice.call("GET", "/")
        with socket.create_connection(("127.0.0.1", practice.port), timeout=5) as sender:
            sender.sendall(b"nonsense\r\n\r\n")
            sender.recv(1)
        practice.server.stop()
    assert (tuple(capfd.readouterr()), caplog.records) == (("", ""), [])


def test_handler_asks_for_the_body_of_a_sender_that_waits(practice: "Practice", make_body: MakeBody) -> None:
    data = json.dumps(make_body(1)).encode()
    head = (
        "POST /v5/ad_accounts/1/events HTTP/1.1\r\nAuthorization: Bearer practice\r\nExpect: 100-continue\r\n"
        f"Connection: close\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", practice.port), timeout=5) as sender:
        sender.sendall(head.encode())
        assert sender.recv(65536).startswith(b"HTTP/1.1 100 ")
        sender.sendall(data)
        assert sender.recv(65536).startswith(b"HTTP/1.1 200 ")


def test_handler_reads_the_body_of_a_refused_request(practice: "Practice", make_body: MakeBody) -> None:
    connection = practice.connect()
    statuses = []
    for path in ("/elsewhere", "/v5/ad_accounts/1/events", "/v5/ad_accounts/1/events"):
        connection.request("PUT", path, body=json.dumps(make_body(1)))
        with connection.getresponse() as answer:
            answer.read()
            statuses.append(answer.status)
    connection.close()
    assert statuses == [404, 405, 405]
