"""The queue of ordered faults."""

from workbench.practice.faults import Fault, FaultQueue


def test_queue_gives_the_faults_in_their_order() -> None:
    queue = FaultQueue([Fault.SLOW, Fault.RESET])
    assert [queue.take(), queue.take(), queue.take()] == [Fault.SLOW, Fault.RESET, None]


def test_queue_keeps_the_last_fault_when_sticky() -> None:
    queue = FaultQueue([Fault.SLOW, Fault.RESET], sticky=True)
    assert [queue.take() for _ in range(4)] == [Fault.SLOW, Fault.RESET, Fault.RESET, Fault.RESET]


def test_queue_gives_nothing_when_sticky_and_empty() -> None:
    assert FaultQueue(sticky=True).take() is None


def test_queue_shows_what_waits() -> None:
    queue = FaultQueue([Fault.SLOW, Fault.RESET])
    queue.take()
    assert queue.waiting == (Fault.RESET,)


def test_queue_forgets_what_it_held_when_replaced() -> None:
    queue = FaultQueue([Fault.SLOW], sticky=True)
    queue.replace([Fault.EMPTY])
    assert (queue.take(), queue.take(), queue.sticky) == (Fault.EMPTY, None, False)


def test_faults_are_named_by_the_words_of_the_command_line() -> None:
    assert {
        "unknown-key", "401", "403", "404", "422", "429", "503", "500-html", "slow", "silent", "reset", "truncated",
        "empty", "html", "mixed", "wrong-counts", "echo-token",
    } == {fault.value for fault in Fault}  # fmt: skip
