"""One send on the page: showing, reopening and deleting it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import (
    event_ids,
    make_page,
    named,
    open_page,
    question_of,
    settle,
    shown_id,
    text_of,
)
from tests.ui.history.sends import Send, Watched
from workbench.contract.loading import Contract
from workbench.events.outcome import State
from workbench.events.reading import read_text
from workbench.history.query import Order, Query
from workbench.history.store import History
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage


def test_page_shows_a_send_in_its_place(qtbot: QtBot, long: HistoryPage, background: Background) -> None:
    long.show_row(1234)

    settle(qtbot, background)
    assert long.table.current_id == 1234
    assert shown_id(long) == "o-1233"
    top = long.table.top
    assert top <= long.table.currentIndex().row() <= top + 30


def test_page_shows_a_send_that_the_filter_would_hide(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    page.filter.mode.setCurrentText("LIVE")
    page.table.sort_asked.emit(Order.STATE, False)
    settle(qtbot, background)

    page.show_row(1)

    settle(qtbot, background)
    assert (page.table.current_id, shown_id(page)) == (1, "o-1")
    assert page.filter.query == Query()


def test_page_can_show_a_send_before_it_was_ever_in_sight(
    qtbot: QtBot, watched: Watched, contract: Contract, background: Background, send: Send
) -> None:
    wanted = send("o-1")
    send("o-2")
    page = make_page(watched, contract, background)
    qtbot.addWidget(page)

    page.show_row(wanted)
    page.show()

    settle(qtbot, background)
    assert shown_id(page) == "o-1"


def test_page_says_that_a_send_is_gone(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    page.show_row(99)

    settle(qtbot, background)
    assert "no request 99" in text_of(page, "history.trouble")


def test_page_shows_no_other_send_in_place_of_one_that_is_gone(
    qtbot: QtBot, page: HistoryPage, background: Background
) -> None:
    page.filter.mode.setCurrentText("LIVE")
    settle(qtbot, background)

    page.show_row(99)

    settle(qtbot, background)
    assert (len(event_ids(page)), shown_id(page)) == (3, "")


def test_page_reopens_the_drafts_that_were_sent(
    qtbot: QtBot, page: HistoryPage, contract: Contract, history: History
) -> None:
    with qtbot.waitSignal(page.reopen_asked) as asked:
        named(page, "history.reopen").click()

    body = history.entry(3).body
    assert asked.args == [tuple(each.draft for each in read_text(body, contract=contract).events)]


def test_page_reopens_with_its_shortcut(qtbot: QtBot, page: HistoryPage) -> None:
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)

    with qtbot.waitSignal(page.reopen_asked):
        QTest.keyClick(page.table, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)


def test_page_says_why_a_body_cannot_be_reopened(
    qtbot: QtBot, page: HistoryPage, background: Background, send: Send
) -> None:
    page.show_row(send(body=b"not JSON"))
    settle(qtbot, background)

    named(page, "history.reopen").click()

    settle(qtbot, background)
    assert "The stored request" in text_of(page, "history.trouble")


def test_page_asks_before_it_deletes(qtbot: QtBot, page: HistoryPage, background: Background, history: History) -> None:
    named(page, "history.delete").click()

    assert question_of(page).isModal()
    question_of(page).reject()
    settle(qtbot, background)
    assert history.count(Query()) == 3


def test_page_deletes_and_selects_the_next_send(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History
) -> None:
    named(page, "history.delete").click()
    question_of(page).accept()

    qtbot.waitUntil(lambda: shown_id(page) == "o-2")
    settle(qtbot, background)
    assert history.count(Query()) == 2
    assert page.focusWidget() is page.table


def test_page_is_empty_after_the_last_send_was_deleted(
    qtbot: QtBot, watched: Watched, contract: Contract, background: Background, send: Send
) -> None:
    send()
    page = open_page(qtbot, watched, contract, background)

    named(page, "history.delete").click()
    question_of(page).accept()

    qtbot.waitUntil(named(page, "history.first_send").isVisible)


def test_page_says_why_a_pending_send_cannot_be_deleted(
    qtbot: QtBot, page: HistoryPage, background: Background, send: Send
) -> None:
    page.show_row(send(state=State.PENDING))
    settle(qtbot, background)

    named(page, "history.delete").click()
    question_of(page).accept()

    settle(qtbot, background)
    assert "still waiting for its answer" in text_of(page, "history.trouble")
