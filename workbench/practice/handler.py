"""HTTP on one connection: the request read within bounds, the answer written, and the faults that are about how."""

import contextlib
import email.utils
import os
import secrets
import socket
import struct
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any

from workbench.contract.loading import Contract
from workbench.practice.answers import Answer, Refusal, answer_to
from workbench.practice.body import BrokenBodyError, read_http_body
from workbench.practice.endpoint import Arrival, PracticeEndpoint
from workbench.practice.faults import Fault
from workbench.practice.received import ReceivedRequest

MARK = "X-Workbench-Practice"
_PIECE = 64 * 1024
_MOST_DISCARDED = 64 * 1024 * 1024
_LINGER_SECONDS = 2
# The C struct linger: on, for 0 seconds. Windows has it in shorts.
_LINGER = "hh" if os.name == "nt" else "ii"


class PracticeHandler(BaseHTTPRequestHandler):
    """Serves one connection until either side has had enough. Says nothing on standard error."""

    protocol_version = "HTTP/1.1"
    # A connection that stays silent this long is closed, so that forgotten ones do not pile up.
    timeout = 60
    disable_nagle_algorithm = True

    def __init__(
        self,
        *connection: Any,
        endpoint: PracticeEndpoint,
        contract: Contract,
        clock: Callable[[], float],
        announce: Callable[[ReceivedRequest], None],
        stopping: threading.Event,
        slow_seconds: float,
    ) -> None:
        self._endpoint = endpoint
        self._contract = contract
        self._clock = clock
        self._announce = announce
        self._stopping = stopping
        self._slow_seconds = slow_seconds
        super().__init__(*connection)  # serves the whole connection before it returns

    def handle(self) -> None:
        """Serves requests until the connection ends; a sender that hangs up is no error here."""
        with contextlib.suppress(OSError):
            super().handle()

    def do_POST(self) -> None:
        """Answers one request."""
        try:
            body = read_http_body(self.rfile, self.headers)
        except BrokenBodyError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
            return
        arrival = Arrival(
            method=self.command,
            target=self.path,
            authorization=self.headers.get("authorization", ""),
            body=body,
            user_agent=self.headers.get("user-agent", ""),
        )
        try:
            handled = self._endpoint.receive(arrival)
            self._announce(handled.received)
        except Exception as error:
            # Whatever is wrong with us, the sender gets an answer first.
            name = type(error).__name__
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"The practice endpoint itself failed ({name}).")
            raise
        if not body.fits:
            self.close_connection = True
        self._deliver(handled.answer, handled.received.fault)
        if not body.fits:
            self._linger()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers what http.server cannot read, in JSON as everything else; a method it does not know is no such case.

        All requests but POST come here with 501, since only ``do_POST`` is defined.
        """
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self.do_POST()
            return
        self._refuse(HTTPStatus.BAD_REQUEST, message or explain or "The request cannot be read.")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is http.server's
        """Writes nothing: requests are told to ``announce``."""

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        self.close_connection = True
        self._write(answer_to(Refusal(status, message), contract=self._contract))
        self._linger()

    def _deliver(self, answer: Answer | None, fault: Fault | None) -> None:
        if fault is Fault.SLOW and self._stopping.wait(self._slow_seconds):
            self.close_connection = True
        elif fault is Fault.RESET:
            self._reset()
        elif answer is None:
            self._keep_silent()
        elif fault is Fault.TRUNCATED:
            self.close_connection = True
            self._write(answer, sent_bytes=len(answer.body) // 2)
        else:
            self._write(answer)

    def _write(self, answer: Answer, *, sent_bytes: int | None = None) -> None:
        lines = [
            f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}",
            f"Date: {email.utils.formatdate(self._clock(), usegmt=True)}",
            f"Content-Type: {answer.content_type}",
            f"Content-Length: {len(answer.body)}",
            f"x-pinterest-rid: {secrets.randbelow(9 * 10**15) + 10**15}",
            f"{MARK}: 1",
            f"Connection: {'close' if self.close_connection else 'keep-alive'}",
            *(f"{name}: {value}" for name, value in answer.headers),
        ]
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        body = b"" if self.command == "HEAD" else answer.body[:sent_bytes]
        # In one piece: a head and a body apart would wait for each other's acknowledgement.
        self.wfile.write(head + body)

    def _keep_silent(self) -> None:
        """Discards what comes until the sender hangs up or stop() ends the connection."""
        self.close_connection = True
        self.connection.settimeout(None)
        while self.rfile.read1(_PIECE):
            pass

    def _reset(self) -> None:
        """Ends the connection with a reset instead of a goodbye."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, 1, 0))
        # Detached, so that the farewell of socketserver comes too late to turn the reset into an orderly end.
        socket.close(self.connection.detach())

    def _linger(self) -> None:
        """Reads on for a moment: closing on a sender that still writes would destroy the answer on its way."""
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(_LINGER_SECONDS)
            discarded = 0
            while discarded < _MOST_DISCARDED and (piece := self.rfile.read1(_PIECE)):
                discarded += len(piece)
