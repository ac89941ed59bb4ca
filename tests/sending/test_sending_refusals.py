"""Answers that are neither a 2xx nor a 422."""

import json

import pytest

from workbench.contract.loading import Contract
from workbench.events.outcome import Outcome, State
from workbench.ground.json_types import JsonObject
from workbench.sending.answer import explain_answer
from workbench.sending.refusals import refuses

UNEXPECTED = "Invalid request: Additional properties are not allowed ('category_name' was unexpected)"


def explained(
    contract: Contract,
    status: int,
    answer: object = b"",
    *,
    headers: dict[str, str] | None = None,
    sent: list[JsonObject] | None = None,
) -> Outcome:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return explain_answer(status, body, headers=headers or {}, sent=sent, contract=contract)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (300, State.REFUSED),
        (307, State.REFUSED),
        (400, State.REFUSED),
        (401, State.REFUSED),
        (403, State.REFUSED),
        (404, State.REFUSED),
        (413, State.REFUSED),
        (429, State.REFUSED),
        (499, State.REFUSED),
        (503, State.REFUSED),
        (500, State.UNKNOWN),
        (502, State.UNKNOWN),
        (504, State.UNKNOWN),
        (599, State.UNKNOWN),
        (999, State.UNKNOWN),
        (101, State.UNKNOWN),
        (0, State.UNKNOWN),
    ],
)
@pytest.mark.parametrize("body", [b"", b"<html>Bad Gateway</html>", b'{"code": 1, "message": "No."}'])
def test_state_follows_from_the_status(contract: Contract, status: int, state: State, body: bytes) -> None:
    outcome = explained(contract, status, body)
    assert (outcome.state, outcome.status) == (state, status)
    assert refuses(status) == (state is State.REFUSED)
    assert outcome.cause
    assert outcome.fix


@pytest.mark.parametrize("status", [401, 403, 404, 503])
def test_listed_status_has_the_contracts_words(contract: Contract, status: int) -> None:
    outcome = explained(contract, status, {"code": 2, "message": "Hm."})
    assert outcome.cause == f"{contract.responses[status].cause} The answer says: “Hm.” (code 2)."
    assert outcome.fix == contract.responses[status].fix


@pytest.mark.parametrize("status", [500, 502, 504])
def test_server_error_warns_of_duplicates(contract: Contract, status: int) -> None:
    assert "may have been processed" in explained(contract, status).fix


def test_web_page_is_doubted(contract: Contract) -> None:
    assert "may not be Pinterest that answered" in explained(contract, 403, b"<html>Blocked</html>").cause


def test_redirect_says_that_nothing_was_processed(contract: Contract) -> None:
    assert "No event was processed" in explained(contract, 302).cause


def test_unexpected_key_is_named(contract: Contract) -> None:
    outcome = explained(contract, 400, {"code": 400, "message": UNEXPECTED})
    assert "does not know category_name" in outcome.cause
    assert "Remove category_name" in outcome.fix
    assert outcome.verdicts == ()


def test_unexpected_key_is_found_in_what_was_sent(contract: Contract) -> None:
    sent: list[JsonObject] = [
        {"event_name": "a"},
        {"custom_data": {"contents": [{}, {"category_name": "x"}], "category_name": "y"}},
    ]
    outcome = explained(contract, 400, {"code": 400, "message": UNEXPECTED}, sent=sent)
    assert "custom_data.category_name of event 2" in outcome.cause
    assert "custom_data.contents[1].category_name of event 2" in outcome.cause
    assert [(verdict.index, verdict.status, verdict.path) for verdict in outcome.verdicts] == [
        (1, "failed", "custom_data.category_name")
    ]


def test_many_places_of_an_unexpected_key_are_counted(contract: Contract) -> None:
    sent: list[JsonObject] = [{"category_name": "x"} for _ in range(8)]
    outcome = explained(contract, 400, {"message": UNEXPECTED}, sent=sent)
    assert "and 3 more." in outcome.cause
    assert len(outcome.verdicts) == 8


def test_400_about_a_field_of_a_single_event_names_it(contract: Contract) -> None:
    outcome = explained(contract, 400, {"message": "'event_id' is a required property"}, sent=[{}])
    assert outcome.verdicts[0].path == "event_id"
    assert outcome.fix == "Fill in event_id."


def test_rate_limit_says_how_long_to_wait(contract: Contract) -> None:
    outcome = explained(contract, 429, {"code": 8, "message": "Slow."}, headers={"X-RateLimit-Reset": "58"})
    assert outcome.fix == "Wait 58 seconds, then send again."


def test_rate_limit_without_a_time_has_the_contracts_words(contract: Contract) -> None:
    assert explained(contract, 429, {"code": 8}).fix == contract.responses[429].fix


def test_spam_block_is_no_rate_limit(contract: Contract) -> None:
    answer = {"code": 8, "message": "No.", "message_detail": "This was blocked as SPAM"}
    outcome = explained(contract, 429, answer, headers={"X-RateLimit-Reset": "58"})
    assert "blocks these requests as spam" in outcome.cause
    assert "58" not in outcome.fix


@pytest.mark.parametrize("message", [None, 5, ["x"], {"a": 1}, True])
def test_odd_message_does_no_harm(contract: Contract, message: object) -> None:
    assert explained(contract, 400, {"message": message, "code": "x"}).state is State.REFUSED
