"""A live send is held against what passed a test in this run, event by event and byte for byte."""

from collections.abc import Sequence
from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.sending.rehearsals import Rehearsals, Standing
from workbench.sending.request import SendRequest
from workbench.sending.sender import Sent

SHOP, OTHER = "549700000001", "549700000002"


def event(event_id: str, value: str = "1.00") -> dict[str, Any]:
    return {"event_name": "checkout", "event_id": event_id, "custom_data": {"value": value}}


def sent(*counts: int, states: Sequence[State] = (State.PROCESSED,)) -> list[Sent]:
    every = list(states) * len(counts)
    return [
        Sent(
            number,
            SendRequest(account_name="Shop", ad_account_id=SHOP, mode=Mode.TEST, body=b"{}", event_count=count),
            Outcome(every[number], "", ""),
        )
        for number, count in enumerate(counts)
    ]


@pytest.fixture
def rehearsals(contract: Contract) -> Rehearsals:
    return Rehearsals(contract=contract)


def test_events_that_passed_a_test_stand_as_passed(rehearsals: Rehearsals) -> None:
    rehearsals.remember(SHOP, [event("a"), event("b")], sent(2))
    assert rehearsals.standing(SHOP, [event("b"), event("a")]).passed


def test_events_tested_in_several_requests_stand_as_passed_together(rehearsals: Rehearsals) -> None:
    rehearsals.remember(SHOP, [event("a")], sent(1))
    rehearsals.remember(SHOP, [event("b")], sent(1))
    assert rehearsals.standing(SHOP, [event("a"), event("b")]).passed


def test_nothing_stands_as_passed_before_a_test(rehearsals: Rehearsals) -> None:
    assert rehearsals.standing(SHOP, [event("a")]) == Standing(passed=False, tested=False)


def test_no_events_never_stand_as_passed(rehearsals: Rehearsals) -> None:
    rehearsals.remember(SHOP, [event("a")], sent(1))
    assert not rehearsals.standing(SHOP, []).passed


def test_test_for_another_account_proves_nothing(rehearsals: Rehearsals) -> None:
    rehearsals.remember(OTHER, [event("a")], sent(1))
    assert not rehearsals.standing(SHOP, [event("a")]).tested


def test_changed_event_is_shown_with_its_difference(rehearsals: Rehearsals) -> None:
    rehearsals.remember(SHOP, [event("a"), event("b")], sent(2))
    (changed,) = rehearsals.standing(SHOP, [event("a"), event("b", "2.00")]).changes
    assert (changed.after, [each.words for each in changed.differences]) == (1, ["custom_data.value: 1.00 → 2.00"])


def test_event_more_than_tested_is_shown(rehearsals: Rehearsals) -> None:
    rehearsals.remember(SHOP, [event("a")], sent(1))
    (added,) = rehearsals.standing(SHOP, [event("a"), event("c")]).changes
    assert (added.before, added.after) == (None, 1)


@pytest.mark.parametrize("state", [each for each in State if not each.good])
def test_test_that_was_not_good_proves_nothing(rehearsals: Rehearsals, state: State) -> None:
    rehearsals.remember(SHOP, [event("a")], sent(1, states=[state]))
    assert not rehearsals.standing(SHOP, [event("a")]).passed


def test_good_request_beside_a_bad_one_counts_for_its_own_events(rehearsals: Rehearsals) -> None:
    rehearsals.remember(SHOP, [event("a"), event("b")], sent(1, 1, states=[State.FAILED, State.WARNINGS]))
    assert [rehearsals.standing(SHOP, [event(each)]).passed for each in "ab"] == [False, True]


def test_events_that_were_not_sent_any_more_do_not_count(rehearsals: Rehearsals) -> None:
    rehearsals.remember(SHOP, [event("a"), event("b")], sent(1))
    assert not rehearsals.standing(SHOP, [event("b")]).passed
