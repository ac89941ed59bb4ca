"""The words for errors that no loopback server can make."""

import errno
import http.client
import socket
import ssl
import zlib

import pytest

from workbench.contract.mode import Mode
from workbench.ground.errors import Blame, explain_error
from workbench.sending.failures import CancelledError, DeadlineError, OutcomeUnknown, not_sent, outcome_unknown
from workbench.sending.reply import Answer
from workbench.sending.request import SendRequest

REQUEST = SendRequest(account_name="a", ad_account_id="1", mode=Mode.LIVE, body=b"{}", event_count=1)


class WrappedError(Exception):
    """A library's error around another one, which it holds as ``reason``."""

    def __init__(self, reason: BaseException) -> None:
        super().__init__("Authorization: Bearer pina_secret1234")
        self.reason = reason


CAUSES = [
    CancelledError(),
    DeadlineError(),
    socket.gaierror(),
    ConnectionRefusedError(),
    ssl.SSLCertVerificationError(),
    ssl.SSLError(),
    TimeoutError(),
    ConnectionResetError(),
    OSError(errno.ENETUNREACH, "Network is unreachable"),
    RuntimeError("odd"),
]


def test_not_sent_has_words_of_its_own_for_each_cause() -> None:
    messages = {not_sent(cause, request=REQUEST).message for cause in CAUSES}
    assert len(messages) == len(CAUSES)


def test_outcome_unknown_has_words_of_its_own_for_each_cause() -> None:
    causes = [
        CancelledError(),
        DeadlineError(),
        TimeoutError(),
        http.client.IncompleteRead(b""),
        ConnectionResetError(),
        http.client.BadStatusLine("x"),
        zlib.error(),
        ssl.SSLError(),
        RuntimeError("odd"),
    ]
    assert len({outcome_unknown(cause, request=REQUEST).message for cause in causes}) == len(causes)


@pytest.mark.parametrize("cause", CAUSES)
def test_failures_look_through_wrappers(cause: BaseException) -> None:
    assert not_sent(WrappedError(WrappedError(cause)), request=REQUEST).fix == not_sent(cause, request=REQUEST).fix


@pytest.mark.parametrize("cause", CAUSES)
def test_failures_repeat_no_text_of_a_library(cause: BaseException) -> None:
    wrapped = WrappedError(cause)
    assert "pina_" not in f"{not_sent(wrapped, request=REQUEST)} {outcome_unknown(wrapped, request=REQUEST)}"


def test_failures_survive_errors_that_contain_each_other() -> None:
    one, other = RuntimeError(), RuntimeError()
    one.__context__, other.__context__ = other, one
    assert "RuntimeError" in not_sent(one, request=REQUEST).message


def test_certificate_fault_is_named() -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_message = "certificate has expired"
    assert not_sent(error, request=REQUEST).message == (
        "The certificate of api.pinterest.com is not trusted: certificate has expired."
    )


def test_certificate_fault_is_not_blamed_on_the_proxy() -> None:
    assert "certificate" in not_sent(ssl.SSLCertVerificationError(), request=REQUEST, proxy="proxy:1").message


def test_unreachable_proxy_is_blamed_instead_of_the_host() -> None:
    assert not_sent(socket.gaierror(), request=REQUEST, proxy="proxy:1").message.startswith("The proxy proxy:1")


def test_outcome_unknown_keeps_what_came() -> None:
    partial = Answer(200, {}, b"x", 0.1)
    error = outcome_unknown(TimeoutError(), request=REQUEST, partial=partial)
    assert isinstance(error, OutcomeUnknown)
    assert error.partial is partial


def test_failures_are_the_machines() -> None:
    assert explain_error(not_sent(TimeoutError(), request=REQUEST)).blame is Blame.MACHINE
