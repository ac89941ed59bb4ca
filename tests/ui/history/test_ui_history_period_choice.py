"""The choice of a time takes only days that every system can tell the start of."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from workbench.ui.history.period_choice import PeriodChoice
from workbench.ui.history.periods import Period, span


@pytest.mark.parametrize("asked", [QDate(1752, 9, 14), QDate(9999, 12, 31)])
def test_day_far_from_every_send_is_brought_near(qtbot: QtBot, asked: QDate) -> None:
    choice = PeriodChoice(clock=lambda: 1_795_000_000.0)
    qtbot.addWidget(choice)
    choice.choice.setCurrentIndex(choice.choice.findData(Period.RANGE.value))
    choice.first.setDate(asked)
    choice.last.setDate(asked)
    first, last = choice.span
    assert first is not None
    assert last is not None
    bounds = span(Period.RANGE, now=0, first=date(2000, 1, 1), last=date(2999, 12, 30))
    assert bounds[0] is not None
    assert bounds[1] is not None
    assert bounds[0] <= first < last <= bounds[1]
