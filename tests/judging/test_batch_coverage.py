"""Coverage of many events, and what each missing component would do."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.strategies import CONTRACT, EVENTS
from workbench.contract.loading import Contract
from workbench.judging.batch_coverage import BatchCoverage, coverage_lines, coverage_of
from workbench.judging.components import COMPONENTS
from workbench.judging.coverage import coverage

NAMES = [each.name for each in COMPONENTS]


def event(**changes: Any) -> dict[str, Any]:
    """A web checkout with an e-mail and an event id."""
    return {
        "event_name": "checkout",
        "action_source": "web",
        "event_id": "o-1",
        "user_data": {"em": ["d"]},
        **changes,
    }


@pytest.fixture(name="covered")
def _covered(contract: Contract) -> Any:
    return lambda *payloads: coverage_of(payloads, contract=contract)


def hinted(batch: BatchCoverage) -> list[str]:
    return [hint.component for hint in batch.hints]


def sentence(batch: BatchCoverage, component: str) -> str:
    return next(hint.sentence for hint in batch.hints if hint.component == component)


def test_batch_coverage_counts_the_events_that_carry_each_component(covered: Any) -> None:
    batch = covered(event(), event(), event(user_data={}))
    assert (batch.events, batch.carried["hashed_email"], batch.carried["external_event_id"]) == (3, 2, 3)


def test_batch_coverage_shares_go_from_none_to_all(covered: Any) -> None:
    batch = covered(event(), event(user_data={}))
    assert [batch.share(name) for name in ("external_event_id", "hashed_email", "order_id")] == [1.0, 0.5, 0.0]


def test_batch_coverage_score_of_one_event_is_that_of_the_event(covered: Any) -> None:
    assert covered(event()).score == coverage(event()).score


def test_batch_coverage_score_is_the_mean_of_the_events(covered: Any) -> None:
    assert covered({}, {"user_data": {"em": ["d"], "external_id": ["d"]}}).score == round(2 / 22, 2)


def test_batch_coverage_of_nothing_covers_nothing(covered: Any) -> None:
    batch = covered()
    assert (batch.events, batch.score, batch.share("hashed_email"), batch.hints) == (0, 0.0, 0.0, ())


def test_hint_says_what_the_missing_key_would_do(covered: Any) -> None:
    assert sentence(covered(event()), "click_id_epik") == (
        "Adding click_id would let Pinterest join the event to the ad click it came from, even without cookies."
    )


def test_hint_for_a_part_of_the_events_says_how_many(covered: Any) -> None:
    batch = covered(event(), event(user_data={"em": ["d"], "click_id": "dj0"}))
    assert sentence(batch, "click_id_epik").startswith("Adding click_id to 1 of 2 events would let Pinterest ")


def test_hints_come_resilient_first(covered: Any) -> None:
    resilient = [each.name for each in COMPONENTS if each.resilient]
    assert len(resilient) == 5
    found = hinted(covered({"event_name": "checkout", "action_source": "app_ios"}))
    assert found[:4] == [name for name in resilient if name != "ip_address"]


def test_hint_is_not_given_for_what_is_there(covered: Any) -> None:
    assert "hashed_email" not in hinted(covered(event()))


@pytest.mark.parametrize(
    ("source", "component", "given"),
    [
        ("web", "hashed_maid", False),
        ("app_android", "hashed_maid", True),
        ("offline", "hashed_maid", False),
        ("web", "click_id_epik", True),
        ("offline", "click_id_epik", False),
        ("web", "source_url", True),
        ("offline", "source_url", False),
        ("app_ios", "source_url", False),
        ("offline", "external_event_id", False),
        ("offline", "hashed_email", True),
        ("kiosk", "click_id_epik", False),
        ("kiosk", "hashed_email", True),
        (7, "hashed_email", True),
    ],
)
def test_hint_is_given_only_where_it_makes_sense(covered: Any, source: Any, component: str, given: bool) -> None:
    batch = covered({"event_name": "checkout", "action_source": source})
    assert (component in hinted(batch)) is given


@pytest.mark.parametrize(
    ("name", "given"), [("checkout", True), ("Checkout ", True), ("signup", False), ("vip_sale", True), (None, True)]
)
def test_hint_on_the_value_follows_the_event(covered: Any, name: Any, given: bool) -> None:
    assert ("order_value" in hinted(covered(event(event_name=name)))) is given


@pytest.mark.parametrize("component", COMPONENTS, ids=NAMES)
def test_component_is_brought_by_a_field_of_the_catalogue(contract: Contract, component: Any) -> None:
    assert component.path in contract.by_path


@pytest.mark.parametrize(
    ("component", "words"),
    [("hashed_email", "carried"), ("click_id_epik", "missing"), ("hashed_maid", "not expected")],
)
def test_words_for_one_event_tell_missing_from_not_expected(covered: Any, component: str, words: str) -> None:
    assert covered(event()).words(component) == words


def test_words_for_many_events_count_them(covered: Any) -> None:
    batch = covered(*[event()] * 18, event(user_data={}), event(user_data={}))
    assert batch.words("hashed_email") == "18 of 20 events"
    assert batch.words("hashed_maid") == "0 of 20 events, not expected"


@given(payloads=st.lists(EVENTS, max_size=4))
@settings(deadline=None)
def test_batch_coverage_takes_any_json(payloads: list[dict[str, Any]]) -> None:
    batch = coverage_of(payloads, contract=CONTRACT)
    assert batch.events == len(payloads)
    for component in COMPONENTS:
        lacking = sum(hint.events for hint in batch.hints if hint.component == component.name)
        assert batch.carried[component.name] + lacking <= batch.events
        assert 0 <= batch.share(component.name) <= 1


def test_coverage_lines_hold_every_component_and_every_hint(covered: Any) -> None:
    batch = covered(event())
    lines = coverage_lines(batch)
    assert lines[0] == "e-mail: carried"
    assert len(lines) == len(COMPONENTS) + len(batch.hints)
    assert lines[-1] == batch.hints[-1].sentence
