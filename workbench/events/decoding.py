"""Text out of bytes: UTF-8, or a name for what the bytes are instead."""

from workbench.ground.errors import InputError

MOST_BYTES = 64 * 1024 * 1024

_UTF8 = "Save it as UTF-8, then try again."
_SIGNATURES = (
    (b"\xff\xfe\x00\x00", "UTF-32 text", _UTF8),
    (b"\x00\x00\xfe\xff", "UTF-32 text", _UTF8),
    (b"\xff\xfe", "UTF-16 text", _UTF8),
    (b"\xfe\xff", "UTF-16 text", _UTF8),
    (b"\x1f\x8b", "compressed with gzip", "Unpack it, then try again."),
    (b"PK\x03\x04", "a ZIP file or a spreadsheet", "Unpack or export it as JSON text, then try again."),
    (b"%PDF", "a PDF file", "Choose the file that holds the JSON text."),
    (b"\x89PNG", "a picture", "Choose the file that holds the JSON text."),
    (b"SQLite format 3\x00", "a database", "Choose the file that holds the JSON text."),
)


def decode_text(data: str | bytes, *, what: str) -> str:
    """The text of ``data`` without a byte order mark.

    Raises InputError, whose message begins with ``what``, for more than MOST_BYTES (of a str: characters), for bytes
    that are not UTF-8 (UTF-16 and a few common kinds of file are named), and for half of a surrogate pair.
    """
    if len(data) > MOST_BYTES:
        raise InputError(
            f"{what} is larger than {MOST_BYTES // 1024 // 1024} MiB.",
            fix="Split it into smaller files, then try again.",
        )
    text = _from_bytes(data, what) if isinstance(data, bytes) else data
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"{what} holds half of a character at {place(text, error.start)}.", fix="Copy it again from its source."
        ) from None
    return text.removeprefix("\ufeff")


def place(text: str, at: int, *, first_line: int = 1) -> str:
    """Where the character at index ``at`` stands, in words for a message."""
    line = text.count("\n", 0, at) + first_line
    column = at - text.rfind("\n", 0, at)
    return f"line {line}, column {column}"


def _from_bytes(data: bytes, what: str) -> str:
    for signature, name, fix in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{what} is {name}, not UTF-8 text.", fix=fix)
    # JSON begins with an ASCII character, so a zero byte beside it means two bytes a character.
    if len(data) >= 2 and 0 in data[:2]:
        raise InputError(f"{what} is UTF-16 text, not UTF-8 text.", fix=_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{what} is not UTF-8 text: line {line} holds the byte 0x{data[error.start]:02x}.", fix=_UTF8
        ) from None
