"""All certain repairs of an event at once."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.strategies import CONTRACT, DRAFTS, EVENTS, JUDGE
from workbench.events.draft import Draft
from workbench.events.reading import read_event
from workbench.judging.sweeping import Sweep, sweeping_repairs, swept

NOW = 1_800_000_000


def sweep(draft: Draft) -> Sweep:
    judgement = JUDGE.event(draft, now=NOW)
    return swept(draft, judgement, judge=JUDGE, contract=CONTRACT, now=NOW, fresh_id=lambda: "fresh")


def test_swept_event_has_every_certain_repair(draft: Callable[..., Draft]) -> None:
    spoilt = draft(
        {"event_name": "Checkout", "event_id": None, "custom_data.currency": "usd", "custom_data.value": "66.95 €"},
        extras={"user_data.phone": "+12025550142"},
    )
    done = sweep(spoilt)
    assert done.repairs == 5
    assert done.judgement == JUDGE.event(done.draft, now=NOW)
    assert done.judgement.ok
    assert done.draft.text("event_id") == "fresh"
    assert done.draft.text("custom_data.value") == "66.95"
    assert done.draft.texts("user_data.ph") == ("+12025550142",)


def test_swept_event_goes_on_with_what_a_repair_uncovers(draft: Callable[..., Draft]) -> None:
    spoilt = draft({"custom_data.currency": None}, extras={"custom_data.currency_code": "usd"})
    done = sweep(spoilt)
    assert done.repairs == 2
    assert done.draft.text("custom_data.currency") == "USD"


def test_swept_items_keep_their_indexes(draft: Callable[..., Draft]) -> None:
    emails = (
        "a@example.com; b@example.com",
        "<c@example.com>",
        "test@example.com",
        "Test@example.com",
        "mailto:d@e.co",
    )
    done = sweep(draft({"user_data.em": emails}))
    wanted = ("a@example.com", "b@example.com", "c@example.com", "test@example.com", "d@e.co")
    assert done.draft.texts("user_data.em") == wanted


@pytest.mark.parametrize(
    "changes",
    [{"event_name": "purchase"}, {"event_time": "1"}, {"custom_data.currency": "$"}, {"custom_data.num_items": "9"}],
    ids=repr,
)
def test_swept_event_keeps_what_is_guessed(changes: dict[str, str], draft: Callable[..., Draft]) -> None:
    spoilt = draft(changes)
    assert sweep(spoilt) == (spoilt, JUDGE.event(spoilt, now=NOW), 0)


def test_swept_event_keeps_what_would_be_lost(draft: Callable[..., Draft]) -> None:
    spoilt = draft({"user_data.ct": ("null",)}, extras={"foo": {"bar": 1}, "custom_data.order_id": [1]})
    assert sweep(spoilt).draft == spoilt


@given(draft=st.one_of(DRAFTS, EVENTS.map(lambda event: read_event(event, contract=CONTRACT).draft)))
@settings(deadline=None, max_examples=200)
def test_swept_event_has_nothing_left_to_sweep(draft: Draft) -> None:
    done = sweep(draft)
    assert sweeping_repairs(done.judgement.problems) == 0
    assert sweep(done.draft).repairs == 0
