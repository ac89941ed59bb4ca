"""The table of captures: rows stay where they are while others come and go."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from workbench.practice.captures import Capture
from workbench.practice.faults import Fault
from workbench.practice.received import ReceivedRequest, Verdicts
from workbench.ui.look.tones import Tone
from workbench.ui.practice.capture_words import (
    answer_words,
    mode_words,
    sender_words,
    verdict_tone,
    verdict_words,
)
from workbench.ui.practice.captures_model import COLUMNS, CapturesModel


def request(
    *,
    events: int = 1,
    status: int | None = 200,
    account: str = "1",
    fault: Fault | None = None,
    sender: str = "curl/8",
    verdicts: Verdicts | None = None,
) -> ReceivedRequest:
    """A request that arrived."""
    return ReceivedRequest(
        at=0,
        ad_account_id=account,
        test=True,
        event_count=events,
        status=status,
        body=b"{}",
        fault=fault,
        user_agent=sender,
        verdicts=verdicts or Verdicts(processed=events),
    )


def captures(*numbers: int) -> tuple[Capture, ...]:
    """Captures by their numbers."""
    return tuple(Capture(number, request()) for number in numbers)


@pytest.fixture
def model(qapp: QApplication) -> CapturesModel:
    """Three rows."""
    model = CapturesModel(parent=qapp)
    model.show_captures(captures(3, 2, 1))
    return model


def numbers(model: CapturesModel) -> list[int]:
    found = (model.capture(row) for row in range(model.rowCount()))
    return [capture.number for capture in found if capture]


@pytest.mark.parametrize(
    "shown", [(4, 3, 2, 1), (5, 4, 3, 2), (3, 2), (3, 1), (2,), (9, 8), (), (3, 2, 1)], ids=lambda each: f"{each}"
)
def test_model_shows_what_it_is_given(model: CapturesModel, shown: tuple[int, ...]) -> None:
    model.show_captures(captures(*shown))
    assert numbers(model) == list(shown)


def test_model_keeps_a_row_in_the_selection_when_others_come_and_go(model: CapturesModel) -> None:
    index = QPersistentModelIndex(model.index(1, 0))
    model.show_captures(captures(5, 4, 3, 2))
    assert (index.isValid(), index.row()) == (True, 3)


def test_model_has_a_title_for_each_column(model: CapturesModel) -> None:
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert titles == [title for title, _text, _width in COLUMNS]


def test_model_marks_the_verdict_with_an_icon_that_suits_the_palette(model: CapturesModel) -> None:
    model.dress(QPalette())
    last = model.index(0, len(COLUMNS) - 1)
    assert not model.data(last, Qt.ItemDataRole.DecorationRole).isNull()


@pytest.mark.parametrize(
    ("found", "words", "tone"),
    [
        (request(events=2), "2 processed", Tone.GOOD),
        (request(verdicts=Verdicts(processed=1, warned=1)), "1 processed with warnings", Tone.WARNING),
        (
            request(events=3, verdicts=Verdicts(processed=3, warned=1)),
            "3 processed, 1 of them with warnings",
            Tone.WARNING,
        ),
        (request(events=3, verdicts=Verdicts(processed=1, failed=2)), "1 processed, 2 failed", Tone.ERROR),
        (
            request(events=21, verdicts=Verdicts(processed=20)),
            "20 processed, 1 not judged: a test takes the first 20",
            Tone.GOOD,
        ),
        (request(verdicts=Verdicts(refused="Invalid request")), "refused as a whole", Tone.ERROR),
    ],
)
def test_verdict_in_words_and_tone(found: ReceivedRequest, words: str, tone: Tone) -> None:
    assert (verdict_words(found), verdict_tone(found)) == (words, tone)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (request(), "200"),
        (request(status=None, fault=Fault.SILENT), "no answer (fault silent)"),
        (request(status=503, fault=Fault.UNAVAILABLE), "503 (fault 503)"),
    ],
)
def test_answer_in_words(found: ReceivedRequest, words: str) -> None:
    assert answer_words(found) == words


@pytest.mark.parametrize(
    ("sender", "words"),
    [("curl/8", "curl/8"), ("", "a program without a name"), ("conversion-workbench/1.0", "this program")],
)
def test_sender_in_words(sender: str, words: str) -> None:
    assert sender_words(request(sender=sender)) == words


def test_mode_of_another_path_is_none() -> None:
    assert (mode_words(request()), mode_words(request(account=""))) == ("test", "–")
