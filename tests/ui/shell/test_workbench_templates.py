"""Templates and made-up people in the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from workbench.events.people import person
from workbench.ui.workbench import Workbench

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(workbench: Workbench, key: Qt.Key, more: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(workbench.window, key, CONTROL | more)


def event_names(workbench: Workbench) -> list[str]:
    return [draft.text("event_name") for draft in workbench.composer.composition.drafts]


def test_keys_find_a_template_and_add_its_event(workbench: Workbench) -> None:
    press(workbench, Qt.Key.Key_N, SHIFT)
    search = workbench.compose.templates.search
    QTest.keyClicks(search, "watch ios")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert event_names(workbench) == ["checkout", "watch_video"]
    assert workbench.composer.composition.current.text("action_source") == "app_ios"
    assert workbench.compose.middle.currentWidget() is workbench.compose.form


def test_button_of_the_events_opens_the_templates(workbench: Workbench) -> None:
    button = workbench.window.findChild(QAbstractButton, "events.templates")
    assert isinstance(button, QAbstractButton)
    button.click()
    assert workbench.compose.middle.currentWidget() is workbench.compose.templates


def test_keys_save_the_event_which_comes_back_under_an_id_of_its_own(workbench: Workbench) -> None:
    before = workbench.composer.composition.current
    press(workbench, Qt.Key.Key_S)
    tab = workbench.compose.templates
    QTest.keyClicks(tab.save_bar.name, "Ours")
    QTest.keyClick(tab.save_bar.name, Qt.Key.Key_Return)
    tab.bar.add.click()
    after = workbench.composer.composition.current
    assert event_names(workbench) == ["checkout", "checkout"]
    assert after.text("custom_data.order_id") == before.text("custom_data.order_id")
    assert after.text("event_id") not in {"", before.text("event_id")}
    assert workbench.composer.judgement.ok


def test_saved_template_is_in_the_data_folder_without_plain_match_keys(workbench: Workbench) -> None:
    workbench.composer.edit("user_data.em", ("plain.person@shop.de",))
    press(workbench, Qt.Key.Key_S)
    tab = workbench.compose.templates
    QTest.keyClicks(tab.save_bar.name, "Ours")
    QTest.keyClick(tab.save_bar.name, Qt.Key.Key_Return)
    assert "plain.person" not in workbench._parts.paths.templates.read_text(encoding="utf-8")


def test_keys_bring_another_person_and_undo_brings_the_former_back(workbench: Workbench) -> None:
    before = workbench.composer.composition.current
    press(workbench, Qt.Key.Key_P)
    after = workbench.composer.composition.current
    assert after.text("user_data.em") == person(1).em
    assert after.text("event_id") == before.text("event_id")
    press(workbench, Qt.Key.Key_P)
    assert workbench.composer.composition.current.text("user_data.em") == person(2).em
    workbench.composer.undo()
    workbench.composer.undo()
    assert workbench.composer.composition.current == before
