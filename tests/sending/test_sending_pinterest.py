"""What goes over the wire, seen by a real server."""

import gzip
import logging
import socket
from pathlib import Path

import pytest

from tests.sending.conftest import Build
from tests.sending.loopback_server import CERTIFICATE, Loopback, RawServer, raw, reply, serving, talking
from workbench.contract.mode import Mode
from workbench.sending.failures import NotSent
from workbench.sending.pinterest import Transport

TOKEN = "pina_AEA5KXYZ0123456789"


def listen(connection: socket.socket, server: RawServer) -> None:
    server.hear(connection)


def test_post_sends_the_exact_bytes(transport: Transport, loopback: Loopback, build: Build) -> None:
    body = '{"data": [ {"event_name":"checkout","x":"Zoë \\u00e9"} ] }\n'.encode() + bytes(range(256))
    transport.post(build(body=body), token=TOKEN)
    assert loopback.received[0].body == body


def test_post_sends_a_body_of_many_blocks_whole(transport: Transport, loopback: Loopback, build: Build) -> None:
    body = b"x" * 2_000_003
    transport.post(build(body=body), token=TOKEN)
    assert loopback.received[0].body == body


def test_post_sends_these_headers(transport: Transport, loopback: Loopback, build: Build) -> None:
    transport.post(build(body=b"{}"), token=TOKEN)
    assert loopback.received[0].headers == {
        "Host": f"127.0.0.1:{loopback.server_port}",
        "Accept-Encoding": "identity",
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": "workbench-tests/1",
        "Content-Length": "2",
        "Authorization": f"Bearer {TOKEN}",
    }


@pytest.fixture(params=["machine 127.0.0.1", "default"])
def _hostile_netrc(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text(f"{request.param} login mallory password hunter2\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))


@pytest.mark.usefixtures("_hostile_netrc")
def test_post_ignores_netrc(transport: Transport, loopback: Loopback, build: Build) -> None:
    transport.post(build(), token=TOKEN)
    assert loopback.received[0].headers["Authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(("mode", "query"), [(Mode.TEST, "?test=true"), (Mode.PRACTICE, "?test=true"), (Mode.LIVE, "")])
def test_post_asks_for_a_test_unless_live(
    transport: Transport, loopback: Loopback, build: Build, mode: Mode, query: str
) -> None:
    transport.post(build(mode=mode), token=TOKEN)
    assert loopback.received[0].path == f"/v5/ad_accounts/549712345678/events{query}"


def test_post_returns_status_headers_and_body(transport: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = reply(422, b'{"code": 1}', {"X-Pinterest-Rid": "77"})
    answer = transport.post(build(), token=TOKEN)
    assert (answer.status, answer.body, answer.headers["x-pinterest-rid"]) == (422, b'{"code": 1}', "77")


def test_post_measures_the_time(transport: Transport, build: Build) -> None:
    assert 0 < transport.post(build(), token=TOKEN).elapsed < 10


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_post_follows_no_redirect(transport: Transport, loopback: Loopback, build: Build, status: int) -> None:
    with serving(Loopback()) as elsewhere:
        loopback.step = reply(status, headers={"Location": elsewhere.endpoint})
        answer = transport.post(build(), token=TOKEN)
        assert (answer.status, elsewhere.received, len(loopback.received)) == (status, [], 1)


def test_post_survives_a_redirect_to_nowhere(transport: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = reply(302, headers={"Location": "http://[broken"})
    assert transport.post(build(), token=TOKEN).status == 302


def test_post_keeps_no_cookie(transport: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = reply(200, headers={"Set-Cookie": "a=b"})
    transport.post(build(), token=TOKEN)
    transport.post(build(), token=TOKEN)
    assert "Cookie" not in loopback.received[1].headers


def test_post_decodes_a_compressed_answer(transport: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = reply(200, gzip.compress(b'{"a": 1}'), {"Content-Encoding": "gzip"})
    assert transport.post(build(), token=TOKEN).body == b'{"a": 1}'


def test_post_reads_a_chunked_answer(transport: Transport, loopback: Loopback, build: Build) -> None:
    loopback.step = raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    assert transport.post(build(), token=TOKEN).body == b"abcde"


def test_post_on_this_computer_uses_no_proxy(
    transport: Transport, loopback: Loopback, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    with talking(listen) as proxy:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        transport.post(build(), token=TOKEN)
        assert (len(loopback.received), proxy.heard) == (1, [])


def test_post_asks_a_proxy_for_other_hosts_without_showing_the_token(
    transport: Transport, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(connection: socket.socket, server: RawServer) -> None:
        server.hear(connection)
        connection.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")

    with talking(refuse) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://user:hunter2@127.0.0.1:{proxy.port}")
        with pytest.raises(NotSent, match="refused the way"):
            transport.post(build(endpoint="https://api.pinterest.invalid/v5"), token=TOKEN)
        assert proxy.heard[0].startswith(b"CONNECT api.pinterest.invalid:443")
        assert TOKEN.encode() not in proxy.heard[0]


def test_post_trusts_the_certificate_it_is_told_to(
    transport: Transport, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATE))
    with serving(Loopback(tls=True)) as server:
        transport.post(build(endpoint=server.endpoint), token=TOKEN)
        assert server.received[0].headers["Authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak", "tök", "nul\0"])
def test_post_refuses_a_token_that_would_break_the_header(transport: Transport, build: Build, token: str) -> None:
    with pytest.raises(NotSent, match="token") as caught:
        transport.post(build(), token=token)
    assert not token or token not in str(caught.value)


def test_post_logs_no_token_at_debug_level(
    transport: Transport, loopback: Loopback, build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    echo = f"HTTP/1.1 200 OK\r\nX-Echo: Bearer {TOKEN}\r\nno colon {TOKEN}\r\nContent-Length: 0\r\n\r\n"
    loopback.step = raw(echo.encode())
    caplog.set_level(logging.DEBUG)
    transport.post(build(), token=TOKEN)
    assert "/v5/ad_accounts" in caplog.text
    assert TOKEN not in caplog.text
