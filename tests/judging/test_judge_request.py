"""A whole request judged: its envelope, its events, and what shows only among them."""

from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.reading import read_body
from workbench.ground.json_types import JsonValue
from workbench.judging.judge import Judge
from workbench.judging.judgement import RequestJudgement

NOW = 1_800_000_000
DIGEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"


def event(**changes: Any) -> dict[str, Any]:
    """A minimal good event."""
    good = {"event_name": "lead", "action_source": "web", "event_time": NOW, "event_id": "1"}
    return {**good, "user_data": {"em": [DIGEST]}, **changes}


@pytest.fixture(name="judged")
def _judged(judge: Judge, contract: Contract) -> Any:
    def judged(body: JsonValue, *, mode: Mode = Mode.TEST, wire: bool = True) -> RequestJudgement:
        reading = read_body(body, contract=contract)
        return judge.request(reading.events, mode=mode, now=NOW, wire=wire, findings=reading.findings)

    return judged


def test_request_of_good_events_is_ok(judged: Any) -> None:
    assert judged({"data": [event(), event(event_id="2")]}).ok


def test_request_with_one_bad_event_is_not_ok(judged: Any) -> None:
    assert not judged({"data": [event(), event(event_id="2", event_time=None)]}).ok


def test_request_unknown_envelope_key_is_an_error_of_the_request(judged: Any) -> None:
    judgement = judged({"data": [event()], "test": True})
    assert [(each.path, each.code) for each in judgement.problems] == [("test", "unknown-key")]
    assert "“test”" in judgement.problems[0].message
    assert "the body, which has only data" in judgement.problems[0].message


def test_request_without_events_is_told_once(judged: Any) -> None:
    assert [(each.path, each.code) for each in judged({"data": []}).problems] == [("data", "no-events")]


def test_request_single_event_for_the_list_is_an_error_on_the_wire(judged: Any) -> None:
    assert [each.code for each in judged({"data": event()}).problems] == ["single-for-list"]


def test_request_single_event_for_the_list_is_told_at_the_list_with_what_belongs_there(judged: Any) -> None:
    (problem,) = judged({"data": event()}).problems
    assert problem.path == "data"
    assert "a list of events" in f"{problem.message} {problem.fix}"


def test_request_unknown_envelope_key_is_simply_removed(judged: Any) -> None:
    (problem,) = judged({"data": [event()], "test": True}).problems
    assert problem.fix == "Remove it."
    assert "is not a key of the body, which has only data, and" in problem.message


def test_request_single_event_for_the_list_is_put_right_before(judged: Any) -> None:
    assert judged({"data": event()}, wire=False).problems == ()


def test_request_puts_a_duplicate_among_the_event_s_own_problems(judged: Any) -> None:
    second = judged({"data": [event(), event(currency="USD")]}).events[1]
    assert [each.code for each in second.problems[:2]] == ["unknown-key", "duplicate-event"]


def test_request_keeps_advice_last_when_a_duplicate_is_put_in(judged: Any) -> None:
    ranks = [each.severity.rank for each in judged({"data": [event(), event()]}).events[1].problems]
    assert ranks == sorted(ranks)


def test_request_of_too_many_test_events_still_judges_each(judged: Any) -> None:
    judgement = judged({"data": [event(event_id=str(number)) for number in range(21)]})
    assert len(judgement.events) == 21
    assert [each.code for each in judgement.problems] == ["too-many-test-events"]
