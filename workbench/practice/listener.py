"""The listening socket: loopback only, one daemon thread a connection, and an end that no open connection delays."""

import contextlib
import os
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LOOPBACK = "127.0.0.1"
_JOIN_SECONDS = 0.4


class Listener(ThreadingHTTPServer):
    """Listens from construction on. Raises OSError when the port cannot be had."""

    daemon_threads = True
    # On Windows the option would let another program take the port while it is in use.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        self._lock = threading.Lock()
        self._connections: dict[threading.Thread, socket.socket] = {}
        super().__init__((LOOPBACK, port), handler)
        self._ending = threading.Event()
        self._accepting = threading.Thread(target=self._accept, name="practice endpoint", daemon=True)

    def server_bind(self) -> None:
        """Binds without http.server's look-up of the host's name, which may ask the network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name = LOOPBACK
        self.server_port = self.server_address[1]

    def start(self) -> None:
        """Begins to take connections."""
        self._accepting.start()

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ARG002 - socketserver's signature
        """Whether a connection is served: not any more once the end has begun."""
        return not self._ending.is_set()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serves one connection in a thread of its own, which stop() knows."""
        thread = threading.Thread(
            target=self.process_request_thread,
            args=(request, client_address),
            name="practice connection",
            daemon=True,
        )
        with self._lock:
            self._connections[thread] = request
        try:
            thread.start()
        except RuntimeError:  # no more threads: socketserver closes the connection, and stop() must not wait for it
            with self._lock:
                del self._connections[thread]
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """The life of one connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._connections.pop(threading.current_thread(), None)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - socketserver's signature
        """A sender that went away is no error. A fault of ours goes where uncaught errors of threads go."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            caught = (type(error), error, error.__traceback__, threading.current_thread())
            threading.excepthook(threading.ExceptHookArgs(caught))

    def stop(self) -> None:
        """Ends at once: no new connection, every open one shut. Waits briefly for their threads."""
        self._ending.set()
        # serve_forever would look for the end several times a second, all day; a connection of our own wakes us once.
        with contextlib.suppress(OSError):
            socket.create_connection((LOOPBACK, self.server_port), timeout=_JOIN_SECONDS).close()
        self._accepting.join(_JOIN_SECONDS)
        self.server_close()
        with self._lock:
            open_now = dict(self._connections)
        for connection in open_now.values():
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        deadline = time.monotonic() + _JOIN_SECONDS
        for thread in open_now:
            if thread is not threading.current_thread():
                thread.join(max(deadline - time.monotonic(), 0))

    def _accept(self) -> None:
        while not self._ending.is_set():
            self.handle_request()
