"""A request that got no usable answer: was it certainly not sent, or may it have arrived; why; and what to do.

The words are chosen by the standard library's exceptions at the bottom of the chain, because HTTP libraries wrap them
in ever new ways. None of their texts is repeated: some hold header values, and so the token.
"""

import errno
import socket
import zlib
from collections.abc import Iterable, Iterator, Mapping

from workbench.contract.mode import Mode
from workbench.ground.errors import MachineError
from workbench.sending.reply import Answer
from workbench.sending.request import SendRequest


class NotSent(MachineError):  # noqa: N818 - the name is the fact that callers act on, not a kind of error
    """Certainly nothing was taken. ``retryable`` says that it may be taken a little later."""

    def __init__(self, message: str, *, fix: str = "", retryable: bool = False) -> None:
        super().__init__(message, fix=fix)
        self.retryable = retryable


class OutcomeUnknown(MachineError):  # noqa: N818 - as above
    """The request may have been processed. ``partial`` is what had come of the answer, if anything had."""

    def __init__(self, message: str, *, fix: str = "", partial: Answer | None = None) -> None:
        super().__init__(message, fix=fix)
        self.partial = partial


class CancelledError(Exception):
    """The person at the screen called it off."""


class DeadlineError(Exception):
    """The whole exchange took longer than allowed, however busy it was."""


class CertificateFileError(Exception):
    """REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE names a file that is not there."""


_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN}

NOTHING_SENT = "Nothing was sent."
RESEND = (
    "The request may have been processed. Look in Ads Manager first; if you send again, then only with the same "
    "event_id and event_time, so that Pinterest drops the second one. Offline events cannot be deduplicated."
)
_RESEND_TEST = (
    "The request may have been judged, but a test records nothing: sending it again, with the same event_id and "
    "event_time, does no harm."
)


def not_sent(error: BaseException, *, request: SendRequest, proxy: str = "") -> NotSent:
    """Why nothing left. ``proxy`` is the host of the proxy that was used, for a failure on the way through it."""
    from ssl import SSLError

    chain = tuple(_chain(error))
    if proxy and not any(isinstance(each, (SSLError, CancelledError, DeadlineError)) for each in chain):
        return _through_proxy(chain, proxy)
    words = _before()
    kind = _first(words, chain)
    if kind is not None:
        message, fix = words[kind]
        message = message.format(host=request.host, detail=_certificate_fault(chain))
    elif any(isinstance(each, OSError) and each.errno in _NO_WAY for each in chain):
        message, fix = f"There is no way to {request.host} from here.", "Check the internet connection."
    else:
        message, fix = f"The request could not be sent to {request.host} ({type(error).__name__}).", "Try again."
    return NotSent(message, fix=f"{fix} {NOTHING_SENT}", retryable=kind is ConnectionRefusedError)


def outcome_unknown(error: BaseException, *, request: SendRequest, partial: Answer | None = None) -> OutcomeUnknown:
    """Why nobody knows whether the events were taken."""
    words = _after()
    kind = _first(words, tuple(_chain(error)))
    if kind is not None:
        message = words[kind].format(host=request.host)
    else:
        message = f"The exchange with {request.host} ended early ({type(error).__name__})."
    if partial is not None:
        message = f"{message} It had begun with HTTP {partial.status}."
    return OutcomeUnknown(message, fix=RESEND if request.mode is Mode.LIVE else _RESEND_TEST, partial=partial)


def _first(kinds: Iterable[type[BaseException]], chain: tuple[BaseException, ...]) -> type[BaseException] | None:
    return next((kind for kind in kinds if any(isinstance(error, kind) for error in chain)), None)


def _certificate_fault(chain: tuple[BaseException, ...]) -> str:
    found = (getattr(error, "verify_message", "") for error in chain)
    return next((str(text).rstrip(".") for text in found if text), "it could not be checked")


def _through_proxy(chain: tuple[BaseException, ...], proxy: str) -> NotSent:
    texts = " ".join(str(each) for each in chain)
    if "Missing dependencies for SOCKS" in texts:
        message, fix = f"The proxy {proxy} is a SOCKS proxy, which this program does not speak.", "Name an http proxy."
    elif "Tunnel connection failed: 407" in texts:
        message, fix = f"The proxy {proxy} wants a user name and a password.", "Put them into HTTPS_PROXY."
    elif "Tunnel connection failed" in texts:
        message, fix = f"The proxy {proxy} refused the way to Pinterest.", "Ask whoever runs it to allow the host."
    else:
        message = f"The proxy {proxy} could not be reached or broke off."
        fix = "Check the proxy in the system settings or in HTTPS_PROXY; NO_PROXY names hosts that need none."
    return NotSent(message, fix=f"{fix} {NOTHING_SENT}")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and everything it wraps, by cause, context, ``reason`` or argument; each once."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop(0)
        if not isinstance(each, BaseException) or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        waiting += (each.__cause__, each.__context__, getattr(each, "reason", None), *each.args)


# Functions, not constants: ssl and http.client cost start-up time, and most starts never meet an error.
def _before() -> Mapping[type[BaseException], tuple[str, str]]:
    """Words and what to do, for a request that never left; the first kind in the chain gives them."""
    import ssl

    return {
        CancelledError: ("The send was cancelled before anything left.", "Send again when you are ready."),
        DeadlineError: ("{host} could not be reached in time.", "Check the internet connection, then send again."),
        CertificateFileError: (
            "The certificate file named in REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE does not exist.",
            "Correct or remove that environment variable, then start the program again.",
        ),
        socket.gaierror: (
            "The address of {host} could not be found.",
            "Check the spelling, the internet connection and the DNS settings, then send again.",
        ),
        ConnectionRefusedError: (
            "{host} refused the connection: nothing listens there, or a firewall is in the way.",
            "Check the address and the port, and that the other side is running.",
        ),
        ssl.SSLCertVerificationError: (
            "The certificate of {host} is not trusted: {detail}.",
            "Check this computer's date. Behind a company proxy, set REQUESTS_CA_BUNDLE to its certificate file.",
        ),
        ssl.SSLError: (
            "No secure connection with {host} could be made.",
            "Check that the address really speaks https, and whether a proxy or virus scanner is in the way.",
        ),
        TimeoutError: (
            "{host} did not take the connection in time.",
            "Check the internet connection, then send again.",
        ),
        ConnectionError: ("{host} closed the connection before anything was sent.", "Send again in a moment."),
    }


def _after() -> Mapping[type[BaseException], str]:
    """Words for a request that had left; the first kind in the chain gives them."""
    import http.client
    import ssl

    return {
        CancelledError: "The wait for {host} was cancelled after the request had left.",
        DeadlineError: "{host} took the request, but its answer was not complete in time.",
        TimeoutError: "{host} took the request, and then did not answer in time.",
        http.client.IncompleteRead: "The answer of {host} broke off half-way.",
        ConnectionError: "The connection with {host} broke after the request had left.",
        http.client.HTTPException: "What {host} answered is not HTTP.",
        zlib.error: "The answer of {host} is compressed in a way that cannot be read.",
        ssl.SSLError: "The secure connection with {host} broke after the request had left.",
    }
