"""What can be done with a send, and with the history as a whole."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import event_ids, now, settle, shown_id, text_of
from tests.ui.history.sends import START, Send
from workbench.events.draft import Draft
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.history.query import Query
from workbench.history.rows import Entry
from workbench.history.store import History
from workbench.ui.background import Background
from workbench.ui.history.columns import COLUMNS, STAR
from workbench.ui.history.page import HistoryPage


def press(page: HistoryPage, name: str) -> None:
    """Presses one of the buttons."""
    button = page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def note_line(page: HistoryPage) -> QLineEdit:
    """The line of the note."""
    line = page.findChild(QLineEdit, "history.note")
    assert isinstance(line, QLineEdit)
    return line


def dialog(page: HistoryPage, name: str) -> QDialog:
    """The question that is open."""
    found = page.findChild(QDialog, name)
    assert isinstance(found, QDialog)
    return found


def answer(question: QDialog, name: str) -> None:
    """Presses a button of a question."""
    button = question.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_page_stars_the_selected_send(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    press(page, "history.star")

    settle(qtbot, background)
    assert [row.event_id for row in history.rows(Query(starred=True))] == ["o-3"]
    model = page.table.rows
    assert model.data(model.index(0, STAR)) == "★"


def test_page_takes_the_star_again(qtbot: QtBot, page: HistoryPage, background: Background, history: History) -> None:
    press(page, "history.star")
    settle(qtbot, background)
    press(page, "history.star")

    settle(qtbot, background)
    assert history.count(Query(starred=True)) == 0


def test_page_shows_only_starred_sends(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    press(page, "history.star")
    settle(qtbot, background)
    press(page, "history.starred")

    settle(qtbot, background)
    assert event_ids(page) == ["o-3"]


def test_page_keeps_a_note_when_the_keys_leave_it(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    QTest.keySequence(page.table, QKeySequence("Ctrl+I"))
    qtbot.waitUntil(note_line(page).hasFocus)
    QTest.keyClicks(note_line(page), "before the relaunch")
    QTest.keyClick(note_line(page), Qt.Key.Key_Return)

    settle(qtbot, background)
    assert [row.event_id for row in history.rows(Query(text="relaunch"))] == ["o-3"]
    assert note_line(page).text() == "before the relaunch"


def test_page_keeps_what_is_typed_into_a_note_while_something_else_is_written(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    note_line(page).setFocus()
    qtbot.waitUntil(note_line(page).hasFocus)
    QTest.keyClicks(note_line(page), "half a")
    history.star(3, starred=True)
    page._marked()

    settle(qtbot, background)
    assert note_line(page).text() == "half a"


def test_page_duplicates_with_fresh_ids_and_the_time_of_now(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.reopen_asked) as asked:
        press(page, "history.duplicate")

    assert asked.args is not None
    (draft,) = asked.args[0]
    assert isinstance(draft, Draft)
    assert (draft.values["event_id"], draft.values["event_time"]) == ("a-fresh-id", str(int(now())))


def test_page_asks_to_send_again_with_the_same_id_and_time(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.resend_asked) as asked:
        press(page, "history.resend")

    assert asked.args is not None
    entry, (draft,) = asked.args
    assert isinstance(entry, Entry)
    assert entry.row.event_id == "o-3"
    assert (draft.values["event_id"], draft.values["event_time"]) == ("o-3", str(int(START)))


def test_page_copies_a_command_line_without_the_token(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    press(page, "history.curl")

    settle(qtbot, background)
    command = QGuiApplication.clipboard().text()
    assert "Bearer $WORKBENCH_TOKEN" in command
    assert json.loads(history.entry(3).body)["data"][0]["event_id"] in command
    assert "$WORKBENCH_TOKEN" in text_of(page, "history.told")


@pytest.mark.parametrize("keys", ["Ctrl+Shift+U", "Ctrl+O"])
def test_page_reopens_and_duplicates_by_keys(qtbot: QtBot, page: HistoryPage, keys: str) -> None:
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)

    with qtbot.waitSignal(page.reopen_asked):
        QTest.keySequence(page.table, QKeySequence(keys))


def test_page_wipes_everything_after_asking(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    page._menu.wipe_asked.emit()
    answer(dialog(page, "history.wipe"), "history.wipe.wipe")

    settle(qtbot, background)
    assert history.count(Query()) == 0
    assert event_ids(page) == []


def test_page_wipes_nothing_when_the_answer_is_no(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    page._menu.wipe_asked.emit()
    answer(dialog(page, "history.wipe"), "history.wipe.keep")

    settle(qtbot, background)
    assert history.count(Query()) == 3


def test_page_forgets_old_sends_after_saying_how_many(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    history.star(2, starred=True)
    page._whole._clock = lambda: START + 400 * 86_400
    page._menu.forget_asked.emit()
    question = dialog(page, "history.forget")
    settle(qtbot, background)
    said = question.about.text()  # type: ignore[attr-defined]  # of a ForgetQuestion
    answer(question, "history.forget.forget")

    settle(qtbot, background)
    assert said.startswith("2 of 3 sends will be forgotten")
    assert event_ids(page) == ["o-2"]
    assert text_of(page, "history.told") == "2 sends forgotten."


def test_page_cannot_forget_where_nothing_is_old(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    page._menu.forget_asked.emit()
    question = dialog(page, "history.forget")
    settle(qtbot, background)

    assert not question.findChild(QPushButton, "history.forget.forget").isEnabled()  # type: ignore[union-attr]
    question.reject()


def test_page_remembers_the_columns(page: HistoryPage) -> None:
    header = page.table.horizontalHeader()
    note = next(at for at, column in enumerate(COLUMNS) if column.title == "Note")
    hidden_at_first = header.isSectionHidden(note)
    header.actions()[note].trigger()
    state = page.layout_state()
    header.actions()[note].trigger()

    page.restore_layout(state)

    assert hidden_at_first
    assert not header.isSectionHidden(note)


def test_page_never_hides_the_time(page: HistoryPage) -> None:
    page.restore_layout({"history.columns": "Mode"})

    header = page.table.horizontalHeader()
    assert [at for at in range(len(COLUMNS)) if not header.isSectionHidden(at)] == [0, 1]
    assert shown_id(page) == "o-3"


def test_page_goes_to_the_field_that_a_verdict_speaks_of(
    qtbot: QtBot, page: HistoryPage, background: Background, send: Send
) -> None:
    verdict = EventVerdict(1, "failed", "em is not a digest", (), "user_data.em")
    row_id = send("a", "b", state=State.FAILED, outcome=Outcome(State.FAILED, "", "", 200, verdicts=(verdict,)))
    page.show_row(row_id)
    settle(qtbot, background)
    table = page.findChild(QTableView, "history.verdicts")
    assert isinstance(table, QTableView)

    with qtbot.waitSignal(page.field_asked) as asked:
        table.activated.emit(table.model().index(1, 0))

    assert asked.args is not None
    drafts, position, path = asked.args
    assert (len(drafts), position, path) == (2, 1, "user_data.em")


def test_page_shows_the_exact_bytes(qtbot: QtBot, page: HistoryPage, background: Background, send: Send) -> None:
    body = b'{"data":[{"event_id":"exact" ,"event_name" : "lead"}]}'
    page.show_row(send("exact", body=body))
    settle(qtbot, background)

    detail = page.detail.detail
    assert detail is not None
    assert detail.exact.encode() == body
