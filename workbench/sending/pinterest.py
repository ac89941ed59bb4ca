"""One POST to the Conversions API: the only module that knows the HTTP library.

The exchange runs in a thread of its own, so that a cancel and an overall deadline can end any wait: for a name, for a
connection, for headers that come one byte a minute. requests is imported inside functions: it costs 100 ms.
"""

import logging
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from workbench.sending.departure import DepartingBody, Departure
from workbench.sending.failures import (
    NOTHING_SENT,
    CancelledError,
    CertificateFileError,
    DeadlineError,
    NotSent,
    not_sent,
    outcome_unknown,
)
from workbench.sending.reply import ANSWER_LIMIT, Answer
from workbench.sending.request import SendRequest

if TYPE_CHECKING:
    import requests
    from requests.adapters import HTTPAdapter

_POLL = 0.05  # seconds between looks at the cancel event: no one can wait for two events at once
_LAST_WORD = 1.0  # seconds for the exchange to end by itself once its socket is shut
_CHUNK = 64 * 1024


class Transport:
    """Sends requests. One may be shared by threads: it keeps no connection and no state.

    ``connect_timeout`` and ``read_timeout`` are seconds of silence, ``deadline`` is the most seconds a whole exchange
    may take. At most ``answer_limit`` decoded bytes of an answer are kept; the rest is not read.
    """

    def __init__(
        self,
        *,
        connect_timeout: float = 10,
        read_timeout: float = 60,
        user_agent: str,
        deadline: float = 180,
        answer_limit: int = ANSWER_LIMIT,
    ) -> None:
        self._timeouts = (connect_timeout, read_timeout)
        self._user_agent = user_agent
        self._deadline = deadline
        self._answer_limit = answer_limit

    def post(self, request: SendRequest, *, token: str, cancel: threading.Event | None = None) -> Answer:
        """Sends once, never again by itself, and follows no redirect.

        Raises NotSent when certainly nothing was taken and OutcomeUnknown when the request may have arrived. Setting
        ``cancel`` ends the exchange within a moment.
        """
        if not token.isascii() or not token.isprintable() or " " in token or not token:
            raise NotSent("The token holds a character that no token has.", fix=f"Paste it again. {NOTHING_SENT}")
        if cancel is not None and cancel.is_set():
            raise not_sent(CancelledError(), request=request)
        exchange = _Exchange(
            request=request, token=token, user_agent=self._user_agent, timeouts=self._timeouts, limit=self._answer_limit
        )
        ended_by = self._run(exchange, cancel)
        # Outside of any except block on purpose: the library's errors hold the request with its headers, and a new
        # error raised beside one would carry it along as its context.
        answer = exchange.answer
        if exchange.complete and answer is not None:
            return answer
        error = ended_by or exchange.error or DeadlineError()
        if exchange.departure.left:
            raise outcome_unknown(error, request=request, partial=answer)
        raise not_sent(error, request=request, proxy=exchange.proxy)

    def _run(self, exchange: "_Exchange", cancel: threading.Event | None) -> Exception | None:
        """Waits for the exchange, or for a reason to end it, which is returned."""
        thread = threading.Thread(target=exchange.run, name="send", daemon=True)
        thread.start()
        end = time.monotonic() + self._deadline
        ended_by: Exception | None = None
        try:
            while ended_by is None and not exchange.done.wait(_POLL):
                if cancel is not None and cancel.is_set():
                    ended_by = CancelledError()
                elif time.monotonic() >= end:
                    ended_by = DeadlineError()
        finally:  # also when Ctrl+C interrupts the wait
            # A thread that is called off before the departure is left to itself: it may hang in a name look-up or a
            # handshake until the connect timeout, but it cannot send any more.
            if exchange.done.is_set() or not exchange.departure.call_off():
                thread.join(_LAST_WORD)
        return ended_by


class _Exchange:
    """One request and its answer, for a thread of its own. The other thread reads the result once ``done`` is set."""

    def __init__(
        self, *, request: SendRequest, token: str, user_agent: str, timeouts: tuple[float, float], limit: int
    ) -> None:
        self.departure = Departure()
        self.done = threading.Event()
        self.complete = False
        self.error: BaseException | None = None
        self.proxy = ""
        self._request = request
        self._token = token
        self._user_agent = user_agent
        self._timeouts = timeouts
        self._limit = limit
        self._started = time.monotonic()
        self._head: tuple[int, Mapping[str, str]] | None = None
        self._body = bytearray()
        self._truncated = False

    @property
    def answer(self) -> Answer | None:
        """What has come so far; None before the headers."""
        if self._head is None:
            return None
        status, headers = self._head
        elapsed = time.monotonic() - self._started
        return Answer(status, headers, bytes(self._body), elapsed, truncated=self._truncated)

    def run(self) -> None:
        """The whole exchange; never raises."""
        try:
            self._exchange()
            self.complete = True
        except BaseException as error:  # noqa: BLE001 - whatever it is, the waiting thread has to hear of it
            self.error = error
        finally:
            self.done.set()

    def _exchange(self) -> None:
        import requests

        logging.getLogger("urllib3.connection").addFilter(_without_header_echo)
        with requests.Session() as session:
            settings = self._settings(session)
            prepared = self._prepared()
            adapter = _watched_adapter(self.departure)
            # The adapter, not the session: a session that is told not to follow a redirect still reads the whole
            # body of one, however long, and looks the password for the host up in .netrc.
            try:
                with adapter.send(prepared, stream=True, timeout=self._timeouts, **settings) as response:
                    self._read(response)
            finally:
                adapter.close()

    def _prepared(self) -> "requests.PreparedRequest":
        import requests

        def bearer(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
            prepared.headers["Authorization"] = f"Bearer {self._token}"
            return prepared

        headers = {
            "Accept": "application/json",
            "Content-Type": "application/json",
            "User-Agent": self._user_agent,
        }
        body = DepartingBody(self._request.body, departure=self.departure)
        # An explicit auth, because without one .netrc or the address could put theirs in the token's place.
        return requests.Request("POST", self._request.url, headers=headers, data=body, auth=bearer).prepare()

    def _settings(self, session: "requests.Session") -> dict[str, Any]:
        """Proxies and certificates of the system and the environment; no proxy for this computer itself."""
        merged = session.merge_environment_settings(self._request.url, {}, True, None, None)
        settings = {"verify": merged["verify"], "cert": merged["cert"], "proxies": merged["proxies"]}
        if self._request.loopback:
            settings["proxies"] = {}
        if isinstance(settings["verify"], str) and not Path(settings["verify"]).exists():
            raise CertificateFileError
        self.proxy = _proxy_host(self._request.url, settings["proxies"])
        return settings

    def _read(self, response: "requests.Response") -> None:
        self._head = (response.status_code, {name.lower(): text for name, text in response.headers.items()})
        # read1 returns what is there, so that a broken or dripping answer is kept as far as it came. It counts
        # decoded bytes, so a small compressed body cannot become a large one.
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            self.departure.check()
            room = self._limit - len(self._body)
            self._body += chunk[:room]
            if len(chunk) > room:
                self._truncated = True
                break
        self.departure.check()  # ending the wait from outside looks like the end of the answer


def _watched_adapter(departure: Departure) -> "HTTPAdapter":
    """An adapter whose connections show themselves to ``departure``, so that their waits can be ended."""
    from requests.adapters import HTTPAdapter

    class WatchedAdapter(HTTPAdapter):
        def get_connection_with_tls_context(self, *args: Any, **options: Any) -> Any:
            pool = super().get_connection_with_tls_context(*args, **options)
            plain = pool.ConnectionCls

            def connect(connection: Any) -> None:
                departure.watch(connection)
                plain.connect(connection)
                departure.check()

            pool.ConnectionCls = type("WatchedConnection", (plain,), {"connect": connect})
            return pool

    return WatchedAdapter()


def _proxy_host(url: str, proxies: Mapping[str, str]) -> str:
    """The proxy that ``url`` goes through, without its user name and password; "" for none."""
    from requests.utils import select_proxy

    chosen = select_proxy(url, dict(proxies))
    if not chosen:
        return ""
    return urlsplit(chosen if "://" in chosen else f"//{chosen}").netloc.rpartition("@")[2]


def _without_header_echo(record: logging.LogRecord) -> bool:
    """Whether a record may be logged: urllib3 quotes malformed answer headers, which may echo the token."""
    return not str(record.msg).startswith("Failed to parse headers")
