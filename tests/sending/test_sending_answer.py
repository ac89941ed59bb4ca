"""What an answer means: each row of the classification."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.contract.loading import Contract, load_contract
from workbench.events.outcome import Outcome, State
from workbench.sending.answer import explain_answer
from workbench.sending.reply import ANSWER_LIMIT

PROCESSED = {"status": "processed", "error_message": "", "warning_message": ""}
FAILED = {"status": "failed", "error_message": "'em' is not in sha256 hashed format", "warning_message": None}
WARNED = {"status": "processed", "warning_message": "external_id is missing. Really; click_id is missing"}


def report(*rows: object, **changes: Any) -> dict[str, Any]:
    processed = sum(isinstance(row, dict) and row.get("status") == "processed" for row in rows)
    return {"num_events_received": len(rows), "num_events_processed": processed, "events": [*rows], **changes}


@pytest.fixture
def explain(contract: Contract) -> "Explain":
    return Explain(contract)


class Explain:
    """Explains an answer given as a status and JSON, or bytes."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract

    def __call__(self, status: int, answer: object, **options: Any) -> Outcome:
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        return explain_answer(status, body, contract=self._contract, **options)


def test_all_processed_is_processed(explain: Explain) -> None:
    outcome = explain(200, report(PROCESSED, PROCESSED), event_count=2)
    assert (outcome.state, outcome.status, outcome.received, outcome.processed) == (State.PROCESSED, 200, 2, 2)
    assert outcome.cause == "Pinterest processed all 2 events."
    assert [(verdict.index, verdict.status) for verdict in outcome.verdicts] == [(0, "processed"), (1, "processed")]


def test_a_warning_makes_processed_with_warnings(explain: Explain) -> None:
    outcome = explain(200, report(PROCESSED, WARNED), event_count=2)
    assert outcome.state is State.WARNINGS
    assert outcome.verdicts[1].warnings == ("external_id is missing. Really", "click_id is missing")
    assert outcome.verdicts[1].path == "user_data.external_id"
    assert outcome.cause == "Pinterest processed all 2 events, with 2 warnings."
    assert "Fill in user_data.click_id" in outcome.fix


@pytest.mark.parametrize("holder", ["top", "details"])
@pytest.mark.parametrize("status", [200, 422])
def test_one_of_two_failed_is_partly_failed(explain: Explain, status: int, holder: str) -> None:
    answer = report(PROCESSED, FAILED)
    if holder == "details" and status == 422:
        answer = {"code": 953, "message": "Not all events were successfully processed.", "details": answer}
    outcome = explain(status, answer, event_count=2)
    assert (outcome.state, outcome.received, outcome.processed) == (State.PARTLY_FAILED, 2, 1)
    assert outcome.verdicts[1].error == "'em' is not in sha256 hashed format"
    assert outcome.verdicts[1].path == "user_data.em"
    assert "1 of 2 events. Event 2 failed" in outcome.cause
    assert "Hash the normalised value" in outcome.fix


@pytest.mark.parametrize("status", [200, 422])
def test_all_failed_is_failed(explain: Explain, status: int) -> None:
    outcome = explain(status, report(FAILED, FAILED), event_count=2)
    assert (outcome.state, outcome.processed) == (State.FAILED, 0)
    assert "none of 2 events" in outcome.cause


def test_answer_seen_in_practice_is_failed(explain: Explain) -> None:
    text = (
        '{"code":953,"message":"Not all events were successfully processed.","details":{"num_events_received":1,'
        '"num_events_processed":0,"events":[{"status":"failed","error_message":"Invalid event_timestamp parameter. '
        'Given timestamp is in the past. Current timestamp: 1727469267, Given event_timestamp: 1678203524"}]}}'
    )
    outcome = explain(422, text.encode(), event_count=1)
    assert (outcome.state, outcome.verdicts[0].path) == (State.FAILED, "event_time")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (report(PROCESSED), "it counts 1 received, and 2 were sent"),
        (report(PROCESSED, num_events_received=2, num_events_processed=2), "1 result for 2 events"),
        (report(PROCESSED, PROCESSED, PROCESSED), "3 results for 2 events"),
        (report(PROCESSED, PROCESSED, num_events_processed=1), "counts 1 processed, but calls 2"),
        (report(PROCESSED, FAILED, num_events_processed=2), "counts 2 processed, but calls 1"),
        (report(PROCESSED, PROCESSED, num_events_received=3), "counts 3 received, and 2 were sent"),
        (report(PROCESSED, {"status": "accepted"}, num_events_processed=2), "the status the text “accepted”"),
        (report(PROCESSED, {**PROCESSED, "error_message": "hm"}), "called processed, and yet has an error"),
        (report(PROCESSED, PROCESSED, num_events_received=True), "instead of a count"),
        (report(PROCESSED, PROCESSED, num_events_processed="2"), "instead of a count"),
        (report(num_events_received=2, num_events_processed=2), "0 results for 2 events"),
        ({}, "num_events_received is missing"),
        ({"details": report(PROCESSED, PROCESSED)}, "num_events_received is missing"),
        (b'{"num_events_received": NaN}', "NaN"),
        (b'{"num_events_received": 2, "num_events_received": 2}', "twice"),
        (b"", "the answer is empty"),
        (b"<html>Sign in</html>", "web page"),
        (b"OK", "not JSON"),
        (b'{"num_events_received": 2, "num_ev', "not all of it"),
        ([], "a list, not a JSON object"),
        (None, "null, not a JSON object"),
    ],
)
def test_a_200_that_does_not_add_up_is_unclear(explain: Explain, answer: object, says: str) -> None:
    outcome = explain(200, answer, event_count=2)
    assert outcome.state is State.UNCLEAR
    assert says in outcome.cause
    assert "same event_id" in outcome.fix
    assert len(outcome.verdicts) == 2


def test_event_without_a_result_is_unknown(explain: Explain) -> None:
    outcome = explain(200, report(PROCESSED), event_count=2)
    assert [verdict.status for verdict in outcome.verdicts] == ["processed", "unknown"]


def test_error_beside_processed_is_shown(explain: Explain) -> None:
    outcome = explain(200, report({**PROCESSED, "error_message": "hm"}), event_count=1)
    assert (outcome.verdicts[0].status, outcome.verdicts[0].error) == ("processed", "hm")


@pytest.mark.parametrize("status", [201, 202, 204, 206])
def test_another_2xx_is_unclear(explain: Explain, status: int) -> None:
    outcome = explain(status, report(PROCESSED), event_count=1)
    assert outcome.state is State.UNCLEAR
    assert f"{status} instead of 200" in outcome.cause


def test_cut_answer_is_unclear(explain: Explain) -> None:
    outcome = explain(200, report(PROCESSED), event_count=1, truncated=True)
    assert outcome.state is State.UNCLEAR
    assert "longer than 4 MiB and was cut" in outcome.cause


def test_long_answer_is_cut(explain: Explain) -> None:
    outcome = explain(200, b" " * (ANSWER_LIMIT + 1), event_count=1)
    assert outcome.state is State.UNCLEAR
    assert len(outcome.answer) == ANSWER_LIMIT


def test_422_that_calls_all_processed_is_unclear(explain: Explain) -> None:
    outcome = explain(422, {"details": report(PROCESSED)}, event_count=1)
    assert outcome.state is State.UNCLEAR
    assert "422 says otherwise" in outcome.cause


def test_422_with_a_short_list_is_unclear(explain: Explain) -> None:
    assert explain(422, {"details": report(FAILED)}, event_count=2).state is State.UNCLEAR


def test_422_without_counts_is_read(explain: Explain) -> None:
    outcome = explain(422, {"details": {"events": [FAILED, PROCESSED]}}, event_count=2)
    assert (outcome.state, outcome.received) == (State.PARTLY_FAILED, None)


@pytest.mark.parametrize(
    ("details", "state"),
    [
        ({"num_events_received": 3, "num_events_processed": 0}, State.FAILED),
        ({"num_events_received": 3, "num_events_processed": 1}, State.PARTLY_FAILED),
        ({"num_events_received": 3, "num_events_processed": 3}, State.UNCLEAR),
        ({"num_events_received": 3}, State.PARTLY_FAILED),
    ],
)
def test_422_with_counts_alone_goes_by_them(explain: Explain, details: object, state: State) -> None:
    assert explain(422, {"details": details}, event_count=3).state is state


@pytest.mark.parametrize("answer", [{"details": {}}, {"details": "x"}, {"details": None}, {}])
def test_422_without_details_tells_nothing_of_single_events(explain: Explain, answer: dict[str, Any]) -> None:
    outcome = explain(422, {"code": 953, "message": "Not all.", **answer}, event_count=3)
    assert outcome.state is State.PARTLY_FAILED
    assert "some may have been accepted" in outcome.cause
    assert [verdict.status for verdict in outcome.verdicts] == ["unknown"] * 3


def test_422_without_details_is_failed_for_a_single_event(explain: Explain) -> None:
    outcome = explain(422, {"code": 953, "message": "'em' is not in sha256 hashed format"}, event_count=1)
    assert (outcome.state, outcome.verdicts[0].path) == (State.FAILED, "user_data.em")


@pytest.mark.parametrize("body", [b"", b"<html>", b"nope"])
def test_422_that_is_not_json_is_unclear(explain: Explain, body: bytes) -> None:
    assert explain(422, body, event_count=1).state is State.UNCLEAR


def test_count_is_taken_from_what_was_sent(explain: Explain) -> None:
    sent: list[dict[str, object]] = [{}, {}]
    assert explain(200, report(PROCESSED), sent=sent).state is State.UNCLEAR
    assert explain(200, report(PROCESSED, PROCESSED), sent=sent).state is State.PROCESSED


def test_count_is_taken_from_the_answer_when_nothing_else_is_known(explain: Explain) -> None:
    assert explain(200, report(PROCESSED, PROCESSED)).state is State.PROCESSED
    assert explain(200, report(PROCESSED, num_events_received=2)).state is State.UNCLEAR


def test_answer_about_no_event_is_unclear(explain: Explain) -> None:
    assert explain(200, report()).state is State.UNCLEAR


def test_absurd_count_costs_nothing(explain: Explain) -> None:
    outcome = explain(200, report(PROCESSED, num_events_received=999_999, num_events_processed=999_999))
    assert (outcome.state, len(outcome.verdicts)) == (State.UNCLEAR, 1)


def test_answer_and_headers_are_redacted(explain: Explain) -> None:
    body = b'{"code": 2, "message": "Bad token pina_AEA5KXYZ"}'
    outcome = explain(401, body, headers={"X-Pinterest-Rid": "pina_AEA5KXYZ", "Set-Cookie": "a"}, event_count=1)
    assert "pina_" not in f"{outcome}"
    assert set(outcome.headers) == {"x-pinterest-rid"}


def test_request_id_is_kept(explain: Explain) -> None:
    assert explain(500, b"", headers={"X-Pinterest-RID": "77"}).request_id == "77"


CONTRACT = load_contract()
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
rows = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["processed", "failed", "other"]) | scalars,
        "error_message": scalars,
        "warning_message": scalars,
    },
)
reports = st.fixed_dictionaries(
    {},
    optional={
        "num_events_received": st.integers(0, 3) | scalars,
        "num_events_processed": st.integers(0, 3) | scalars,
        "events": st.lists(rows | scalars, max_size=3) | scalars,
        "message": scalars,
        "code": scalars,
    },
)


@given(
    status=st.sampled_from([200, 200, 200, 204, 302, 400, 401, 418, 422, 422, 429, 500, 503, 0, 999]),
    body=st.binary(max_size=30)
    | (reports | st.builds(lambda inner: {"details": inner}, reports)).map(lambda value: json.dumps(value).encode()),
    event_count=st.none() | st.integers(0, 3),
)
def test_explain_answer_never_raises_and_is_good_only_when_all_agree(
    status: int, body: bytes, event_count: int | None
) -> None:
    outcome = explain_answer(status, body, event_count=event_count, contract=CONTRACT)
    assert outcome.cause
    if outcome.state.good:
        events = json.loads(body)["events"]
        assert status == 200
        assert outcome.received == outcome.processed == len(events) == len(outcome.verdicts) > 0
        assert event_count in {None, len(events)}
        assert all(event["status"] == "processed" and not event.get("error_message") for event in events)
