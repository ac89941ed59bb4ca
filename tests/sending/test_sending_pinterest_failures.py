"""Each way an exchange can fail, made by real servers: certainly not sent, or maybe arrived."""

import gzip
import socket
from pathlib import Path

import pytest

from tests.sending.conftest import Build
from tests.sending.loopback_server import (
    CERTIFICATE,
    Loopback,
    RawServer,
    endless,
    raw,
    reset,
    reset_after,
    serving,
    silence,
    talking,
)
from workbench.contract.mode import Mode
from workbench.sending.failures import NotSent, OutcomeUnknown
from workbench.sending.pinterest import Transport

TOKEN = "pina_AEA5KXYZ0123456789"


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def failure(transport: Transport, build: Build, **changes: object) -> NotSent | OutcomeUnknown:
    try:
        answer = transport.post(build(**changes), token=TOKEN)
    except (NotSent, OutcomeUnknown) as error:
        return error
    pytest.fail(f"got {answer}")


def test_refused_connection_is_not_sent(transport: Transport, build: Build) -> None:
    error = failure(transport, build, endpoint=f"http://127.0.0.1:{unused_port()}/v5")
    assert isinstance(error, NotSent)
    assert "refused the connection" in error.message


def test_unknown_host_is_not_sent(transport: Transport, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_address(*_args: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_address)  # a real look-up would leave this computer
    error = failure(transport, build, endpoint="https://nowhere.invalid/v5")
    assert isinstance(error, NotSent)
    assert error.message == "The address of nowhere.invalid could not be found."


def test_untrusted_certificate_is_not_sent(transport: Transport, build: Build) -> None:
    with serving(Loopback(tls=True)) as server:
        error = failure(transport, build, endpoint=server.endpoint)
        assert isinstance(error, NotSent)
        assert "not trusted: self-signed certificate" in error.message
        assert server.received == []


def test_https_to_a_plain_server_is_not_sent(transport: Transport, loopback: Loopback, build: Build) -> None:
    error = failure(transport, build, endpoint=loopback.endpoint.replace("http:", "https:"))
    assert isinstance(error, NotSent)
    assert "No secure connection" in error.message


def test_handshake_that_never_ends_is_not_sent(hasty: Transport, build: Build) -> None:
    with talking(lambda _connection, server: _until_the_end(server)) as server:
        error = failure(hasty, build, endpoint=f"https://127.0.0.1:{server.port}/v5")
    assert isinstance(error, NotSent)
    assert "did not take the connection in time" in error.message


def test_reset_in_the_handshake_is_not_sent(transport: Transport, build: Build) -> None:
    def greet_and_reset(connection: socket.socket, _server: RawServer) -> None:
        connection.recv(4096)
        reset(connection)

    with talking(greet_and_reset) as server:
        error = failure(transport, build, endpoint=f"https://127.0.0.1:{server.port}/v5")
    assert isinstance(error, NotSent)


def test_missing_certificate_file_is_not_sent(
    transport: Transport, build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "gone.pem"))
    error = failure(transport, build)
    assert isinstance(error, NotSent)
    assert "REQUESTS_CA_BUNDLE" in error.message


@pytest.mark.parametrize(
    ("proxy", "says"),
    [
        ("http://127.0.0.1:{port}", "could not be reached"),
        ("socks5://127.0.0.1:{port}", "SOCKS"),
    ],
)
def test_unusable_proxy_is_not_sent(
    transport: Transport, build: Build, monkeypatch: pytest.MonkeyPatch, proxy: str, says: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.format(port=unused_port()))
    error = failure(transport, build, endpoint="https://api.pinterest.invalid/v5")
    assert isinstance(error, NotSent)
    assert says in error.message


def test_proxy_that_wants_a_password_is_not_sent(
    transport: Transport, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(connection: socket.socket, server: RawServer) -> None:
        server.hear(connection)
        connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")

    with talking(ask) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://user:hunter2@127.0.0.1:{proxy.port}")
        error = failure(transport, build, endpoint="https://api.pinterest.invalid/v5")
    assert isinstance(error, NotSent)
    assert error.message == f"The proxy 127.0.0.1:{proxy.port} wants a user name and a password."


def test_silence_after_the_request_is_unknown(hasty: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = silence
    error = failure(hasty, build)
    assert isinstance(error, OutcomeUnknown)
    assert "did not answer in time" in error.message
    assert len(loopback.received) == 1  # and it was not posted again


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"", "broke after the request had left"),
        (b"what?\r\n\r\n", "is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", "broke off half-way. It had begun with HTTP 200."),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "broke off half-way"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "broke off half-way"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope", "compressed in a way"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", "is not HTTP"),
    ],
)
def test_broken_answer_is_unknown(
    transport: Transport, loopback: Loopback, build: Build, answer: bytes, says: str
) -> None:
    loopback.step = raw(answer)
    error = failure(transport, build)
    assert isinstance(error, OutcomeUnknown)
    assert says in error.message


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"])
def test_reset_after_the_request_is_unknown(
    transport: Transport, loopback: Loopback, build: Build, answer: bytes
) -> None:
    loopback.step = reset_after(answer)
    error = failure(transport, build)
    assert isinstance(error, OutcomeUnknown)
    assert "broke after the request had left" in error.message


def test_reset_of_a_secure_connection_after_the_request_is_unknown(
    transport: Transport, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATE))
    with serving(Loopback(tls=True)) as server:
        server.step = reset_after(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        assert isinstance(failure(transport, build, endpoint=server.endpoint), OutcomeUnknown)


def test_broken_answer_is_kept_as_far_as_it_came(transport: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = raw(b"HTTP/1.1 502 Bad Gateway\r\nX-Pinterest-Rid: 7\r\nContent-Length: 100\r\n\r\nhalf")
    error = failure(transport, build)
    assert isinstance(error, OutcomeUnknown)
    assert error.partial is not None
    assert (error.partial.status, error.partial.body, error.partial.headers["x-pinterest-rid"]) == (502, b"half", "7")


def test_unknown_outcome_of_a_live_request_warns_of_duplicates(
    transport: Transport, loopback: Loopback, build: Build
) -> None:
    loopback.step = raw(b"")
    error = failure(transport, build, mode=Mode.LIVE)
    for needed in ("may have been processed", "same event_id", "event_time", "Offline events cannot be deduplicated"):
        assert needed in error.fix


def test_unknown_outcome_of_a_test_request_says_that_nothing_is_recorded(
    transport: Transport, loopback: Loopback, build: Build
) -> None:
    loopback.step = raw(b"")
    assert "a test records nothing" in failure(transport, build).fix


def test_unsent_request_says_so(transport: Transport, build: Build) -> None:
    assert failure(transport, build, endpoint=f"http://127.0.0.1:{unused_port()}/v5").fix.endswith("Nothing was sent.")


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + TOKEN.encode()[:8]])
def test_failure_carries_no_token(transport: Transport, loopback: Loopback, build: Build, answer: bytes) -> None:
    loopback.step = raw(answer)
    error = failure(transport, build)
    assert error.__cause__ is None
    assert error.__context__ is None
    assert "pina_" not in f"{error!r} {error} {error.fix} {vars(error)}"


def test_endless_answer_is_cut(loopback: Loopback, build: Build) -> None:
    transport = Transport(user_agent="t", read_timeout=5, deadline=10, answer_limit=100_000)
    loopback.step = endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536)
    answer = transport.post(build(), token=TOKEN)
    assert (len(answer.body), answer.truncated) == (100_000, True)


def test_endless_redirect_is_cut(loopback: Loopback, build: Build) -> None:
    transport = Transport(user_agent="t", read_timeout=5, deadline=10, answer_limit=100_000)
    loopback.step = endless(b"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n", b"x" * 65536)
    assert transport.post(build(), token=TOKEN).truncated


def test_answer_of_exactly_the_limit_is_whole(loopback: Loopback, build: Build) -> None:
    transport = Transport(user_agent="t", read_timeout=5, deadline=10, answer_limit=5)
    loopback.step = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345")
    answer = transport.post(build(), token=TOKEN)
    assert (answer.body, answer.truncated) == (b"12345", False)


@pytest.mark.parametrize("chunked", [False, True])
def test_compressed_bomb_is_cut_by_its_decoded_size(loopback: Loopback, build: Build, *, chunked: bool) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    transport = Transport(user_agent="t", read_timeout=5, deadline=10, answer_limit=100_000)
    if chunked:
        framed = b"Transfer-Encoding: chunked\r\n\r\n" + f"{len(bomb):x}\r\n".encode() + bomb + b"\r\n0\r\n\r\n"
    else:
        framed = f"Content-Length: {len(bomb)}\r\n\r\n".encode() + bomb
    loopback.step = raw(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + framed)
    answer = transport.post(build(), token=TOKEN)
    assert (len(answer.body), answer.truncated) == (100_000, True)


def _until_the_end(server: RawServer) -> None:
    server.ending.wait(10)
