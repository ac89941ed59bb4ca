"""Blocking calls one after the other."""

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workbench.ui.accounts.lane import Lane, Turn, nothing
from workbench.ui.background import Background


class Record:
    """What happened, in order."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def turn(self, name: str, work: Callable[[], object] = nothing) -> Turn:
        return Turn(
            work=work,
            done=partial(self._note, name, "done"),
            failed=partial(self._note, name, "failed"),
            late=partial(self._note, name, "late", None),
        )

    def _note(self, name: str, how: str, _result: object) -> None:
        self.events.append(f"{name} {how}")


@pytest.fixture
def lane(background: Background) -> Lane:
    return Lane(background=background, parent=background)


@pytest.fixture
def record() -> Record:
    return Record()


def fail() -> None:
    message = "on purpose"
    raise ValueError(message)


def finished(qtbot: QtBot, background: Background) -> None:
    qtbot.waitUntil(lambda: not background.busy)


def test_lane_brings_results_in_the_order_of_the_turns(
    lane: Lane, record: Record, qtbot: QtBot, background: Background
) -> None:
    for name in ("a", "b", "c"):
        lane.run(record.turn(name))
    finished(qtbot, background)
    assert record.events == ["a done", "b done", "c done"]


def test_lane_brings_a_failure_and_goes_on(lane: Lane, record: Record, qtbot: QtBot, background: Background) -> None:
    lane.run(record.turn("a", fail))
    lane.run(record.turn("b"))
    finished(qtbot, background)
    assert record.events == ["a failed", "b done"]


def test_lane_begins_no_turn_before_the_last_has_ended(
    lane: Lane, record: Record, qtbot: QtBot, background: Background
) -> None:
    gate, begun = Event(), Event()
    lane.run(record.turn("a", gate.wait))
    lane.run(record.turn("b", begun.set))
    free: list[bool] = []
    background.run(partial(begun.wait, 0.05), receiver=lane, done=free.append, failed=nothing)
    qtbot.waitUntil(lambda: len(free) == 1)
    gate.set()
    finished(qtbot, background)
    assert free == [False]


def test_lane_tells_late_of_a_turn_given_up_that_ends(
    lane: Lane, record: Record, qtbot: QtBot, background: Background
) -> None:
    gate = Event()
    turn = record.turn("a", gate.wait)
    lane.run(turn)
    lane.give_up(turn)
    gate.set()
    finished(qtbot, background)
    assert record.events == ["a late"]


def test_lane_tells_nothing_of_a_turn_given_up_that_fails(
    lane: Lane, record: Record, qtbot: QtBot, background: Background, qapp: QObject
) -> None:
    del qapp
    gate = Event()

    def wait_and_fail() -> None:
        gate.wait()
        fail()

    turn = record.turn("a", wait_and_fail)
    lane.run(turn)
    lane.give_up(turn)
    gate.set()
    finished(qtbot, background)
    assert record.events == []


def test_lane_never_begins_a_turn_given_up_before_it_was_due(
    lane: Lane, record: Record, qtbot: QtBot, background: Background
) -> None:
    gate, begun = Event(), Event()
    lane.run(record.turn("a", gate.wait))
    turn = record.turn("b", begun.set)
    lane.run(turn)
    lane.give_up(turn)
    gate.set()
    finished(qtbot, background)
    assert not begun.is_set()


def test_lane_is_busy_while_a_turn_that_was_given_up_runs(lane: Lane, record: Record) -> None:
    gate = Event()
    turn = record.turn("a", gate.wait)
    lane.run(turn)
    lane.give_up(turn)
    busy = lane.busy
    gate.set()
    assert busy
