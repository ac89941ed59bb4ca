"""A probe that says whether the token works."""

import json

import pytest

from workbench.contract.loading import Contract
from workbench.events.outcome import Outcome, State
from workbench.sending.answer import explain_answer
from workbench.sending.probe import explain_probe, token_probe

PROCESSED = {"status": "processed"}


def test_token_probe_is_the_minimal_valid_event() -> None:
    assert token_probe(now=1700000000, event_id="probe-1") == {
        "event_name": "checkout",
        "action_source": "app_ios",
        "event_time": 1700000000,
        "event_id": "probe-1",
        "user_data": {"em": ["411e44ce1261728ffd2c0686e44e3fffe413c0e2c5adc498bc7da883d476b9c8"]},
    }


@pytest.mark.parametrize(
    ("status", "row", "ok", "says"),
    [
        (200, {"status": "processed"}, True, "works"),
        (200, {"status": "processed", "warning_message": "click_id is missing"}, True, "works"),
        (200, {"status": "failed", "error_message": "no"}, True, "was accepted"),
        (200, {"status": "odd"}, False, "does not tell"),
        (422, {"status": "failed", "error_message": "no"}, False, "does not tell"),
    ],
)
def test_explain_probe_trusts_only_a_clear_200(
    contract: Contract, status: int, row: dict[str, str], *, ok: bool, says: str
) -> None:
    processed = int(row["status"] == "processed")
    answer = {"num_events_received": 1, "num_events_processed": processed, "events": [row]}
    result = explain_probe(explain_answer(status, json.dumps(answer).encode(), event_count=1, contract=contract))
    assert result.ok is ok
    assert says in result.message


@pytest.mark.parametrize("status", [401, 403, 404])
def test_explain_probe_tells_token_and_account_apart(contract: Contract, status: int) -> None:
    result = explain_probe(explain_answer(status, b'{"code": 2, "message": "No."}', event_count=1, contract=contract))
    assert not result.ok
    assert contract.responses[status].cause in result.message
    assert result.fix == contract.responses[status].fix


@pytest.mark.parametrize("status", [400, 429, 500, 502, 503])
def test_explain_probe_says_when_it_cannot_tell(contract: Contract, status: int) -> None:
    result = explain_probe(explain_answer(status, b"", event_count=1, contract=contract))
    assert not result.ok
    assert "does not tell whether the token works" in result.message


def test_explain_probe_of_an_unsent_probe_has_its_cause() -> None:
    result = explain_probe(Outcome(State.NOT_SENT, "There is no network.", "Connect."))
    assert (result.ok, result.message, result.fix) == (
        False,
        "The token was not tried. There is no network.",
        "Connect.",
    )
