"""The question before a live send."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from workbench.accounts.account import Account, Safety
from workbench.events.comparing import Change, Difference, EventComparison
from workbench.sending.rehearsals import Standing
from workbench.ui.compose.live_order import LiveOrder
from workbench.ui.compose.live_question import LiveQuestion

PASSED = Standing(passed=True, tested=True)
UNTESTED = Standing(passed=False)
CHANGED = Standing(
    passed=False,
    tested=True,
    changes=(
        EventComparison(0, 0, (Difference("custom_data.value", Change.CHANGED, "1.00", "2.00"),)),
        EventComparison(None, 1, ()),
        EventComparison(2, None, ()),
    ),
)


def question(
    qtbot: QtBot, safety: Safety, standing: Standing = PASSED, duplicates: tuple[str, ...] = ()
) -> LiveQuestion:
    order = LiveOrder(Account("Shop EU", "549761234567", safety), 12, standing, duplicates)
    asked = LiveQuestion(order=order)
    qtbot.addWidget(asked)
    return asked


def words(asked: LiveQuestion) -> str:
    return " ".join(label.text() for label in asked.findChildren(QLabel))


def button(asked: LiveQuestion, name: str) -> QPushButton:
    found = asked.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_live_question_names_account_number_and_count(qtbot: QtBot) -> None:
    text = words(question(qtbot, Safety.ASK))
    assert "Shop EU" in text
    assert "549761234567" in text
    assert "12 events" in text


def test_live_question_defaults_to_no(qtbot: QtBot) -> None:
    assert button(question(qtbot, Safety.ASK), "live.cancel").isDefault()


def test_live_question_wants_the_name_when_the_account_says_so(qtbot: QtBot) -> None:
    asked = question(qtbot, Safety.ASK_NAME)
    assert not button(asked, "live.send").isEnabled()
    line = asked.findChild(QLineEdit, "live.name")
    assert isinstance(line, QLineEdit)
    line.setText("Shop EU")
    assert button(asked, "live.send").isEnabled()


def test_live_question_is_not_content_with_another_name(qtbot: QtBot) -> None:
    asked = question(qtbot, Safety.ASK_NAME)
    line = asked.findChild(QLineEdit, "live.name")
    assert isinstance(line, QLineEdit)
    line.setText("Shop")
    assert not button(asked, "live.send").isEnabled()


def test_live_question_lets_events_go_that_passed_a_test(qtbot: QtBot) -> None:
    assert button(question(qtbot, Safety.ASK), "live.send").isEnabled()


@pytest.mark.parametrize("standing", [UNTESTED, CHANGED], ids=["untested", "changed"])
def test_live_question_locks_what_was_not_tested(qtbot: QtBot, standing: Standing) -> None:
    assert not button(question(qtbot, Safety.ASK, standing), "live.send").isEnabled()


def test_live_question_unlocks_in_full_knowledge(qtbot: QtBot) -> None:
    asked = question(qtbot, Safety.ASK, UNTESTED)
    knowing = asked.findChild(QCheckBox, "live.knowing")
    assert isinstance(knowing, QCheckBox)
    knowing.setChecked(True)
    assert button(asked, "live.send").isEnabled()


def test_live_question_wants_name_and_knowledge_where_both_are_due(qtbot: QtBot) -> None:
    asked = question(qtbot, Safety.ASK_NAME, UNTESTED)
    knowing = asked.findChild(QCheckBox, "live.knowing")
    assert isinstance(knowing, QCheckBox)
    knowing.setChecked(True)
    assert not button(asked, "live.send").isEnabled()


def test_live_question_lists_what_differs_from_the_test(qtbot: QtBot) -> None:
    asked = question(qtbot, Safety.ASK, CHANGED)
    changes = asked.findChild(QListWidget, "live.changes")
    assert isinstance(changes, QListWidget)
    assert [changes.item(row).text() for row in range(changes.count())] == [
        "Event 1: custom_data.value: 1.00 → 2.00",
        "Event 2: not tested",
        "Event 3 of the test is not among them",
    ]


def test_live_question_says_when_nothing_was_tested(qtbot: QtBot) -> None:
    assert "None of this was tested" in words(question(qtbot, Safety.ASK, UNTESTED))


def test_live_question_lists_events_that_went_live_before(qtbot: QtBot) -> None:
    asked = question(qtbot, Safety.ASK, PASSED, ("Event 1: gone",))
    duplicates = asked.findChild(QListWidget, "live.duplicates")
    assert isinstance(duplicates, QListWidget)
    assert [duplicates.item(row).text() for row in range(duplicates.count())] == ["Event 1: gone"]


def test_live_question_locks_events_that_went_live_before(qtbot: QtBot) -> None:
    assert not button(question(qtbot, Safety.ASK, PASSED, ("Event 1: gone",)), "live.send").isEnabled()
