"""Reading the body of an HTTP request up to a bound, whether its length was announced or it comes in chunks."""

from dataclasses import dataclass
from email.message import Message
from io import BufferedIOBase

BODY_BYTES_READ = 8 * 1024 * 1024
_LINE = 1024


class BrokenBodyError(Exception):
    """The framing is wrong, so that nothing after it on this connection can be understood."""


@dataclass(frozen=True, slots=True)
class ReadBody:
    """``data`` is the whole body when it ``fits``; otherwise it is empty, and the rest still waits to be read."""

    data: bytes
    fits: bool = True


_TOO_LARGE = ReadBody(b"", fits=False)


def read_http_body(stream: BufferedIOBase, headers: Message, *, bound: int = BODY_BYTES_READ) -> ReadBody:
    """The body that ``headers`` announce; empty without an announcement.

    Raises BrokenBodyError for a length that is none or chunks that are none, ConnectionError when the sender hangs up
    in the middle.
    """
    if "transfer-encoding" in headers:
        if headers["transfer-encoding"].strip().lower() != "chunked":
            raise BrokenBodyError("The transfer encoding is not chunked.")
        return _read_chunks(stream, bound)
    text = headers.get("content-length", "0").strip()
    if not (text.isascii() and text.isdigit()):
        raise BrokenBodyError("The content length is not a number.")
    # More digits than any length has: too large without the cost of reading the number.
    if len(text) > 18 or int(text) > bound:
        return _TOO_LARGE
    return ReadBody(_exactly(stream, int(text)))


def _read_chunks(stream: BufferedIOBase, bound: int) -> ReadBody:
    pieces: list[bytes] = []
    total = 0
    while size := _chunk_size(stream):
        total += size
        if total > bound:
            return _TOO_LARGE
        pieces.append(_exactly(stream, size))
        if _line(stream):
            raise BrokenBodyError("A chunk is longer than it said.")
    trailers = 0
    while _line(stream):
        trailers += 1
        if trailers > 100:
            raise BrokenBodyError("There are too many trailers.")
    return ReadBody(b"".join(pieces))


def _chunk_size(stream: BufferedIOBase) -> int:
    text = _line(stream).partition(b";")[0].strip()
    if not text or len(text) > 15 or text.strip(b"0123456789abcdefABCDEF"):
        raise BrokenBodyError("The size of a chunk is not a number.")
    return int(text, 16)


def _line(stream: BufferedIOBase) -> bytes:
    line = stream.readline(_LINE)
    if not line.endswith(b"\n"):
        if len(line) == _LINE:
            raise BrokenBodyError("A line between chunks is too long.")
        raise ConnectionResetError("The sender hung up in the middle of the body.")
    return line.rstrip(b"\r\n")


def _exactly(stream: BufferedIOBase, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise ConnectionResetError("The sender hung up in the middle of the body.")
    return data
