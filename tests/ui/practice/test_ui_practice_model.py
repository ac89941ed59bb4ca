"""The table of captures: rows stay where they are while others come and go."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from workbench.practice.captures import Capture
from workbench.practice.received import ReceivedRequest, Verdicts
from workbench.ui.look.tones import Tone
from workbench.ui.practice.captures_model import COLUMNS, CapturesModel
from workbench.ui.practice.verdict_look import verdict_tone


def request() -> ReceivedRequest:
    """A request that arrived."""
    return ReceivedRequest(at=0, ad_account_id="1", test=True, event_count=1, status=200, body=b"{}")


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
    ("verdicts", "tone"),
    [
        (Verdicts(processed=2), Tone.GOOD),
        (Verdicts(processed=2, warned=1), Tone.WARNING),
        (Verdicts(processed=1, failed=1), Tone.ERROR),
        (Verdicts(refused="Invalid request"), Tone.ERROR),
        (Verdicts(), Tone.WARNING),
    ],
)
def test_verdict_has_a_tone(verdicts: Verdicts, tone: Tone) -> None:
    assert verdict_tone(replace(request(), verdicts=verdicts)) is tone
