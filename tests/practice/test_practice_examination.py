"""A captured request read back, judged and counted."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from workbench.contract.loading import Contract
from workbench.judging.duplicates import RULES
from workbench.judging.judge import Judge
from workbench.judging.problem import Severity
from workbench.practice.captures import Capture
from workbench.practice.examination import Examination, examine
from workbench.practice.received import ReceivedRequest

if TYPE_CHECKING:
    from tests.practice.conftest import Practice

NOW = 1_795_000_000
MakeEvent = Callable[..., dict[str, Any]]


@pytest.fixture(name="examined")
def _examined(judge: Judge, contract: Contract) -> Callable[..., Examination]:
    """Examines a body that arrived."""

    def look(body: object, *, test: bool = True) -> Examination:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = ReceivedRequest(at=NOW, ad_account_id="1", test=test, event_count=0, status=200, body=data)
        return examine(Capture(1, request), judge=judge, contract=contract)

    return look


def test_examination_reads_each_event_back(examined: Callable[..., Examination], make_event: MakeEvent) -> None:
    found = examined({"data": [make_event(1), make_event(2, event_name="lead", custom_data=None)]})
    assert [event.summary.partition(",")[0] for event in found.events] == ["Checkout", "Lead"]
    assert "3 minutes ago" in found.events[0].summary


def test_examination_judges_as_on_the_wire(examined: Callable[..., Examination], make_event: MakeEvent) -> None:
    plain = make_event(1, user_data={"em": ["jane.doe@example.com"]})
    (event,) = examined({"data": [plain]}).events
    assert not event.row.processed
    assert "not-hashed" in [problem.code for problem in event.problems if problem.severity is Severity.ERROR]


def test_examination_finds_what_the_answer_said(
    practice: "Practice", make_event: MakeEvent, judge: Judge, contract: Contract
) -> None:
    practice.post({"data": [make_event(1), make_event(2, user_data={}), make_event(3)]})
    (received,) = practice.received
    found = examine(Capture(1, received), judge=judge, contract=contract)
    assert [event.row.processed for event in found.events] == [True, False, True]
    assert received.verdicts.failed == 1


def test_examination_counts_the_coverage_of_the_capture(
    examined: Callable[..., Examination], make_event: MakeEvent
) -> None:
    found = examined({"data": [make_event(1), make_event(2, user_data={"em": ["d" * 64]})]})
    assert (found.coverage.words("click_id_epik"), found.coverage.events) == ("1 of 2 events", 2)


def test_examination_tells_problems_of_the_request(examined: Callable[..., Examination], make_event: MakeEvent) -> None:
    found = examined({"data": [make_event(number) for number in range(21)]})
    assert found.problems
    assert len(found.events) == 21


def test_examination_of_a_live_request_has_the_limits_of_live(
    examined: Callable[..., Examination], make_event: MakeEvent
) -> None:
    assert examined({"data": [make_event(number) for number in range(21)]}, test=False).problems == ()


def test_examination_shows_no_more_events_than_a_request_may_hold(
    examined: Callable[..., Examination], make_event: MakeEvent
) -> None:
    found = examined({"data": [make_event(number) for number in range(1001)]}, test=False)
    assert (len(found.events), len(found.drafts)) == (1000, 1000)
    assert found.complaint == "Only its first 1,000 events are shown."


def test_examination_gives_drafts_to_compose(examined: Callable[..., Examination], make_event: MakeEvent) -> None:
    (draft,) = examined({"data": [make_event(7)]}).drafts
    assert draft.text("event_id") == "o-7"


def test_examination_lays_the_body_out_for_reading(examined: Callable[..., Examination], make_event: MakeEvent) -> None:
    assert '\n  "data": [' in examined({"data": [make_event(1)]}).body


@pytest.mark.parametrize(
    ("body", "words"),
    [(b"", "No body was kept"), (b"{not json", "The body"), (b'"word"', "no event"), (b'{"data": 5}', "“data”")],
)
def test_examination_says_why_there_are_no_events(
    examined: Callable[..., Examination], body: bytes, words: str
) -> None:
    found = examined(body)
    assert words in found.complaint
    assert (found.events, found.drafts, found.coverage.events) == ((), (), 0)


def test_examination_shows_a_body_that_is_no_json_as_it_came(examined: Callable[..., Examination]) -> None:
    assert examined(b"em=jane&value=5").body == "em=jane&value=5"


def captured(number: int, *events: dict[str, Any], account: str = "1", at: float = NOW) -> Capture:
    body = json.dumps({"data": events}).encode()
    return Capture(
        number, ReceivedRequest(at=at, ad_account_id=account, test=True, event_count=1, status=200, body=body)
    )


def told_again(capture: Capture, *earlier: Capture, judge: Judge, contract: Contract) -> list[str]:
    found = examine(capture, judge=judge, contract=contract, earlier=earlier)
    codes = [problem.code for event in found.events for problem in event.problems]
    return [code for code in codes if code in {rule.code for rule in RULES}]


def test_examination_tells_an_event_that_arrived_before(
    make_event: MakeEvent, judge: Judge, contract: Contract
) -> None:
    first, second = captured(1, make_event(1), at=NOW - 60), captured(2, make_event(1))
    assert told_again(second, second, first, judge=judge, contract=contract) == ["already-sent"]


def test_examination_says_where_an_event_arrived_before(
    make_event: MakeEvent, judge: Judge, contract: Contract
) -> None:
    first, second = captured(1, make_event(1), at=NOW - 60), captured(2, make_event(1))
    found = examine(second, judge=judge, contract=contract, earlier=[first])
    assert "arrived here 1 minute ago (request 1)" in found.events[0].problems[0].message


def test_examination_of_the_first_arrival_tells_nothing_of_later_ones(
    make_event: MakeEvent, judge: Judge, contract: Contract
) -> None:
    first, second = captured(1, make_event(1)), captured(2, make_event(1))
    assert told_again(first, second, first, judge=judge, contract=contract) == []


def test_examination_compares_captures_of_one_account_only(
    make_event: MakeEvent, judge: Judge, contract: Contract
) -> None:
    other = captured(1, make_event(1), account="2")
    assert told_again(captured(2, make_event(1)), other, judge=judge, contract=contract) == []


def test_examination_passes_over_earlier_bodies_that_are_no_requests(
    make_event: MakeEvent, judge: Judge, contract: Contract
) -> None:
    broken = Capture(1, ReceivedRequest(at=NOW, ad_account_id="1", test=True, event_count=0, status=400, body=b"<"))
    assert told_again(captured(2, make_event(1)), broken, judge=judge, contract=contract) == []
