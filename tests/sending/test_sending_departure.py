"""Left or called off: one of the two, whichever came first."""

import socket

import pytest

from workbench.sending.departure import CalledOffError, DepartingBody, Departure


class Open:
    """A connection with this socket."""

    def __init__(self, sock: object) -> None:
        self.sock = sock


def test_departure_has_not_left_at_first() -> None:
    assert not Departure().left


def test_body_leaves_when_it_is_first_read() -> None:
    departure = Departure()
    blocks = iter(DepartingBody(b"abc", departure=departure))
    assert not departure.left
    assert next(blocks) == b"abc"
    assert departure.left


def test_body_leaves_whole_and_in_order() -> None:
    content = bytes(range(256)) * 4097
    body = DepartingBody(content, departure=Departure())
    assert b"".join(body) == content
    assert len(body) == len(content)


def test_body_stops_when_it_is_called_off_on_the_way() -> None:
    departure = Departure()
    blocks = iter(DepartingBody(b"x" * 1_000_000, departure=departure))
    next(blocks)
    departure.call_off()
    with pytest.raises(CalledOffError):
        next(blocks)


def test_body_stays_when_it_was_called_off() -> None:
    departure = Departure()
    assert departure.call_off()
    with pytest.raises(CalledOffError):
        next(iter(DepartingBody(b"abc", departure=departure)))
    assert not departure.left


def test_call_off_says_when_it_came_too_late() -> None:
    departure = Departure()
    departure.leave()
    assert not departure.call_off()


def test_check_raises_once_called_off() -> None:
    departure = Departure()
    departure.check()
    departure.call_off()
    with pytest.raises(CalledOffError):
        departure.check()


def test_call_off_ends_the_wait_on_the_socket() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        departure = Departure()
        departure.watch(Open(ours))
        departure.call_off()
        assert theirs.recv(1) == b""


def test_call_off_remembers_the_socket_of_a_connection_that_forgot_it() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        departure = Departure()
        connection = Open(ours)
        departure.watch(connection)
        departure.leave()
        connection.sock = None
        departure.call_off()
        assert theirs.recv(1) == b""


def test_call_off_finds_the_socket_inside_tls_inside_tls() -> None:
    ours, theirs = socket.socketpair()

    class Wrapped:
        socket = ours

    with ours, theirs:
        departure = Departure()
        departure.watch(Open(Wrapped()))
        departure.call_off()
        assert theirs.recv(1) == b""


@pytest.mark.parametrize("sock", [None, "no socket"])
def test_call_off_needs_no_socket(sock: object) -> None:
    departure = Departure()
    departure.watch(Open(sock))
    assert departure.call_off()


def test_call_off_survives_a_closed_socket() -> None:
    closed = socket.socket()
    closed.close()
    departure = Departure()
    departure.watch(Open(closed))
    assert departure.call_off()
