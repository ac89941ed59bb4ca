"""Waits that are ended from outside: by a cancel, by the deadline."""

import socket
import threading
import time
from collections.abc import Callable

import pytest

from tests.sending.conftest import Build
from tests.sending.loopback_server import Loopback, RawServer, drip, silence, talking
from workbench.sending.failures import NotSent, OutcomeUnknown
from workbench.sending.pinterest import Transport

TOKEN = "pina_AEA5KXYZ0123456789"


@pytest.fixture
def patient() -> Transport:
    """Would wait far longer than any test may take."""
    return Transport(connect_timeout=100, read_timeout=100, user_agent="t", deadline=100)


@pytest.fixture
def impatient() -> Transport:
    """A short deadline, and silence allowed far beyond it."""
    return Transport(connect_timeout=100, read_timeout=100, user_agent="t", deadline=0.6)


def when(event: threading.Event, act: Callable[[], None]) -> threading.Thread:
    def wait() -> None:
        event.wait(10)
        act()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def listen_until_the_end(_connection: socket.socket, server: RawServer) -> None:
    server.ending.wait(10)


def sending_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "send"]


def test_cancel_before_the_start_sends_nothing(patient: Transport, loopback: Loopback, build: Build) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(NotSent, match="cancelled before anything left"):
        patient.post(build(), token=TOKEN, cancel=cancel)
    assert loopback.received == []


def test_cancel_in_the_handshake_sends_nothing(build: Build) -> None:
    transport = Transport(connect_timeout=0.5, user_agent="t")
    cancel, connected = threading.Event(), threading.Event()
    heard: list[bytes] = []

    def listen(connection: socket.socket, _server: object) -> None:
        heard.append(connection.recv(4096))
        connected.set()
        while more := connection.recv(4096):
            heard.append(more)

    with talking(listen) as server:
        canceller = when(connected, cancel.set)
        with pytest.raises(NotSent, match="cancelled before anything left"):
            transport.post(build(endpoint=f"https://127.0.0.1:{server.port}/v5"), token=TOKEN, cancel=cancel)
        canceller.join(10)
        for thread in sending_threads():
            thread.join(10)
    assert len(heard) == 1  # the greeting of the handshake


def test_cancel_while_waiting_for_the_answer_is_unknown(patient: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = silence
    cancel = threading.Event()
    canceller = when(loopback.arrived, cancel.set)
    started = time.monotonic()
    with pytest.raises(OutcomeUnknown, match="cancelled after the request had left"):
        patient.post(build(), token=TOKEN, cancel=cancel)
    canceller.join(10)
    assert time.monotonic() - started < 5
    assert sending_threads() == []


def test_cancel_in_the_body_of_the_answer_keeps_what_came(patient: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = drip(b"HTTP/1.1 200 OK\r\n\r\nbegun")
    cancel = threading.Event()
    canceller = when(loopback.arrived, cancel.set)
    with pytest.raises(OutcomeUnknown) as caught:
        patient.post(build(), token=TOKEN, cancel=cancel)
    canceller.join(10)
    assert sending_threads() == []
    assert caught.value.partial is None or caught.value.partial.body.startswith(
        b"begun"[: len(caught.value.partial.body)]
    )


def test_cancel_after_the_answer_changes_nothing(patient: Transport, build: Build) -> None:
    cancel = threading.Event()
    answer = patient.post(build(), token=TOKEN, cancel=cancel)
    cancel.set()
    assert answer.status == 200


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-A: "])
def test_deadline_ends_an_answer_that_drips(
    impatient: Transport, loopback: Loopback, build: Build, head: bytes
) -> None:
    loopback.step = drip(head)
    with pytest.raises(OutcomeUnknown, match="not complete in time"):
        impatient.post(build(), token=TOKEN)
    assert sending_threads() == []


def test_deadline_ends_a_handshake(impatient: Transport, build: Build) -> None:
    with talking(listen_until_the_end) as server, pytest.raises(NotSent, match="could not be reached in time"):
        impatient.post(build(endpoint=f"https://127.0.0.1:{server.port}/v5"), token=TOKEN)
    for thread in sending_threads():
        thread.join(10)


def test_interrupt_in_the_waiting_thread_ends_the_exchange(
    patient: Transport, loopback: Loopback, build: Build
) -> None:
    class Interrupting(threading.Event):
        def is_set(self) -> bool:
            if loopback.arrived.is_set():
                raise KeyboardInterrupt
            return False

    loopback.step = silence
    with pytest.raises(KeyboardInterrupt):
        patient.post(build(), token=TOKEN, cancel=Interrupting())
    assert sending_threads() == []


def test_transport_serves_several_threads(loopback: Loopback, build: Build) -> None:
    transport = Transport(user_agent="t", read_timeout=10)
    bodies = [f'{{"n": {number}}}'.encode() for number in range(8)]
    threads = [
        threading.Thread(target=transport.post, args=(build(body=body),), kwargs={"token": TOKEN}) for body in bodies
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(received.body for received in loopback.received) == bodies
