"""Where it listens, and how it ends whatever is under way."""

import http.client
import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workbench.practice.faults import Fault
from workbench.practice.server import PracticeServer

if TYPE_CHECKING:
    from tests.practice.conftest import Practice

MakePractice = Callable[..., "Practice"]
MakeBody = Callable[[int], dict[str, Any]]


def _stop_takes(server: PracticeServer) -> float:
    before = time.monotonic()
    server.stop()
    return time.monotonic() - before


def test_listener_refuses_connections_when_stopped(practice: "Practice") -> None:
    port = practice.port
    practice.server.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_listener_listens_on_loopback_only(practice: "Practice") -> None:
    listener = practice.server._listener
    assert listener is not None
    assert listener.socket.getsockname()[0] == "127.0.0.1"


def test_listener_stops_within_a_second_with_an_idle_connection(practice: "Practice") -> None:
    with socket.create_connection(("127.0.0.1", practice.port), timeout=5) as idle:
        assert _stop_takes(practice.server) < 1
        assert idle.recv(1) == b""


def test_listener_stops_within_a_second_in_the_middle_of_a_request(practice: "Practice") -> None:
    with socket.create_connection(("127.0.0.1", practice.port), timeout=5) as sender:
        sender.sendall(b"POST /v5/ad_accounts/1/events HTTP/1.1\r\nContent-Length: 100\r\n\r\n{")
        assert _stop_takes(practice.server) < 1


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.SILENT])
def test_listener_ends_a_waiting_answer_when_it_stops(
    make_practice: MakePractice, make_body: MakeBody, fault: Fault
) -> None:
    practice = make_practice(fault)
    arrived = threading.Event()
    practice.server.on_request = lambda _: arrived.set()
    connection = practice.begin(make_body(1))
    assert arrived.wait(10)
    assert _stop_takes(practice.server) < 1
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        connection.getresponse()
    connection.close()


def test_listener_leaves_no_thread_behind(practice: "Practice", make_body: MakeBody) -> None:
    connection = practice.begin(make_body(1))
    connection.getresponse().read()
    practice.server.stop()
    connection.close()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("practice")]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are counted in /proc")
def test_listener_leaves_no_socket_behind(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.RESET, Fault.TRUNCATED, Fault.EMPTY)
    practice.server.stop()
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - the listing itself is what is counted
    practice.server.start()
    for _ in range(4):
        try:
            practice.post(make_body(1))
        except (OSError, http.client.HTTPException):
            continue
    practice.server.stop()
    assert len(os.listdir("/proc/self/fd")) <= before  # noqa: PTH208


def test_listener_serves_several_senders_at_once(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.SILENT)
    arrived = threading.Event()
    practice.server.on_request = lambda _: arrived.set()
    waiting = practice.begin(make_body(1))
    assert arrived.wait(10)
    assert practice.post(make_body(1)).status == 200
    waiting.close()
