"""Reading a request body within a bound."""

from email.message import Message
from io import BytesIO

import pytest

from workbench.practice.body import BrokenBodyError, ReadBody, read_http_body


def _headers(**named: str) -> Message:
    headers = Message()
    for name, value in named.items():
        headers[name.replace("_", "-")] = value
    return headers


CHUNKED = _headers(transfer_encoding="chunked")


def test_body_of_a_known_length_is_read_to_its_end_only() -> None:
    stream = BytesIO(b"{}rest")
    assert read_http_body(stream, _headers(content_length="2")) == ReadBody(b"{}")
    assert stream.read() == b"rest"


def test_body_without_a_length_is_empty() -> None:
    assert read_http_body(BytesIO(b"{}"), _headers()) == ReadBody(b"")


def test_body_in_chunks_is_put_together() -> None:
    stream = BytesIO(b'3\r\n{"a\r\nA;x=1\r\n":1234567}\r\n0\r\ntrailer: 1\r\n\r\nrest')
    assert read_http_body(stream, CHUNKED) == ReadBody(b'{"a":1234567}')
    assert stream.read() == b"rest"


@pytest.mark.parametrize("headers", [_headers(content_length="5"), _headers(content_length="9" * 5000)])
def test_body_over_the_bound_is_not_read(headers: Message) -> None:
    stream = BytesIO(b"12345")
    assert read_http_body(stream, headers, bound=4) == ReadBody(b"", fits=False)
    assert stream.tell() == 0


def test_body_at_the_bound_is_read() -> None:
    assert read_http_body(BytesIO(b"1234"), _headers(content_length="4"), bound=4).fits


def test_body_in_chunks_is_bounded_too() -> None:
    assert not read_http_body(BytesIO(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), CHUNKED, bound=4).fits


@pytest.mark.parametrize("length", ["-1", "two", "1.5", "+2", "", "²"])
def test_body_with_a_length_that_is_none_is_broken(length: str) -> None:
    with pytest.raises(BrokenBodyError):
        read_http_body(BytesIO(b"{}"), _headers(content_length=length))


@pytest.mark.parametrize("data", [b"x\r\n", b"-1\r\n", b"\r\n", b"1" * 16 + b"\r\n", b"1\r\nab\r\n", b"1" * 2000])
def test_body_with_chunks_that_are_none_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenBodyError):
        read_http_body(BytesIO(data), CHUNKED)


def test_body_with_endless_trailers_is_broken() -> None:
    with pytest.raises(BrokenBodyError):
        read_http_body(BytesIO(b"0\r\n" + b"a: 1\r\n" * 200), CHUNKED)


def test_body_with_another_transfer_encoding_is_broken() -> None:
    with pytest.raises(BrokenBodyError):
        read_http_body(BytesIO(b"{}"), _headers(transfer_encoding="gzip"))


@pytest.mark.parametrize(
    ("data", "headers"),
    [(b"{", _headers(content_length="2")), (b"2\r\n{", CHUNKED), (b"2\r\n{}\r\n", CHUNKED), (b"2", CHUNKED)],
)
def test_body_that_ends_too_early_is_a_lost_connection(data: bytes, headers: Message) -> None:
    with pytest.raises(ConnectionError):
        read_http_body(BytesIO(data), headers)
