"""Real servers on 127.0.0.1 that answer as told and remember what came."""

import contextlib
import socket
import socketserver
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("loopback.pem")
LIMIT = 10.0  # seconds after which a waiting test has failed


@dataclass(frozen=True)
class Received:
    """A request as it came over the wire."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


class Loopback(ThreadingHTTPServer):
    """An HTTP server whose ``step`` writes the answer. ``ending`` is set when the test is over."""

    daemon_threads = False

    def __init__(self, *, tls: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[Received] = []
        self.arrived = threading.Event()
        self.ending = threading.Event()
        self.step: Step = reply(200, b"{}")
        self.tls = tls
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def endpoint(self) -> str:
        """The address to send to, as in Pinterest's."""
        return f"http{'s' if self.tls else ''}://127.0.0.1:{self.server_port}/v5"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = LIMIT

    def do_POST(self) -> None:
        assert isinstance(self.server, Loopback)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append(Received("POST", self.path, dict(self.headers.items()), body))
        self.server.arrived.set()
        self.close_connection = True
        self.server.step(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        """Quiet."""


Step = Callable[[BaseHTTPRequestHandler], None]


def reply(status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Step:
    """An ordinary answer."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, text in (headers or {}).items():
            handler.send_header(name, text)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return step


def raw(data: bytes) -> Step:
    """These bytes and the end of the connection."""
    return lambda handler: _write(handler, data)


def silence(handler: BaseHTTPRequestHandler) -> None:
    """No answer as long as the test runs."""
    assert isinstance(handler.server, Loopback)
    handler.server.ending.wait(LIMIT)


def reset_after(data: bytes) -> Step:
    """These bytes, then a connection that is reset instead of closed."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        _write(handler, data)
        reset(handler.connection)

    return step


def drip(head: bytes) -> Step:
    """``head``, then one byte every hundredth of a second for as long as the test runs."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        assert isinstance(handler.server, Loopback)
        _write(handler, head)
        while not handler.server.ending.wait(0.01):
            _write(handler, b"x")

    return step


def endless(head: bytes, block: bytes) -> Step:
    """``head``, then ``block`` until the other side has enough."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        _write(handler, head)
        with contextlib.suppress(OSError):
            while True:
                _write(handler, block)

    return step


def reset(connection: socket.socket) -> None:
    """Ends a connection with a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _write(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    handler.wfile.write(data)
    handler.wfile.flush()


@dataclass
class RawServer:
    """A server below HTTP: ``talk`` gets each connection. ``heard`` holds what :func:`hear` read."""

    talk: Callable[[socket.socket, "RawServer"], None]
    port: int = 0
    heard: list[bytes] = field(default_factory=list)
    ending: threading.Event = field(default_factory=threading.Event)

    def hear(self, connection: socket.socket) -> bytes:
        """Reads up to a blank line."""
        connection.settimeout(LIMIT)
        data = b""
        while b"\r\n\r\n" not in data and (more := connection.recv(4096)):
            data += more
        self.heard.append(data)
        return data


@contextlib.contextmanager
def serving(server: Loopback) -> Iterator[Loopback]:
    """Runs an HTTP server in a thread until the block ends."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.ending.set()
        server.shutdown()
        server.server_close()
        thread.join(LIMIT)


@contextlib.contextmanager
def talking(talk: Callable[[socket.socket, RawServer], None]) -> Iterator[RawServer]:
    """Runs a raw server in a thread until the block ends."""
    told = RawServer(talk)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):
                told.talk(self.request, told)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = False

    with Server(("127.0.0.1", 0), Handler) as server:
        told.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield told
        finally:
            told.ending.set()
            server.shutdown()
            thread.join(LIMIT)
