"""What the endpoint answers over real HTTP, line by line."""

import gzip
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.practice.conftest import Practice, Reply

MakeEvent = Callable[..., dict[str, Any]]
MakeBody = Callable[[int], dict[str, Any]]

TOO_LARGE = b" " * (8 * 1024 * 1024 + 1)


def _row(reply: "Reply") -> Any:
    assert reply.status == 200, reply.body
    return reply.json["events"][0]


@pytest.mark.parametrize("path", ["/", "/v5", "/v5/ad_accounts/1/events/x", "/v3/ad_accounts/1/events"])
@pytest.mark.parametrize("method", ["GET", "POST", "BREW"])
def test_endpoint_has_nothing_at_other_paths(practice: "Practice", method: str, path: str) -> None:
    reply = practice.call(method, path, headers={"Authorization": "Bearer practice"})
    assert reply.status == 404
    assert set(reply.json) == {"code", "message"}


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"])
def test_endpoint_takes_no_other_method(practice: "Practice", method: str) -> None:
    reply = practice.call(method, "/v5/ad_accounts/1/events", body=b"{}")
    assert (reply.status, reply.headers["Allow"]) == (405, "POST")
    assert set(reply.json) == {"code", "message"}


def test_endpoint_answers_head_without_a_body(practice: "Practice") -> None:
    reply = practice.call("HEAD", "/v5/ad_accounts/1/events")
    assert (reply.status, reply.body) == (405, b"")


@pytest.mark.parametrize(
    "authorization", [None, "", "Bearer", "Bearer ", "Basic practice", "Bearer expired", "Bearer bad", "Bearer bad-one"]
)
def test_endpoint_refuses_a_token(practice: "Practice", make_body: MakeBody, authorization: str | None) -> None:
    reply = practice.post(make_body(1), authorization=authorization)
    assert reply.status == 401
    assert reply.json == {"code": 2, "message": "Authentication failed.", "status": "failure"}


@pytest.mark.parametrize("authorization", ["Bearer practice", "bearer x", "Bearer  pina_ABC", "Bearer not-bad"])
def test_endpoint_takes_every_other_token(practice: "Practice", make_body: MakeBody, authorization: str) -> None:
    assert practice.post(make_body(1), authorization=authorization).status == 200


@pytest.mark.parametrize("account", ["shop", "12a", "1" * 19])
def test_endpoint_refuses_an_ad_account_id(practice: "Practice", make_body: MakeBody, account: str) -> None:
    reply = practice.post(make_body(1), account=account)
    assert (reply.status, reply.json["code"]) == (400, 4196)
    assert account in reply.json["message"]


@pytest.mark.parametrize("account", ["1", "1" * 18])
def test_endpoint_takes_ad_account_ids_of_up_to_18_digits(
    practice: "Practice", make_body: MakeBody, account: str
) -> None:
    assert practice.post(make_body(1), account=account).status == 200


def test_endpoint_refuses_a_test_parameter_that_is_no_boolean(practice: "Practice", make_body: MakeBody) -> None:
    reply = practice.post(make_body(1), query="?test=1")
    assert (reply.status, reply.json["message"]) == (400, "Invalid request: '1' is not of type 'boolean'")


def test_endpoint_refuses_a_body_over_its_bound(practice: "Practice") -> None:
    reply = practice.post(TOO_LARGE)
    assert (reply.status, reply.json["code"]) == (400, 4196)
    assert "8 MiB" in reply.json["message"]


@pytest.mark.parametrize("body", [b"", b"{", b"data", b'{"data": [}', b"\xff", gzip.compress(b"{}"), b"[" * 100_000])
def test_endpoint_refuses_what_is_not_json(practice: "Practice", body: bytes) -> None:
    reply = practice.post(body)
    assert (reply.status, reply.json["code"]) == (400, 4196)
    assert reply.json["message"].startswith("Invalid request: ")


def test_endpoint_refuses_a_request_for_one_unknown_key(practice: "Practice", make_event: MakeEvent) -> None:
    bad = make_event(2, custom_data={"category_name": "shoes"})
    reply = practice.post({"data": [make_event(1), bad]})
    message = "Invalid request: Additional properties are not allowed ('category_name' was unexpected)"
    assert (reply.status, reply.json) == (400, {"code": 4196, "message": message})


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "'data' is a required property"),
        ({"data": []}, "[] should be non-empty"),
        ({"data": [{}]}, "'event_name' is a required property"),
        ([], "[] is not of type 'object'"),
    ],
)
def test_endpoint_refuses_a_body_outside_the_schema(practice: "Practice", body: object, message: str) -> None:
    reply = practice.post(body)
    assert (reply.status, reply.json) == (400, {"code": 4196, "message": f"Invalid request: {message}"})


def test_endpoint_refuses_more_than_a_thousand_events(practice: "Practice", make_body: MakeBody) -> None:
    reply = practice.post(make_body(1001), query="")
    assert (reply.status, reply.json["code"]) == (400, 4196)


def test_endpoint_looks_at_the_token_before_the_account_and_the_body(practice: "Practice") -> None:
    assert practice.post(b"{", account="shop", authorization=None).status == 401


def test_endpoint_looks_at_the_account_before_the_body(practice: "Practice") -> None:
    assert "shop" in practice.post(b"{", account="shop").json["message"]


def test_endpoint_processes_a_good_event(practice: "Practice", make_body: MakeBody) -> None:
    reply = practice.post(make_body(1))
    assert (reply.status, reply.json["num_events_received"], reply.json["num_events_processed"]) == (200, 1, 1)
    assert (_row(reply)["status"], _row(reply)["error_message"]) == ("processed", "")


def test_endpoint_processes_a_thousand_live_events(practice: "Practice", make_body: MakeBody) -> None:
    reply = practice.post(make_body(1000), query="")
    assert (reply.status, reply.json["num_events_processed"], len(reply.json["events"])) == (200, 1000, 1000)


def test_endpoint_judges_twenty_events_of_a_test_and_counts_all(practice: "Practice", make_body: MakeBody) -> None:
    reply = practice.post(make_body(25))
    counts = (reply.json["num_events_received"], reply.json["num_events_processed"], len(reply.json["events"]))
    assert (reply.status, counts) == (200, (25, 20, 20))


def test_endpoint_answers_a_mixed_request_with_200(practice: "Practice", make_event: MakeEvent) -> None:
    bad = make_event(1, user_data={"em": ["jane@example.com"]})
    reply = practice.post({"data": [bad, make_event(2)]})
    statuses = [row["status"] for row in reply.json["events"]]
    assert (reply.status, reply.json["num_events_processed"], statuses) == (200, 1, ["failed", "processed"])


def test_endpoint_answers_422_when_nothing_was_processed(practice: "Practice", make_event: MakeEvent) -> None:
    reply = practice.post({"data": [make_event(1, user_data={"em": ["jane@example.com"]})]})
    assert (reply.status, reply.json["code"]) == (422, 953)
    details = reply.json["details"]
    assert (details["num_events_received"], details["num_events_processed"]) == (1, 0)
    assert details["events"][0]["status"] == "failed"
    assert details["events"][0]["error_message"]


def test_endpoint_warns_of_missing_match_keys_in_the_observed_words(
    practice: "Practice", make_event: MakeEvent
) -> None:
    em = make_event()["user_data"]["em"]
    row = _row(practice.post({"data": [make_event(user_data={"em": em})]}))
    warnings = row["warning_message"].split("; ")
    assert row["status"] == "processed"
    assert "click_id is missing" in warnings
    assert "external_id is missing. We highly recommend this on all events." in warnings


def test_endpoint_warns_of_a_plain_external_id(practice: "Practice", make_event: MakeEvent) -> None:
    user_data = {**make_event()["user_data"], "external_id": ["customer-7"]}
    row = _row(practice.post({"data": [make_event(user_data=user_data)]}))
    assert row["status"] == "processed"
    assert "'external_id' is not in sha256 hashed format" in row["warning_message"].split("; ")


def test_endpoint_warns_of_a_name_that_is_not_standard(practice: "Practice", make_event: MakeEvent) -> None:
    row = _row(practice.post({"data": [make_event(event_name="subscription")]}))
    assert row["status"] == "processed"
    assert (
        "This event has a non-standard name and is currently being labeled as an 'Unknown' event."
        in (row["warning_message"])
    )


def test_endpoint_fails_an_action_source_outside_the_four(practice: "Practice", make_event: MakeEvent) -> None:
    assert practice.post({"data": [make_event(action_source="app_adroid")]}).status == 422


def test_endpoint_keeps_the_order_of_the_events(practice: "Practice", make_event: MakeEvent) -> None:
    plain = {"em": ["jane@example.com"]}
    events = [make_event(number, **({"user_data": plain} if number in {1, 4} else {})) for number in range(6)]
    statuses = [row["status"] for row in practice.post({"data": events}).json["events"]]
    assert [index for index, status in enumerate(statuses) if status == "failed"] == [1, 4]


def test_endpoint_sends_the_headers_of_pinterest(practice: "Practice", make_body: MakeBody) -> None:
    headers = practice.post(make_body(1)).headers
    assert headers["X-RateLimit-Limit"] == '120000, 120000;w=60;name="ads_conversions_ad_account_id"'
    assert headers["X-RateLimit-Remaining"] == "119999"
    assert 1 <= int(headers["X-RateLimit-Reset"]) <= 60
    assert headers["Content-Type"] == "application/json"


def test_endpoint_gives_each_answer_an_id_of_its_own(practice: "Practice", make_body: MakeBody) -> None:
    first, second = (practice.post(make_body(1)).headers["x-pinterest-rid"] for _ in range(2))
    assert len(first) == len(second) == 16
    assert first.isdigit()
    assert first != second


@pytest.mark.parametrize("path", ["/", "/v5/ad_accounts/1/events"])
def test_endpoint_marks_every_answer_as_practice(practice: "Practice", path: str) -> None:
    assert practice.call("GET", path).headers["X-Workbench-Practice"] == "1"


def test_endpoint_takes_a_body_in_chunks(practice: "Practice", make_body: MakeBody) -> None:
    connection = practice.connect()
    data = json.dumps(make_body(3)).encode()
    pieces = [data[start : start + 100] for start in range(0, len(data), 100)]
    connection.request(
        "POST",
        "/v5/ad_accounts/1/events",
        body=iter(pieces),
        headers={"Authorization": "Bearer practice"},
        encode_chunked=True,
    )
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["num_events_received"]) == (200, 3)
    connection.close()
