"""Only the answer to the newest question counts."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workbench.ui.background import Background
from workbench.ui.history.latest import Latest


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds a reader back until it is set."""
    gate = threading.Event()
    yield gate
    gate.set()


class Answers(QObject):
    """Everything that was told."""

    def __init__(self, latest: Latest) -> None:
        super().__init__(latest)
        self.told: list[object] = []
        latest.arrived.connect(self._tell)
        latest.failed.connect(self._tell)

    def _tell(self, answer: object) -> None:
        self.told.append(answer)


@pytest.fixture
def latest(background: Background) -> Iterator[Latest]:
    """The reader."""
    parent = QObject()
    yield Latest(background=background, parent=parent)
    parent.deleteLater()


def _slow(gate: threading.Event, answer: str) -> str:
    gate.wait(10)
    return answer


def test_latest_tells_the_answer(qtbot: QtBot, latest: Latest) -> None:
    answers = Answers(latest)

    latest.ask(lambda: "here")

    qtbot.waitUntil(lambda: answers.told == ["here"])


def test_latest_drops_what_was_asked_before(qtbot: QtBot, latest: Latest, gate: threading.Event) -> None:
    answers = Answers(latest)
    latest.ask(lambda: _slow(gate, "first"))
    latest.ask(lambda: "second")

    gate.set()

    qtbot.waitUntil(lambda: not latest.busy)
    assert answers.told == ["second"]


def test_latest_does_not_even_read_what_was_overtaken(qtbot: QtBot, latest: Latest, gate: threading.Event) -> None:
    read: list[str] = []
    latest.ask(lambda: _slow(gate, "first"))
    latest.ask(lambda: read.append("second"))
    latest.ask(lambda: read.append("third"))

    gate.set()

    qtbot.waitUntil(lambda: not latest.busy)
    assert read == ["third"]


def test_latest_tells_an_error(qtbot: QtBot, latest: Latest) -> None:
    answers = Answers(latest)
    error = OSError("no")

    def broken() -> None:
        raise error

    latest.ask(broken)

    qtbot.waitUntil(lambda: answers.told == [error])


def test_latest_drops_an_error_that_was_overtaken(qtbot: QtBot, latest: Latest, gate: threading.Event) -> None:
    answers = Answers(latest)

    def broken() -> None:
        gate.wait(10)
        raise OSError

    latest.ask(broken)
    latest.ask(lambda: "well")
    gate.set()

    qtbot.waitUntil(lambda: not latest.busy)
    assert answers.told == ["well"]
