"""Which events went live before, as the duplicate guard asks it."""

from collections.abc import Callable

import pytest

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.history.store import History
from workbench.judging.duplicates import SeenEvent

ACCOUNT = "549755885175"
NOW = 1_790_000_000.0
Begin = Callable[..., int]
Event = Callable[..., dict[str, object]]


def seen(history: History, *, ids: tuple[str, ...] = ("o-1",), orders: tuple[str, ...] = ()) -> list[SeenEvent]:
    return list(history.seen_live(ACCOUNT, event_ids=ids, order_ids=orders, since=NOW - 60))


def sent(history: History, begin: Begin, state: State = State.PROCESSED, **changes: object) -> int:
    row = begin(history, **{"mode": Mode.LIVE, "at": NOW, **changes})
    history.finish(row, Outcome(state, "", ""), at=NOW + 1)
    return row


def test_seen_tells_an_event_that_went_live(history: History, begin: Begin, event: Event) -> None:
    row = sent(history, begin, events=[event(order_id="1042")])
    assert seen(history) == [SeenEvent("checkout", "o-1", "1042", NOW, f"history row {row}")]


def test_seen_finds_an_event_by_its_order(history: History, begin: Begin, event: Event) -> None:
    sent(history, begin, events=[event(order_id="1042")])
    assert len(seen(history, ids=(), orders=("1042",))) == 1


def test_seen_passes_over_other_events(history: History, begin: Begin) -> None:
    sent(history, begin)
    assert seen(history, ids=("o-2",), orders=("7",)) == []


@pytest.mark.parametrize("mode", [Mode.TEST, Mode.PRACTICE])
def test_seen_counts_live_sends_only(history: History, begin: Begin, mode: Mode) -> None:
    sent(history, begin, mode=mode)
    assert seen(history) == []


def test_seen_counts_one_account_only(history: History, begin: Begin) -> None:
    sent(history, begin, ad_account_id="1")
    assert seen(history) == []


def test_seen_counts_from_the_given_moment_on(history: History, begin: Begin) -> None:
    sent(history, begin, at=NOW - 61)
    assert seen(history) == []


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (State.PROCESSED, True),
        (State.WARNINGS, True),
        (State.PARTLY_FAILED, True),
        (State.UNKNOWN, True),
        (State.UNCLEAR, True),
        (State.FAILED, False),
        (State.REFUSED, False),
        (State.NOT_SENT, False),
    ],
)
def test_seen_counts_what_was_or_may_have_been_taken(
    history: History, begin: Begin, state: State, *, counts: bool
) -> None:
    sent(history, begin, state)
    assert bool(seen(history)) is counts


def test_seen_counts_what_is_being_sent_at_the_moment(history: History, begin: Begin) -> None:
    begin(history, mode=Mode.LIVE, at=NOW)
    assert len(seen(history)) == 1


def test_seen_passes_over_a_failed_event_of_a_request_that_was_taken(
    history: History, begin: Begin, event: Event
) -> None:
    row = begin(history, mode=Mode.LIVE, at=NOW, events=[event("o-1"), event("o-2")])
    verdicts = (EventVerdict(0, "failed", "no"), EventVerdict(1, "processed"))
    history.finish(row, Outcome(State.PARTLY_FAILED, "", "", verdicts=verdicts), at=NOW + 1)
    assert [each.event_id for each in seen(history, ids=("o-1", "o-2"))] == ["o-2"]
