"""Bytes to text."""

import pytest

from workbench.events import decoding
from workbench.events.decoding import decode_text, place
from workbench.ground.errors import InputError


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    with pytest.raises(InputError, match="UTF-16") as caught:
        decode_text('{"a": 1}'.encode(encoding), what="The file")
    assert "UTF-8" in caught.value.fix


def test_utf_32_is_not_called_utf_16() -> None:
    with pytest.raises(InputError, match="UTF-32"):
        decode_text("{}".encode("utf-32"), what="The file")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x1f\x8b\x08", "gzip"),
        (b"PK\x03\x04", "spreadsheet"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\x00", "database"),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, name: str) -> None:
    with pytest.raises(InputError, match=name):
        decode_text(data, what="The file")


def test_byte_that_is_no_utf_8_is_named_with_its_line() -> None:
    with pytest.raises(InputError, match="line 2 holds the byte 0xfc"):
        decode_text('{\n"a": "Müller"}'.encode("latin-1"), what="The file")


@pytest.mark.parametrize("data", [b"x" * 11, "x" * 11])
def test_more_than_the_bound_is_refused(data: bytes | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_BYTES", 10)
    with pytest.raises(InputError, match="larger than"):
        decode_text(data, what="The file")


def test_bound_is_64_mebibytes() -> None:
    assert decoding.MOST_BYTES == 67_108_864


def test_half_of_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match="line 1, column 2"):
        decode_text("a\ud800", what="The text")


def test_text_comes_without_its_byte_order_mark() -> None:
    assert decode_text(b"\xef\xbb\xbfa", what="The text") == "a"


@pytest.mark.parametrize(("at", "words"), [(0, "line 1, column 1"), (2, "line 1, column 3"), (3, "line 2, column 1")])
def test_place_counts_from_one(at: int, words: str) -> None:
    assert place("ab\ncd", at) == words


def test_place_counts_on_from_a_first_line() -> None:
    assert place("ab\ncd", 3, first_line=7) == "line 8, column 1"


def test_place_counts_a_line_break_at_the_very_beginning() -> None:
    assert place("\nab", 2) == "line 2, column 2"
