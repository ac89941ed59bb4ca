"""The question before a send is forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.history.sends import Send
from workbench.contract.mode import Mode
from workbench.history.store import History
from workbench.ui.history.delete_question import DeleteQuestion


@pytest.fixture
def question(qtbot: QtBot, history: History, send: Send) -> DeleteQuestion:
    """The question about a live send of two events, open."""
    question = DeleteQuestion(row=history.entry(send("o-1", "o-2", mode=Mode.LIVE)).row)
    qtbot.addWidget(question)
    question.open()
    return question


def texts(question: DeleteQuestion) -> str:
    """Everything it says."""
    return " ".join(label.text() for label in question.findChildren(QLabel))


def test_question_says_what_is_forgotten(question: DeleteQuestion) -> None:
    assert "Forget this LIVE send of 2 events?" in texts(question)
    assert "Shop EU" in texts(question)


def test_question_says_that_live_events_stay_with_pinterest(question: DeleteQuestion) -> None:
    assert "What Pinterest has recorded stays there." in texts(question)


def test_question_promises_no_such_thing_of_a_test(qtbot: QtBot, history: History, send: Send) -> None:
    question = DeleteQuestion(row=history.entry(send()).row)
    qtbot.addWidget(question)

    assert "Pinterest" not in texts(question)


def test_question_is_answered_no_by_the_enter_key(qtbot: QtBot, question: DeleteQuestion) -> None:
    with qtbot.assertNotEmitted(question.confirmed), qtbot.waitSignal(question.rejected):
        QTest.keyClick(question, Qt.Key.Key_Return)


def test_question_is_answered_no_by_escape(qtbot: QtBot, question: DeleteQuestion) -> None:
    with qtbot.assertNotEmitted(question.confirmed), qtbot.waitSignal(question.rejected):
        QTest.keyClick(question, Qt.Key.Key_Escape)


def test_question_is_answered_yes_by_its_button_alone(qtbot: QtBot, question: DeleteQuestion) -> None:
    delete = question.findChild(QPushButton, "history.question.delete")
    assert isinstance(delete, QPushButton)

    with qtbot.waitSignal(question.confirmed) as confirmed:
        QTest.mouseClick(delete, Qt.MouseButton.LeftButton)

    assert confirmed.args == [1]
