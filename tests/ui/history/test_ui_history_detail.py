"""One send in full, as texts."""

import json

import pytest

from tests.ui.history.sends import Send, events
from workbench.contract.loading import Contract
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.events.reading import read_text
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject
from workbench.history.store import History
from workbench.ui.history.detail import join_stored, read_detail, read_drafts


def test_detail_lays_the_body_out_and_keeps_its_digits(history: History, send: Send) -> None:
    body = b'{"data":[{"event_name":"checkout","custom_data":{"predicted_ltv":66.950}}]}'

    request = read_detail(history, send(body=body)).request

    assert '  "data": [\n' in request
    assert "66.950" in request


def test_detail_shows_a_body_that_is_no_json_as_it_is(history: History, send: Send) -> None:
    assert read_detail(history, send(body=b"not JSON \xff")).request == "not JSON \ufffd"


def test_detail_shows_the_answer_as_it_came(history: History, send: Send) -> None:
    assert read_detail(history, send()).answer == '{"num_events_received": 1}'


def test_detail_shows_address_status_and_kept_headers(history: History, send: Send) -> None:
    headers = read_detail(history, send()).headers

    assert headers.splitlines() == [
        "POST https://api.pinterest.com/v5/ad_accounts/549755885175/events?test=true",
        "",
        "HTTP 200",
        "x-pinterest-rid: 4711",
    ]


def test_detail_says_that_no_answer_came(history: History, send: Send) -> None:
    unknown = Outcome(state=State.UNKNOWN, cause="The connection broke.", fix="")

    assert read_detail(history, send(outcome=unknown)).headers.endswith("no answer")


def test_detail_gives_the_outcome_back(history: History, send: Send) -> None:
    outcome = Outcome(
        state=State.PARTLY_FAILED,
        cause="One of two failed.",
        fix="Correct it.",
        status=200,
        received=2,
        processed=1,
        verdicts=(EventVerdict(0, "processed"), EventVerdict(1, "failed", "no value", (), "custom_data.value")),
        answer=b"{}",
        headers={"x-pinterest-rid": "4711"},
        elapsed=0.5,
    )

    assert read_detail(history, send("o-1", "o-2", outcome=outcome)).outcome == outcome


def test_detail_of_a_deleted_send_is_refused(history: History, send: Send) -> None:
    row_id = send()
    history.delete(row_id)

    with pytest.raises(InputError, match="no request"):
        read_detail(history, row_id)


def stored(*event_ids: str) -> JsonObject:
    """A body with these events."""
    return {"data": [{"event_name": "checkout", "event_id": event_id} for event_id in event_ids]}


def test_join_puts_each_verdict_to_its_event() -> None:
    joined = join_stored(stored("a", "b"), (EventVerdict(1, "failed", "no"), EventVerdict(0, "processed")))

    assert [(each.event_id, each.word) for each in joined] == [("a", "processed"), ("b", "failed")]


def test_join_says_that_an_event_has_no_verdict() -> None:
    joined = join_stored(stored("a"), ())

    assert [each.word for each in joined] == ["no verdict"]


def test_join_keeps_a_verdict_of_an_event_that_was_not_sent() -> None:
    joined = join_stored(stored(), (EventVerdict(1, "failed", "what is this?"),))

    assert [(each.position, each.event_id, each.message) for each in joined] == [(0, "", ""), (1, "", "what is this?")]


def test_drafts_of_a_stored_body_are_those_that_were_sent(contract: Contract) -> None:
    body = json.dumps({"data": events("o-1", "o-2")}).encode()

    drafts = read_drafts(body, contract=contract)

    assert drafts == tuple(each.draft for each in read_text(body, contract=contract).events)
    assert [draft.text("event_id") for draft in drafts] == ["o-1", "o-2"]


def test_drafts_of_a_body_without_events_are_refused(contract: Contract) -> None:
    with pytest.raises(InputError, match="The stored request"):
        read_drafts(b"not JSON", contract=contract)
