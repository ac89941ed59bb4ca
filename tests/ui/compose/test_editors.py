"""Editors: time, values, choices, ids."""

from datetime import UTC, datetime

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.judging.judgement import Hashed
from workbench.ui.compose.text_editors import ChoiceEditor, IdEditor, TextEditor
from workbench.ui.compose.time_editor import TimeEditor
from workbench.ui.compose.values_editor import ValuesEditor

NOW = 1_795_000_000


def time_editor(qtbot: QtBot) -> TimeEditor:
    editor = TimeEditor(path="event_time", label="Time", clock=lambda: float(NOW))
    qtbot.addWidget(editor)
    editor.zone.setCurrentText("UTC")
    return editor


def told(qtbot: QtBot, editor: TimeEditor, text: str) -> object:
    with qtbot.waitSignal(editor.edited) as signal:
        editor.line.setText(text)
    assert signal.args is not None
    return signal.args[1]


def test_time_editor_tells_unix_seconds(qtbot: QtBot) -> None:
    expected = int(datetime(2026, 11, 22, 14, 3, tzinfo=UTC).timestamp())
    assert told(qtbot, time_editor(qtbot), "2026-11-22 14:03") == str(expected)


def test_time_editor_takes_unix_seconds_as_they_are(qtbot: QtBot) -> None:
    assert told(qtbot, time_editor(qtbot), "1763816580") == "1763816580"


def test_time_editor_reads_in_the_chosen_zone(qtbot: QtBot) -> None:
    editor = time_editor(qtbot)
    editor.zone.addItem("America/New_York")
    editor.zone.setCurrentText("America/New_York")
    expected = int(datetime(2026, 11, 22, 19, 3, tzinfo=UTC).timestamp())
    assert told(qtbot, editor, "2026-11-22 14:03") == str(expected)


def test_time_editor_tells_what_it_cannot_read_as_it_is(qtbot: QtBot) -> None:
    assert told(qtbot, time_editor(qtbot), "yesterday") == "yesterday"


def test_time_editor_shows_seconds_as_a_date(qtbot: QtBot) -> None:
    editor = time_editor(qtbot)
    editor.show_value("1763816580")
    assert editor.line.text() == "2025-11-22 13:03:00"


def test_time_editor_shows_milliseconds_as_digits_so_that_the_fault_is_seen(qtbot: QtBot) -> None:
    editor = time_editor(qtbot)
    editor.show_value("1763816580000")
    assert editor.line.text() == "1763816580000"


def test_time_editor_change_of_zone_keeps_the_moment(qtbot: QtBot) -> None:
    editor = time_editor(qtbot)
    editor.show_value("1763816580")
    with qtbot.assertNotEmitted(editor.edited):
        editor.zone.setCurrentText("Local time")


def test_values_editor_adds_a_line_on_plus(qtbot: QtBot) -> None:
    editor = ValuesEditor(path="user_data.em", label="E-mail", example="", hashed=True)
    qtbot.addWidget(editor)
    editor.show_value(("a",))
    editor._rows[0].button.click()
    assert editor.texts == ("a", "")


def test_values_editor_removes_the_value_whose_minus_was_pressed(qtbot: QtBot) -> None:
    editor = ValuesEditor(path="user_data.em", label="E-mail", example="", hashed=True)
    qtbot.addWidget(editor)
    editor.show_value(("a", "b", "c"))
    editor._rows[1].button.click()
    assert editor.texts == ("a", "c")


def test_values_editor_shows_what_is_hashed(qtbot: QtBot) -> None:
    editor = ValuesEditor(path="user_data.em", label="E-mail", example="", hashed=True)
    qtbot.addWidget(editor)
    editor.show_hashed({"user_data.em[0]": Hashed(typed="A", normalised="a", digest="f" * 64)})
    digest = editor._rows[0].digest
    assert digest is not None
    assert digest.text.startswith("a → ffffffffffff")


def test_values_editor_calls_a_digest_already_hashed(qtbot: QtBot) -> None:
    editor = ValuesEditor(path="user_data.em", label="E-mail", example="", hashed=True)
    qtbot.addWidget(editor)
    editor.show_hashed({"user_data.em[0]": Hashed("F" * 64, None, "f" * 64, already_hashed=True)})
    digest = editor._rows[0].digest
    assert digest is not None
    assert digest.text.startswith("already hashed")


def test_digest_copy_puts_the_whole_digest_on_the_clipboard(qtbot: QtBot) -> None:
    editor = ValuesEditor(path="user_data.em", label="E-mail", example="", hashed=True)
    qtbot.addWidget(editor)
    editor.show_hashed({"user_data.em[0]": Hashed(typed="A", normalised="a", digest="f" * 64)})
    digest = editor._rows[0].digest
    assert digest is not None
    digest._copy.click()
    assert QApplication.clipboard().text() == "f" * 64


def test_id_editor_makes_a_fresh_id(qtbot: QtBot) -> None:
    editor = IdEditor(path="event_id", label="Event ID", example="", fresh=lambda: "fresh-1")
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.edited) as signal:
        editor._renew()
    assert signal.args == ["event_id", "fresh-1"]


def test_text_editor_tells_a_text_that_was_set_by_a_program(qtbot: QtBot) -> None:
    editor = TextEditor(path="custom_data.value", label="Value")
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.edited) as signal:
        editor.line.setText("66.95")
    assert signal.args == ["custom_data.value", "66.95"]


def choice_editor(qtbot: QtBot, *, free: bool) -> ChoiceEditor:
    editor = ChoiceEditor(path="event_name", label="Event", choices=[("checkout", "x"), ("search", "y")], free=free)
    qtbot.addWidget(editor)
    return editor


def test_choice_editor_shows_a_word_outside_its_list(qtbot: QtBot) -> None:
    editor = choice_editor(qtbot, free=False)
    editor.show_value("app_adroid")
    assert editor.box.currentText() == "app_adroid"


def test_choice_editor_takes_a_free_word(qtbot: QtBot) -> None:
    editor = choice_editor(qtbot, free=True)
    editor.show()
    editor.box.setFocus()
    QTest.keyClicks(editor.box, "my_event")
    assert editor.box.currentText() == "my_event"


def test_choice_editor_ignores_the_wheel_in_passing(qtbot: QtBot) -> None:
    editor = choice_editor(qtbot, free=False)
    editor.show_value("checkout")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.box, turn)
    assert editor.box.currentText() == "checkout"
