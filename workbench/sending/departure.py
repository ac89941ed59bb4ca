"""The moment a request's body begins to leave: decided once, so that "not sent" and "may have arrived" never mix.

HTTP libraries report the same exception for a connection that broke before and after the request went out. Here the
body itself tells: its first block is only taken once the connection stands and the headers are written. A request whose
body never began to leave cannot have been processed.
"""

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Protocol

_BLOCK = 256 * 1024


class CalledOffError(Exception):
    """The request was called off before its body began to leave."""


class Connection(Protocol):
    """An HTTP connection, which has a socket while it is open."""

    @property
    def sock(self) -> object:
        """The socket, or None."""
        ...


class Departure:
    """Shared by the thread that sends and the thread that waits for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._called_off = False
        self._left = False
        self._connection: Connection | None = None
        self._socket: object = None

    @property
    def left(self) -> bool:
        """Whether the body began to leave."""
        with self._lock:
            return self._left

    def watch(self, connection: Connection) -> None:
        """Remembers the connection, so that :meth:`call_off` can end its waits."""
        with self._lock:
            self._connection = connection

    def check(self) -> None:
        """Raises CalledOffError when the request was called off."""
        with self._lock:
            if self._called_off:
                raise CalledOffError

    def leave(self) -> None:
        """Marks the departure. Raises CalledOffError when the request was called off first."""
        with self._lock:
            if self._called_off:
                raise CalledOffError
            self._left = True
            # Kept here because the connection forgets its socket once the headers of a closing answer are read.
            self._socket = self._connection.sock if self._connection is not None else None

    def call_off(self) -> bool:
        """Ends the exchange: nothing more leaves, and a wait on the socket ends. True when nothing had left."""
        with self._lock:
            self._called_off = True
            left = self._left
            waiting = self._socket or (self._connection.sock if self._connection is not None else None)
        _shut(waiting)
        return not left


class DepartingBody:
    """The bytes of a request, which mark the departure when the first of them is taken for sending."""

    def __init__(self, content: bytes, *, departure: Departure) -> None:
        self._content = content
        self._departure = departure

    def __len__(self) -> int:
        return len(self._content)

    def __iter__(self) -> Iterator[bytes]:
        """The content in blocks. Raises CalledOffError when the request was called off."""
        for start in range(0, len(self._content), _BLOCK):
            self._departure.leave()
            yield self._content[start : start + _BLOCK]


def _shut(waiting: object) -> None:
    """Ends every wait on a socket, from another thread."""
    inner = getattr(waiting, "socket", waiting)  # TLS inside a TLS proxy is an object that holds its socket
    if isinstance(inner, socket.socket):
        # Not inner.shutdown(): a TLS socket drops its encryption first, and a write in the other thread could then
        # go out in plain text.
        with contextlib.suppress(OSError):
            socket.socket.shutdown(inner, socket.SHUT_RDWR)
