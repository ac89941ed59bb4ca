"""What each ordered fault does to a real request, and that what is left of an answer has Pinterest's shapes."""

import http.client
import json
import threading
from collections.abc import Callable
from queue import Queue
from typing import TYPE_CHECKING, Any

import pytest

from workbench.practice.faults import Fault
from workbench.practice.rehearsal import RehearsedRequest

if TYPE_CHECKING:
    from tests.practice.conftest import Practice
    from workbench.practice.received import ReceivedRequest

MakePractice = Callable[..., "Practice"]
MakeBody = Callable[[int], dict[str, Any]]

REFUSING = {
    Fault.UNKNOWN_KEY: (400, 4196),
    Fault.UNAUTHORIZED: (401, 2),
    Fault.FORBIDDEN: (403, 29),
    Fault.NOT_FOUND: (404, 2),
    Fault.RATE_LIMITED: (429, 8),
    Fault.UNAVAILABLE: (503, 4197),
    Fault.ECHO_TOKEN: (401, 2),
}
WITHOUT_JSON = {Fault.SERVER_ERROR_HTML, Fault.HTML, Fault.EMPTY}
WITHOUT_ANSWER = {Fault.SILENT, Fault.RESET, Fault.TRUNCATED}


def _is_error(value: Any) -> bool:
    """Whether it has the published schema Error."""
    return type(value["code"]) is int and type(value["message"]) is str


def _is_conversion_api_response(value: Any) -> bool:
    """Whether it has the published schema ConversionApiResponse."""
    counts = (value["num_events_received"], value["num_events_processed"])
    return all(type(count) is int for count in counts) and all(
        row["status"] in {"processed", "failed"}
        and all(row[name] is None or type(row[name]) is str for name in ("error_message", "warning_message"))
        for row in value["events"]
    )


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault not in WITHOUT_JSON | WITHOUT_ANSWER])
@pytest.mark.parametrize("count", [1, 3])
def test_each_fault_answers_in_the_published_shape(
    make_practice: MakePractice, make_body: MakeBody, fault: Fault, count: int
) -> None:
    reply = make_practice(fault, slow_seconds=0).post(make_body(count))
    if reply.status == 200:
        assert _is_conversion_api_response(reply.json)
    elif reply.status == 422:
        assert _is_error(reply.json)
        assert _is_conversion_api_response(reply.json["details"])
    else:
        assert _is_error(reply.json)


@pytest.mark.parametrize("fault", sorted(WITHOUT_JSON))
def test_faults_of_a_gateway_hold_no_json(make_practice: MakePractice, make_body: MakeBody, fault: Fault) -> None:
    reply = make_practice(fault).post(make_body(1))
    with pytest.raises(json.JSONDecodeError):
        json.loads(reply.body)


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault not in WITHOUT_ANSWER])
def test_each_answer_of_a_fault_is_marked_as_practice(
    make_practice: MakePractice, make_body: MakeBody, fault: Fault
) -> None:
    reply = make_practice(fault, slow_seconds=0).post(make_body(2))
    assert (reply.headers["X-Workbench-Practice"], len(reply.headers["x-pinterest-rid"])) == ("1", 16)


@pytest.mark.parametrize(("fault", "expected"), REFUSING.items())
def test_fault_refuses_with_status_and_code(
    make_practice: MakePractice, make_body: MakeBody, fault: Fault, expected: tuple[int, int]
) -> None:
    reply = make_practice(fault).post(make_body(1))
    assert (reply.status, reply.json["code"]) == expected


def test_fault_meets_one_request_only(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.FORBIDDEN, Fault.UNAVAILABLE)
    assert [practice.post(make_body(1)).status for _ in range(3)] == [403, 503, 200]


def test_fault_stays_when_sticky(practice: "Practice", make_body: MakeBody) -> None:
    practice.server.set_faults([Fault.NOT_FOUND], sticky=True)
    assert [practice.post(make_body(1)).status for _ in range(3)] == [404, 404, 404]


def test_fault_is_not_taken_by_a_request_elsewhere(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.FORBIDDEN)
    practice.call("GET", "/favicon.ico")
    assert practice.post(make_body(1)).status == 403


def test_fault_meets_a_request_that_would_be_refused_anyhow(make_practice: MakePractice) -> None:
    assert make_practice(Fault.UNAVAILABLE).post(b"{", authorization=None).status == 503


def test_unknown_key_names_a_key_that_the_request_has_not(make_practice: MakePractice, make_body: MakeBody) -> None:
    reply = make_practice(Fault.UNKNOWN_KEY).post(make_body(1))
    message = "Invalid request: Additional properties are not allowed ('category_name' was unexpected)"
    assert reply.json["message"] == message


def test_unknown_key_avoids_the_keys_of_the_request(make_practice: MakePractice) -> None:
    reply = make_practice(Fault.UNKNOWN_KEY).post({"category_name": 1, "category_name_2": 2})
    assert "'category_name_3'" in reply.json["message"]


def test_rate_limit_says_when_to_come_back(make_practice: MakePractice, make_body: MakeBody) -> None:
    headers = make_practice(Fault.RATE_LIMITED).post(make_body(1)).headers
    names = ("X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After")
    assert [headers[name] for name in names] == ["0", "2", "2"]


def test_422_fails_every_event(make_practice: MakePractice, make_body: MakeBody) -> None:
    reply = make_practice(Fault.UNPROCESSABLE).post(make_body(3))
    details = reply.json["details"]
    assert (reply.status, reply.json["code"], details["num_events_received"]) == (422, 953, 3)
    assert [row["status"] for row in details["events"]] == ["failed"] * 3


def test_mixed_fails_every_second_event(make_practice: MakePractice, make_body: MakeBody) -> None:
    reply = make_practice(Fault.MIXED).post(make_body(5))
    statuses = [row["status"] for row in reply.json["events"]]
    assert statuses == ["processed", "failed", "processed", "failed", "processed"]
    assert (reply.status, reply.json["num_events_received"], reply.json["num_events_processed"]) == (200, 5, 3)


def test_mixed_leaves_a_refusal_as_it_is(make_practice: MakePractice) -> None:
    assert make_practice(Fault.MIXED).post({"data": []}).status == 400


def test_wrong_counts_contradict_what_was_sent(make_practice: MakePractice, make_body: MakeBody) -> None:
    reply = make_practice(Fault.WRONG_COUNTS).post(make_body(2))
    counts = (reply.json["num_events_received"], reply.json["num_events_processed"], len(reply.json["events"]))
    assert (reply.status, counts) == (200, (3, 2, 2))


def test_echo_token_repeats_the_token(make_practice: MakePractice, make_body: MakeBody) -> None:
    reply = make_practice(Fault.ECHO_TOKEN).post(make_body(1), authorization="Bearer pina_SECRET")
    assert "pina_SECRET" in reply.json["message"]


@pytest.mark.parametrize(("fault", "status"), [(Fault.SERVER_ERROR_HTML, 500), (Fault.HTML, 200)])
def test_html_faults_send_a_page(make_practice: MakePractice, make_body: MakeBody, fault: Fault, status: int) -> None:
    reply = make_practice(fault).post(make_body(1))
    assert (reply.status, reply.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert reply.body.startswith(b"<!doctype html>")


def test_empty_sends_no_body(make_practice: MakePractice, make_body: MakeBody) -> None:
    reply = make_practice(Fault.EMPTY).post(make_body(1))
    assert (reply.status, reply.body) == (200, b"")


def test_truncated_ends_in_the_middle_of_the_body(make_practice: MakePractice, make_body: MakeBody) -> None:
    with pytest.raises(http.client.IncompleteRead) as caught:
        make_practice(Fault.TRUNCATED).post(make_body(1))
    assert len(caught.value.partial) > 0
    assert (caught.value.expected or 0) > 0


def test_reset_resets_the_connection(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.RESET)
    with pytest.raises(ConnectionResetError):
        practice.post(make_body(1))
    assert practice.received[0].status is None


def test_slow_answers_after_its_delay(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.SLOW, slow_seconds=0.2)
    connection = practice.begin(make_body(1), timeout=0.05)
    with pytest.raises(TimeoutError):
        connection.getresponse()
    connection.close()
    assert practice.post(make_body(1)).status == 200


def test_slow_gives_the_usual_answer(make_practice: MakePractice, make_body: MakeBody) -> None:
    reply = make_practice(Fault.SLOW, slow_seconds=0.01).post(make_body(1))
    assert (reply.status, reply.json["num_events_processed"]) == (200, 1)


def test_silent_keeps_the_connection_open_without_an_answer(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.SILENT)
    arrived: Queue[ReceivedRequest] = Queue()
    practice.server.on_request = arrived.put
    connection = practice.begin(make_body(1), timeout=0.2)
    assert arrived.get(timeout=10).status is None
    with pytest.raises(TimeoutError):
        connection.getresponse()
    connection.close()


def test_silent_ends_when_the_sender_hangs_up(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.SILENT)
    arrived = threading.Event()
    practice.server.on_request = lambda _: arrived.set()
    before = set(threading.enumerate())
    connection = practice.begin(make_body(1))
    assert arrived.wait(10)
    serving = set(threading.enumerate()) - before
    connection.close()
    for thread in serving:
        thread.join(10)
    assert serving
    assert not any(thread.is_alive() for thread in serving)


def test_rehearsed_request_does_not_show_the_token() -> None:
    request = RehearsedRequest(token="pina_SECRET", body=b"pina_SECRET", event_count=1, row_count=1)
    assert "pina_SECRET" not in repr(request)
