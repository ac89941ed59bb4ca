"""The whole window over real parts: a first send, the history, live questions, quitting."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.presses import CONTROL, press_send, states
from workbench.app import Parts, fresh_id
from workbench.history.query import Query
from workbench.ui.shell.shortcuts import ShortcutsOverlay
from workbench.ui.workbench import Workbench

CONTROLS = ("account", "mode", "send", "cancel", "events", "payload", "problems", "coverage", "verdicts")


@pytest.mark.parametrize("name", CONTROLS)
def test_window_control_carries_its_name(workbench: Workbench, name: str) -> None:
    assert workbench.window.findChild(QWidget, name) is not None


def test_window_starts_with_an_example_ready_to_be_sent(workbench: Workbench) -> None:
    assert workbench.composer.composition.current.text("event_name") == "checkout"
    assert workbench.top_bar.send.isEnabled()


def test_window_says_practice_at_the_first_start(workbench: Workbench) -> None:
    assert workbench.window.windowTitle().startswith("PRACTICE")


def test_first_send_reaches_the_practice_endpoint_and_the_history(
    workbench: Workbench, qtbot: QtBot, parts: Parts
) -> None:
    press_send(workbench, qtbot)
    assert [state.good for state in states(parts)] == [True]


def test_first_send_shows_a_verdict_for_the_event(workbench: Workbench, qtbot: QtBot) -> None:
    press_send(workbench, qtbot)
    table = workbench.window.findChild(QTableView, "verdicts")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 1
    assert str(table.model().index(0, 3).data()).startswith("processed")


def test_double_click_on_send_sends_once(workbench: Workbench, qtbot: QtBot, parts: Parts) -> None:
    QTest.mouseDClick(workbench.top_bar.send, Qt.MouseButton.LeftButton)
    QTest.mouseClick(workbench.top_bar.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not workbench.dispatch.sending, timeout=20_000)
    assert len(states(parts)) == 1


def test_second_half_of_a_double_click_sends_nothing_when_the_first_send_is_over(
    workbench: Workbench, qtbot: QtBot, parts: Parts
) -> None:
    send = workbench.top_bar.send
    QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not workbench.dispatch.sending and send.isEnabled(), timeout=20_000)
    middle = QPointF(send.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        where = QPointF(send.mapToGlobal(middle))
        event = QMouseEvent(kind, middle, where, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(send, event)
    qtbot.waitUntil(lambda: not workbench.dispatch.sending, timeout=20_000)
    assert len(states(parts)) == 1


def test_live_send_of_the_practice_account_leads_to_the_choice_of_an_account(workbench: Workbench) -> None:
    QTest.keyClick(workbench.window, Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert workbench.last_sends.text.startswith("Practice never goes live. Choose an ad account first (Ctrl+E)")


def test_send_of_twenty_one_tests_goes_in_two_requests(workbench: Workbench, qtbot: QtBot, parts: Parts) -> None:
    draft = workbench.composer.composition.current
    workbench.composer.add(tuple(draft.with_value("event_id", f"n-{number}") for number in range(20)))
    press_send(workbench, qtbot)
    assert [row.event_count for row in parts.history.rows(Query())] == [1, 20]


def test_send_with_an_error_is_not_possible_and_says_why(workbench: Workbench, qtbot: QtBot, parts: Parts) -> None:
    workbench.composer.edit("custom_data.currency", "dollars")
    press_send(workbench, qtbot)
    assert not workbench.top_bar.send.isEnabled()
    assert "error" in workbench.top_bar.send.toolTip()
    assert states(parts) == []


def test_reopening_the_window_finds_the_send(
    workbench: Workbench, qtbot: QtBot, parts: Parts, qapp: QApplication
) -> None:
    press_send(workbench, qtbot)
    workbench.window.close()
    again_parts = Parts(paths=parts.paths)
    again = Workbench(app=qapp, parts=again_parts, fresh_id=fresh_id)
    again.open()
    qtbot.waitUntil(lambda: "checkout" in again.last_sends.text, timeout=20_000)
    again.window.close()
    again.background.finish()
    again.window.deleteLater()
    again.deleteLater()


def test_changed_request_is_kept_for_the_next_start_with_digests_only(workbench: Workbench, parts: Parts) -> None:
    workbench.composer.edit("user_data.em", ("plain.person@example.net",))
    workbench.window.close()
    kept = parts.paths.draft.read_text(encoding="utf-8")
    assert "plain.person" not in kept
    assert str(workbench.composer.judgement.hashed["user_data.em[0]"].digest) in kept


def test_every_focusable_widget_has_an_accessible_name(workbench: Workbench, qtbot: QtBot) -> None:
    for page in ("compose", "history", "detective", "accounts", "settings", "help"):
        workbench.show_page(page)
    qtbot.waitUntil(lambda: not workbench.background.busy, timeout=20_000)
    kinds = (QLineEdit, QComboBox, QAbstractButton, QTableView, QPlainTextEdit)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for kind in kinds
        for widget in workbench.window.findChildren(kind)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not _name_of(widget)
    ]
    assert not nameless


def _name_of(widget: QWidget) -> str:
    """What a screen reader would say; parts of a composite speak for their owner."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text().strip():
        return widget.text()
    if widget.objectName().startswith("qt_") or isinstance(widget.parent(), (QComboBox, QTableView)):
        return "part of another control"
    return ""


def test_overlay_lists_every_shortcut(workbench: Workbench, qtbot: QtBot) -> None:
    overlay = ShortcutsOverlay(commands=workbench.commands.listed, parent=workbench.window)
    qtbot.addWidget(overlay)
    table = overlay.findChild(QTableView, "shortcuts.table")
    assert isinstance(table, QTableView)
    listed = {table.model().index(row, 1).data() for row in range(table.model().rowCount())}
    assert {each.keys for each in workbench.commands.listed if each.keys} | {"Ctrl+O", "Ctrl+F"} <= listed


def test_overlay_lists_what_a_page_binds_itself(workbench: Workbench, qtbot: QtBot) -> None:
    for page in workbench.window._pages:
        workbench.show_page(page.name)
    overlay = ShortcutsOverlay(commands=workbench.commands.listed, parent=workbench.window)
    qtbot.addWidget(overlay)
    table = overlay.findChild(QTableView, "shortcuts.table")
    assert isinstance(table, QTableView)
    listed = {table.model().index(row, 1).data() for row in range(table.model().rowCount())}
    bound = {
        shortcut.toString()
        for page in ("history", "practice")
        for action in workbench.window.show_page(page).actions()
        for shortcut in action.shortcuts()
    }
    assert len(bound) > 5
    assert bound <= listed


def test_commands_have_keys_of_their_own(workbench: Workbench) -> None:
    keys = [command.keys for command in workbench.commands.listed if command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("page", ["history", "practice", "detective", "accounts", "settings", "help", "compose"])
def test_page_is_shown_by_its_command(workbench: Workbench, page: str, qtbot: QtBot) -> None:
    action = workbench.window.findChild(QAction, f"action.{page}")
    assert isinstance(action, QAction)
    action.trigger()
    qtbot.waitUntil(lambda: not workbench.background.busy, timeout=20_000)
    assert workbench.window.page == page


def test_narrow_window_turns_the_right_pane_into_tabs(workbench: Workbench, qtbot: QtBot) -> None:
    workbench.window.resize(1024, 700)
    qtbot.waitUntil(lambda: workbench.compose.middle.count() == 5)
    workbench.window.resize(1400, 900)
    qtbot.waitUntil(lambda: workbench.compose.middle.count() == 3)


def test_nothing_is_sent_while_the_json_in_sight_cannot_be_read(workbench: Workbench) -> None:
    workbench.compose.toggle_json()
    workbench.compose.json.edit.setPlainText('{"event_name": "checkout", "user_data": {')
    workbench.send()
    assert not workbench.dispatch.sending
    assert "The text under JSON is not in the request" in workbench.last_sends.text


def test_form_in_sight_is_sent_whatever_the_json_says(workbench: Workbench, qtbot: QtBot) -> None:
    workbench.compose.toggle_json()
    workbench.compose.json.edit.setPlainText("{")
    workbench.compose.toggle_json()
    press_send(workbench, qtbot)
    assert not workbench.last_sends.text.startswith("Not sent")


def test_no_key_means_one_thing_in_the_window_and_another_on_a_page(workbench: Workbench) -> None:
    for page in workbench.window._pages:
        workbench.show_page(page.name)
    everywhere = {each.shortcut().toString() for each in workbench.commands.actions.values()}
    on_pages = {
        shortcut.toString()
        for action in workbench.window.findChildren(QAction)
        if action not in workbench.commands.actions.values()
        for shortcut in action.shortcuts()
    }
    # Undo and its like belong to the text field in focus, which takes them first.
    assert everywhere & on_pages == set()


def test_window_shrinks_to_1024_by_700_with_every_page_built(workbench: Workbench, qtbot: QtBot) -> None:
    workbench.window.resize(1400, 900)
    press_send(workbench, qtbot)
    workbench.compose.show_templates()
    for page in workbench.window._pages:
        workbench.show_page(page.name)
    workbench.show_page("compose")
    workbench.window.resize(1024, 700)
    assert workbench.window.width() == 1024
    central = workbench.window.centralWidget()
    assert central is not None
    qtbot.waitUntil(lambda: central.minimumSizeHint().width() <= 1024 and central.minimumSizeHint().height() <= 700)


def test_window_fits_into_1024_by_700(workbench: Workbench, qtbot: QtBot) -> None:
    workbench.window.resize(1024, 700)
    qtbot.waitUntil(lambda: workbench.compose.middle.count() == 5)
    hint = workbench.window.minimumSizeHint()
    assert (hint.width() <= 1024, hint.height() <= 700) == (True, True)


def test_workbench_gets_ready_to_send_once_with_the_first_edit(
    workbench: Workbench, parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(parts, "warm_up", partial(made.append, "ready"))
    for name in ("search", "lead"):
        workbench.composer.edit("event_name", name)
    qtbot.waitUntil(lambda: not workbench.background.busy)
    assert made == ["ready"]
