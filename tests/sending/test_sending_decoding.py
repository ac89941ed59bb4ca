"""An answer's body as values, and everything odd in it by name."""

import json
from typing import Any

import pytest

from workbench.sending.decoding import Row, UnreadableError, decode_object, find_report, message, read_report


def good(**changes: Any) -> dict[str, Any]:
    row = {"status": "processed", "error_message": None, "warning_message": None}
    return {"num_events_received": 1, "num_events_processed": 1, "events": [row], **changes}


def with_row(**changes: Any) -> dict[str, Any]:
    return good(events=[{"status": "processed", **changes}])


@pytest.mark.parametrize("body", [b'{"a": 1}', b'\xef\xbb\xbf {"a": 1}\n', '{"a": 1}'.encode("utf-16")])
def test_decode_object_reads_json(body: bytes) -> None:
    assert decode_object(body) == {"a": 1}


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"<?xml version='1.0'?>", "web page"),
        (b"upstream timed out", "not JSON"),
        (b'{"a": 1', "not all of it (line 1, column 8)"),
        (b'{"a": 1} {"b"', "not JSON, or not all"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"a": 1, "a": 2}', "“a” twice"),
        (b'{"a": "\xff"}', "not JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "a list, not a JSON object"),
        (b"null", "null, not a JSON object"),
        (b'"processed"', "the text “processed”, not a JSON object"),
        (b"true", "true, not a JSON object"),
    ],
)
def test_decode_object_says_what_came_instead(body: bytes, says: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode_object(body)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ({"details": {"events": []}}, {"events": []}),
        ({"details": {"num_events_processed": 0}}, {"num_events_processed": 0}),
        ({"details": "text", "events": []}, {"details": "text", "events": []}),
        ({"details": {}, "message": "x"}, None),
        ({}, None),
    ],
)
def test_find_report_looks_inside_details_and_beside(answer: dict[str, Any], found: object) -> None:
    assert find_report(answer) == found


def test_read_report_of_a_good_answer_is_not_odd() -> None:
    report = read_report(good(), complete=True)
    assert (report.received, report.processed, report.rows, report.oddities) == (1, 1, (Row("processed"),), ())


@pytest.mark.parametrize("nothing", [None, ""])
def test_read_report_takes_null_blank_and_absent_messages_alike(nothing: str | None) -> None:
    with_nothing = read_report(with_row(error_message=nothing, warning_message=nothing), complete=True)
    assert with_nothing == read_report(with_row(), complete=True)


def test_read_report_splits_joined_warnings() -> None:
    report = read_report(
        with_row(warning_message="external_id is missing. Really; click_id is missing; "), complete=True
    )
    assert report.rows[0].warnings == ("external_id is missing. Really", "click_id is missing")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (good(num_events_received=True), "num_events_received is true instead of a count"),
        (good(num_events_received="1"), "num_events_received is the text “1” instead of a count"),
        (good(num_events_processed=1.0), "num_events_processed is 1.0 instead of a count"),
        (good(num_events_processed=-1), "num_events_processed is -1 instead of a count"),
        (good(num_events_processed=10**12), "instead of a count"),
        (good(num_events_processed=None), "num_events_processed is null instead of a count"),
        ({"num_events_processed": 1, "events": []}, "num_events_received is missing"),
        ({"num_events_received": 1, "num_events_processed": 1}, "it has no list of events"),
        (good(events={"0": {}}), "its events are an object instead of a list"),
        (good(events=None), "its events are null instead of a list"),
        (good(num_events_processed=2), "it counts 2 processed of only 1 received"),
        (good(events=["processed"]), "result 1 is the text “processed” instead of an object"),
        (with_row(status="accepted"), "result 1 has the status the text “accepted”"),
        (with_row(status="PROCESSED"), "result 1 has the status"),
        (with_row(status=None), "result 1 has the status null"),
        (with_row(status=["processed"]), "result 1 has the status a list"),
        (with_row(error_message="x"), "result 1 is called processed, and yet has an error"),
        (with_row(warning_message=["x"]), "warning_message of result 1 is a list instead of a text"),
        (with_row(error_message=0), "error_message of result 1 is 0 instead of a text"),
    ],
)
def test_read_report_names_what_is_odd(answer: dict[str, Any], says: str) -> None:
    assert any(says in oddity for oddity in read_report(answer, complete=True).oddities)


def test_read_report_of_a_422_may_lack_counts_and_list() -> None:
    assert read_report({"num_events_processed": 0}, complete=False).oddities == ()


def test_read_report_names_only_the_first_oddities() -> None:
    assert len(read_report(good(events=[1] * 1000), complete=True).oddities) == 5


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, None), ("", None), ("  ", None), (" a ", "a"), ("a\x1b[2Jb\n", "a [2Jb"), ({"a": "é"}, '{"a": "é"}')],
)
def test_message_is_fit_for_a_screen(value: object, expected: str | None) -> None:
    assert message(value) == expected


def test_message_can_be_encoded() -> None:
    text = message(json.loads('"a\\ud800b"'))
    assert text is not None
    assert text.encode() == b"a b"


def test_message_is_bounded() -> None:
    assert len(message("x" * 10_000) or "") == 2000
