"""A captured request read back, judged and counted."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from workbench.contract.loading import Contract
from workbench.judging.judge import Judge
from workbench.judging.problem import Severity
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
        return examine(request, judge=judge, contract=contract)

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
    found = examine(received, judge=judge, contract=contract)
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
