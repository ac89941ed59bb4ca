"""Each rule about the events of a request together speaks when it should, and is silent when it should be."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.reading import EventReading
from workbench.judging.judge import Judge
from workbench.judging.problem import Problem


def event(event_id: str, event_name: str = "checkout", action_source: str = "web") -> Draft:
    """The parts of an event that its batch looks at."""
    return Draft({"event_id": event_id, "event_name": event_name, "action_source": action_source})


def order(event_id: str, order_id: str, event_name: str = "checkout") -> Draft:
    """An event of an order."""
    return event(event_id, event_name).with_value("custom_data.order_id", order_id)


def events(count: int, *, own_names: bool = False) -> list[Draft]:
    """Events that differ in id, and in name when it is to be one's own."""
    return [event(f"o-{number}", f"own_{number}" if own_names else "checkout") for number in range(count)]


# code: (drafts and mode that call the rule, drafts and mode that must not)
CASES: Mapping[str, tuple[tuple[Sequence[Draft], Mode], tuple[Sequence[Draft], Mode]]] = {
    "no-events": (([], Mode.LIVE), (events(1), Mode.LIVE)),
    "too-many-events": ((events(1001), Mode.LIVE), (events(1000), Mode.LIVE)),
    "too-many-test-events": ((events(21), Mode.PRACTICE), (events(21), Mode.LIVE)),
    "duplicate-event": (
        ([event("1"), event("1", "Checkout")], Mode.TEST),
        ([event("1"), event("2")], Mode.TEST),
    ),
    "duplicate-offline-event": (
        ([event("1", action_source="offline")] * 2, Mode.TEST),
        ([event("1")] * 2, Mode.TEST),
    ),
    "event-id-reused": (
        ([event("1"), event("1", "lead")], Mode.TEST),
        ([event("1"), event("1")], Mode.TEST),
    ),
    "one-event-id-for-all": (
        ([event("1"), event("1", "lead"), event("1")], Mode.TEST),
        ([event("1"), event("1"), event("2")], Mode.TEST),
    ),
    "order-repeated": (
        ([order("1", "a-7"), order("2", "a-7")], Mode.TEST),
        ([order("1", "a-7"), order("2", "a-8")], Mode.TEST),
    ),
    "many-custom-names": (
        (events(16, own_names=True), Mode.TEST),
        (events(15, own_names=True), Mode.TEST),
    ),
}


@pytest.fixture(name="told")
def _told(judge: Judge) -> Callable[[tuple[Sequence[Draft], Mode]], list[Problem]]:
    def told(case: tuple[Sequence[Draft], Mode]) -> list[Problem]:
        problems, by_event = judge.batch(case[0], mode=case[1])
        return [*problems, *(problem for each in by_event.values() for problem in each)]

    return told


Told = Callable[[tuple[Sequence[Draft], Mode]], list[Problem]]


@pytest.mark.parametrize("code", CASES)
def test_batch_rule_speaks_once(code: str, told: Told) -> None:
    assert [problem.code for problem in told(CASES[code][0])] == [code]


@pytest.mark.parametrize("code", CASES)
def test_batch_rule_is_silent_otherwise(code: str, told: Told) -> None:
    assert code not in [problem.code for problem in told(CASES[code][1])]


def test_batch_tells_a_duplicate_at_the_later_event(judge: Judge) -> None:
    _, by_event = judge.batch([event("1"), event("2"), event("1")], mode=Mode.TEST)
    assert {index: [problem.path for problem in found] for index, found in by_event.items()} == {2: ["event_id"]}


def test_batch_names_the_first_of_duplicates_as_people_count(judge: Judge) -> None:
    _, by_event = judge.batch([event("2"), event("1"), event("1")], mode=Mode.TEST)
    assert by_event[2][0].message.startswith("Event 2 ")


@pytest.mark.parametrize(
    "code", ["no-events", "too-many-events", "too-many-test-events", "one-event-id-for-all", "many-custom-names"]
)
def test_batch_tells_what_is_wrong_with_the_request_at_its_list(code: str, judge: Judge) -> None:
    drafts, mode = CASES[code][0]
    assert [problem.path for problem in judge.batch(drafts, mode=mode)[0]] == ["data"]


def test_batch_of_as_many_test_events_as_are_processed_is_good(told: Told) -> None:
    assert told((events(20), Mode.TEST)) == []


def test_batch_says_how_many_test_events_are_processed(told: Told) -> None:
    (problem,) = told((events(21), Mode.TEST))
    assert problem.message == "The request has 21 events, and of a test request only the first 20 are processed."


def test_batch_counts_the_events_that_share_one_id(told: Told) -> None:
    (problem,) = told(([event("1")] * 3, Mode.TEST))
    assert problem.message.startswith("All 3 events of the request have the same event_id.")


def test_batch_counts_no_standard_name_among_one_s_own(told: Told) -> None:
    standard = [event("s-1", "checkout"), event("s-2", "lead"), event("s-3", " ")]
    assert told(([*events(15, own_names=True), *standard], Mode.TEST)) == []


def test_batch_goes_on_after_an_event_without_an_id(told: Told) -> None:
    assert [problem.code for problem in told(([event(""), event("1"), event("1")], Mode.TEST))] == ["duplicate-event"]


def test_batch_tells_a_repeated_order_at_its_id_with_the_first_event_of_it(judge: Judge) -> None:
    _, by_event = judge.batch([event("9"), order("1", "a-7"), order("2", "a-7")], mode=Mode.TEST)
    (problem,) = by_event[2]
    assert problem.path == "custom_data.order_id"
    assert problem.message.startswith("Event 2 of this request has the same order_id and event_name")


def test_batch_over_both_limits_in_test_mode_has_one_message(told: Told) -> None:
    assert [problem.code for problem in told((events(1001), Mode.TEST))] == ["too-many-events"]


def test_batch_without_ids_has_no_duplicates(told: Told) -> None:
    assert told(([event(" "), event("")], Mode.TEST)) == []


def test_batch_tells_a_reused_id_at_its_field_with_the_first_event_of_it(judge: Judge) -> None:
    drafts = [event("2"), event("1", "lead"), event("1", "search"), event("1")]
    _, by_event = judge.batch(drafts, mode=Mode.TEST)
    (problem,) = by_event[3]
    assert problem.path == "event_id"
    assert problem.message.startswith("Event 2 of this request has the same event_id and another event_name,")


def test_batch_names_three_of_many_own_names(told: Told) -> None:
    (problem,) = told((events(16, own_names=True), Mode.TEST))
    assert problem.message == (
        "The request has 16 event names of your own, such as “own_0”, “own_1”, “own_2” and 13 more; "
        "an advertiser may have 15."
    )


def test_batch_of_two_with_one_id_is_a_repetition(told: Told) -> None:
    assert [problem.code for problem in told(([event("1"), event("1")], Mode.TEST))] == ["duplicate-event"]


# code: (size of a text in the only event that calls the rule, size that must not)
SIZE_CASES: Mapping[str, tuple[int, int]] = {"body-large": (2_000_000, 1_900_000)}


@pytest.mark.parametrize("code", SIZE_CASES)
def test_body_rule_speaks_of_a_large_body_alone(code: str, judge: Judge) -> None:
    large, small = (
        [
            each.code
            for each in judge.request([EventReading(Draft({"event_id": "x" * size}))], mode=Mode.LIVE, now=0).problems
        ]
        for size in SIZE_CASES[code]
    )
    assert (large, small) == ([code], [])


def test_body_of_just_the_advised_size_is_good_and_one_byte_more_is_told_at_the_list(judge: Judge) -> None:
    def told(size: int) -> list[tuple[str, str]]:
        one = EventReading(Draft({"event_id": "x" * size}))
        return [(each.path, each.message) for each in judge.request([one], mode=Mode.LIVE, now=0).problems]

    around = len('{"data":[{"event_id":"","user_data":{}}]}')
    assert told(2_000_000 - around) == []
    ((path, message),) = told(2_000_001 - around)
    assert path == "data"
    assert message.startswith("The body has 2,000,001 bytes.")


def test_batch_lets_events_of_other_names_share_an_order(told: Told) -> None:
    assert told(([order("1", "a-7", "add_to_cart"), order("2", "a-7")], Mode.TEST)) == []


def test_batch_tells_a_repeated_event_of_an_order_by_its_id_only(told: Told) -> None:
    assert [problem.code for problem in told(([order("1", "a-7")] * 2, Mode.TEST))] == ["duplicate-event"]
