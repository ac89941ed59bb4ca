"""Whatever a draft or a body holds, judging answers and never raises."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.strategies import CONTRACT, DRAFTS, EVENTS, JSON, JUDGE, TIMES
from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json
from workbench.events.reading import read_event, read_text
from workbench.ground.errors import InputError
from workbench.judging.coverage import coverage
from workbench.judging.problem import Severity
from workbench.judging.readback import summary


@given(draft=DRAFTS, now=TIMES, wire=st.booleans())
@settings(deadline=None, max_examples=200)
def test_event_never_raises_for_any_draft(draft: Draft, now: int, wire: bool) -> None:
    judgement = JUDGE.event(draft, now=now, wire=wire)
    ranks = [problem.severity.rank for problem in judgement.problems]
    assert ranks == sorted(ranks)


@given(draft=DRAFTS)
@settings(deadline=None)
def test_event_gives_each_finding_once(draft: Draft) -> None:
    problems = JUDGE.event(draft, now=1_800_000_000).problems
    assert len({(each.path, each.code) for each in problems}) == len(problems)


@given(draft=DRAFTS, now=TIMES)
@settings(deadline=None)
def test_event_payload_without_extras_can_be_encoded(draft: Draft, now: int) -> None:
    payload = JUDGE.event(Draft(draft.values, draft.lines), now=now).payload
    assert encode_json(payload)


@given(draft=DRAFTS)
@settings(deadline=None)
def test_event_payload_is_good_on_the_wire_where_the_draft_was(draft: Draft) -> None:
    typed = JUDGE.event(draft, now=1_800_000_000)
    reading = read_event(typed.payload, contract=CONTRACT)
    wired = JUDGE.event(reading.draft, now=1_800_000_000, wire=True, findings=reading.findings)
    errors = {each.code for each in wired.problems if each.severity is Severity.ERROR}
    assert not typed.ok or not errors


@given(events=st.lists(EVENTS, max_size=4), now=TIMES, wire=st.booleans(), mode=st.sampled_from(Mode))
@settings(deadline=None, max_examples=200)
def test_request_never_raises_for_any_json(events: list[Any], now: int, wire: bool, mode: Mode) -> None:
    readings = [read_event(each, contract=CONTRACT) for each in events]
    judgement = JUDGE.request(readings, mode=mode, now=now, wire=wire)
    assert len(judgement.events) == len(events)


@given(payload=EVENTS, now=TIMES)
@settings(deadline=None, max_examples=200)
def test_summary_and_coverage_take_any_json(payload: dict[str, Any], now: int) -> None:
    assert summary(payload, contract=CONTRACT, now=now).endswith(".")
    assert 0 <= coverage(payload).score <= 1


@given(body=JSON, wire=st.booleans(), mode=st.sampled_from(Mode))
@settings(deadline=None)
def test_request_never_raises_for_any_text_that_can_be_read(body: Any, wire: bool, mode: Mode) -> None:
    text = encode_json({"data": [body]} if isinstance(body, dict) else body)
    try:
        reading = read_text(text, contract=CONTRACT)
    except InputError:
        return
    judgement = JUDGE.request(reading.events, mode=mode, now=1_800_000_000, wire=wire, findings=reading.findings)
    assert len(judgement.events) == len(reading.events)
