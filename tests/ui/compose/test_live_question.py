"""The question before a live send."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from workbench.accounts.account import Account, Safety
from workbench.ui.compose.live_question import LiveQuestion


def question(qtbot: QtBot, safety: Safety) -> LiveQuestion:
    asked = LiveQuestion(account=Account("Shop EU", "549761234567", safety), events=12)
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
