"""The window where something is wrong around it: it says so and loses nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.app import Parts, fresh_id
from workbench.events.outcome import State
from workbench.ground.paths import AppPaths
from workbench.history.query import Query
from workbench.ui.look.question import Question
from workbench.ui.workbench import Workbench


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator["list[Workbench]"]:
    """Windows to be closed at the end."""
    windows: list[Workbench] = []
    yield windows
    for workbench in windows:
        workbench.window.close()
        workbench.background.finish()
        workbench.window.deleteLater()
        workbench.deleteLater()
    assert qapp is not None
    assert qtbot is not None


def open_on(data: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]") -> Workbench:
    workbench = Workbench(app=qapp, parts=Parts(paths=AppPaths(data=data)), fresh_id=fresh_id)
    opened.append(workbench)
    workbench.open()
    qtbot.waitUntil(lambda: workbench.compose.form.complete and not workbench.background.busy, timeout=20_000)
    return workbench


def send(workbench: Workbench, qtbot: QtBot) -> None:
    workbench.send()
    qtbot.waitUntil(lambda: not workbench.dispatch.sending and not workbench.background.busy, timeout=20_000)


def test_window_on_a_folder_that_is_a_file_says_so_and_sends_nothing(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]"
) -> None:
    data = tmp_path / "data"
    data.write_text("in the way", encoding="utf-8")
    workbench = open_on(data, qapp, qtbot, opened)
    assert "Sending is off" in workbench.window._notice.text()
    send(workbench, qtbot)
    assert workbench.last_sends.text.startswith("Not sent")
    assert data.read_text(encoding="utf-8") == "in the way"


def test_window_sets_a_damaged_history_aside_and_says_so(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]"
) -> None:
    (tmp_path / "history.sqlite3").write_bytes(b"this is no database" * 100)
    workbench = open_on(tmp_path, qapp, qtbot, opened)
    assert "damaged" in workbench.window._notice.text()
    assert (tmp_path / "history.sqlite3.damaged-1").read_bytes().startswith(b"this is no database")


def test_second_window_on_the_same_data_sees_what_the_first_one_sends(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]"
) -> None:
    first = open_on(tmp_path, qapp, qtbot, opened)
    second = open_on(tmp_path, qapp, qtbot, opened)
    send(first, qtbot)
    send(second, qtbot)
    assert second._parts.history.count(Query()) == 2


def test_window_with_a_damaged_kept_request_starts_with_the_example(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]"
) -> None:
    (tmp_path / "draft.json").write_text('{"data": [{"event_', encoding="utf-8")
    workbench = open_on(tmp_path, qapp, qtbot, opened)
    assert workbench.composer.composition.current.text("event_name") == "checkout"


def asked_to_quit(workbench: Workbench) -> Question:
    """A send under way, and the question that the attempt to close the window brings."""
    workbench.send()
    workbench.window.close()
    question = workbench.window.findChild(Question, "quit.question")
    assert isinstance(question, Question)
    return question


def test_window_closed_during_a_send_asks_first(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]"
) -> None:
    workbench = open_on(tmp_path, qapp, qtbot, opened)
    question = asked_to_quit(workbench)
    question.reject()
    assert workbench.window.isVisible()
    qtbot.waitUntil(lambda: not workbench.dispatch.sending, timeout=20_000)
    assert workbench.window.isVisible()


def test_window_closes_by_itself_when_the_answer_comes_before_ours(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]"
) -> None:
    workbench = open_on(tmp_path, qapp, qtbot, opened)
    asked_to_quit(workbench)
    qtbot.waitUntil(lambda: not workbench.window.isVisible(), timeout=20_000)


def test_window_closed_during_a_send_does_not_hang_and_leaves_no_row_pending(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, opened: "list[Workbench]"
) -> None:
    workbench = open_on(tmp_path, qapp, qtbot, opened)
    asked_to_quit(workbench).accept()
    assert not workbench.window.isVisible()
    workbench.background.finish()
    # Whatever the quit met, no row is left without an outcome.
    again = open_on(tmp_path, qapp, qtbot, opened)
    assert State.PENDING not in {row.state for row in again._parts.history.rows(Query())}
