"""Requests follow each other as the limits and the answers' headers allow."""

import pytest

from workbench.sending.pace import Pace, calls_left


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_pace_lets_the_first_start_at_once() -> None:
    assert Pace(per_second=10, clock=Clock()).turn() == 0


def test_pace_spaces_starts_evenly() -> None:
    pace = Pace(per_second=10, clock=Clock())
    assert [pace.turn() for _ in range(4)] == pytest.approx([0, 0.1, 0.2, 0.3])


def test_pace_forgets_turns_that_were_not_needed() -> None:
    clock = Clock()
    pace = Pace(per_second=10, clock=clock)
    pace.turn()
    clock.now += 60
    assert pace.turn() == 0


def test_pace_without_a_bound_never_waits() -> None:
    pace = Pace(clock=Clock())
    assert [pace.turn() for _ in range(3)] == [0, 0, 0]


def test_pace_waits_for_the_reset_when_no_call_is_left() -> None:
    pace = Pace(clock=Clock())
    pace.learn({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "58"})
    assert pace.turn() == 58


def test_pace_goes_on_while_a_call_is_left() -> None:
    pace = Pace(clock=Clock())
    pace.learn({"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "58"})
    assert pace.turn() == 0


def test_pace_does_not_guess_a_reset_that_no_header_names() -> None:
    pace = Pace(clock=Clock())
    pace.learn({"X-RateLimit-Remaining": "0"})
    assert pace.turn() == 0


@pytest.mark.parametrize(
    ("text", "left"), [("119997", 119_997), (" 7, 7;w=60", 7), ("-1", None), ("many", None), ("", None)]
)
def test_calls_left_reads_a_count_only(text: str, left: int | None) -> None:
    assert calls_left({"x-ratelimit-remaining": text}) == left
