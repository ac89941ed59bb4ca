"""What is told of a request that arrived."""

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING, Any

import pytest

from workbench.practice.faults import Fault
from workbench.practice.received import ReceivedRequest, Verdicts

if TYPE_CHECKING:
    from tests.practice.conftest import Practice

MakePractice = Callable[..., "Practice"]
MakeBody = Callable[[int], dict[str, Any]]
MakeEvent = Callable[..., dict[str, Any]]
SECRET = "pina_no-real-token-but-as-long"


def test_server_tells_what_arrived(practice: "Practice", make_body: MakeBody) -> None:
    body = json.dumps(make_body(2)).encode()
    practice.post(body, account="77")
    assert practice.received == [
        ReceivedRequest(
            at=1_795_000_000,
            ad_account_id="77",
            test=True,
            event_count=2,
            status=200,
            body=body,
            fault=None,
            user_agent="",
            verdicts=Verdicts(processed=2),
        )
    ]


def test_server_tells_of_a_live_request(practice: "Practice", make_body: MakeBody) -> None:
    practice.post(make_body(1), query="")
    assert practice.received[0].test is False


def test_server_tells_of_a_refused_request(practice: "Practice", make_body: MakeBody) -> None:
    practice.post(make_body(2), authorization=None)
    assert (practice.received[0].status, practice.received[0].event_count) == (401, 2)


def test_server_tells_of_the_fault_that_a_request_met(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.FORBIDDEN)
    practice.post(make_body(1))
    assert (practice.received[0].fault, practice.received[0].status) == (Fault.FORBIDDEN, 403)


def test_server_tells_of_a_request_to_another_path_without_its_body(practice: "Practice") -> None:
    practice.call("POST", "/v5/oauth/token", body=b"refresh_token=pinr_SECRET")
    told = practice.received[0]
    assert (told.ad_account_id, told.status, told.body) == ("", 404, b"")


def test_server_tells_nothing_of_a_body_it_did_not_read(practice: "Practice") -> None:
    practice.post(b" " * (8 * 1024 * 1024 + 1))
    assert (practice.received[0].status, practice.received[0].body) == (400, b"")


@pytest.mark.parametrize("fault", [None, Fault.ECHO_TOKEN, Fault.UNPROCESSABLE])
def test_server_never_tells_the_token(make_practice: MakePractice, make_body: MakeBody, fault: Fault | None) -> None:
    practice = make_practice(*([fault] if fault else []))
    practice.post({**make_body(1), "access_token": SECRET}, authorization=f"Bearer {SECRET}")
    told = practice.received[0]
    everything = [repr(told), *(str(getattr(told, name)) for name in ReceivedRequest.__slots__)]
    assert not any(SECRET in text for text in everything)


def test_server_tells_what_the_sender_calls_itself(practice: "Practice", make_body: MakeBody) -> None:
    body = json.dumps(make_body(1)).encode()
    headers = {"Authorization": f"Bearer {SECRET}", "User-Agent": f"shop-sender/2.1 {SECRET} {'x' * 300}"}
    practice.call("POST", "/v5/ad_accounts/1/events?test=true", body=body, headers=headers)
    told = practice.received[0].user_agent
    assert told.startswith("shop-sender/2.1 [token] xxx")
    assert len(told) == 200


def test_server_tells_the_sender_of_a_request_to_another_path(practice: "Practice") -> None:
    practice.call("GET", "/v5/user_account", headers={"User-Agent": "curl/8"})
    told = practice.received[0]
    assert (told.user_agent, told.verdicts.refused) == ("curl/8", "There is nothing at this path.")


def test_server_tells_how_many_events_failed_and_were_warned_of(practice: "Practice", make_event: MakeEvent) -> None:
    warned, failed = make_event(2, partner_name="Wrong Name"), make_event(3, user_data={})
    practice.post({"data": [make_event(1), warned, failed]})
    assert practice.received[0].verdicts == Verdicts(processed=2, warned=1, failed=1)


def test_server_tells_why_a_request_was_refused(practice: "Practice", make_body: MakeBody) -> None:
    practice.post({**make_body(1), "speed": 1})
    assert practice.received[0].verdicts == Verdicts(
        refused="Invalid request: Additional properties are not allowed ('speed' was unexpected)"
    )


def test_server_tells_the_verdict_behind_a_fault(make_practice: MakePractice, make_body: MakeBody) -> None:
    practice = make_practice(Fault.UNAVAILABLE)
    practice.post(make_body(2))
    assert practice.received[0].verdicts == Verdicts(processed=2)


def test_received_request_is_frozen(practice: "Practice", make_body: MakeBody) -> None:
    practice.post(make_body(1))
    name = "status"
    with pytest.raises(FrozenInstanceError):
        setattr(practice.received[0], name, 500)
