"""The history page as a whole: what is read when, and what the user can do."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.history.sends import MANY, START, Send, Watched
from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.events.reading import read_text
from workbench.ground.errors import MachineError
from workbench.history.query import Order, Query
from workbench.history.store import History
from workbench.history.unusable import UnusableHistory
from workbench.ui.background import Background
from workbench.ui.history.detail import read_detail
from workbench.ui.history.listing import PAGE
from workbench.ui.history.page import HistoryPage
from workbench.ui.history.requests import Requests


def now() -> float:
    """A moment after every send."""
    return START + 86_400


def open_page(qtbot: QtBot, history: Requests, contract: Contract, background: Background) -> HistoryPage:
    """A page in sight, as large as in the smallest window, that has read what there is."""
    page = HistoryPage(history=history, contract=contract, background=background, clock=now)
    qtbot.addWidget(page)
    page.resize(1000, 570)
    page.show()
    settle(qtbot, background)
    return page


def settle(qtbot: QtBot, background: Background) -> None:
    """Waits until everything that was asked for is in sight."""
    qtbot.waitUntil(lambda: not background.busy)


@pytest.fixture
def empty(qtbot: QtBot, watched: Watched, contract: Contract, background: Background) -> HistoryPage:
    """A page over a history without rows."""
    return open_page(qtbot, watched, contract, background)


@pytest.fixture
def page(qtbot: QtBot, watched: Watched, contract: Contract, background: Background, send: Send) -> HistoryPage:
    """A page over three sends: a test, a live one, and a test that was refused."""
    send("o-1", event_name="checkout")
    send("o-2", event_name="lead", mode=Mode.LIVE, account_name="Shop US")
    send("o-3", event_name="signup", state=State.REFUSED)
    return open_page(qtbot, watched, contract, background)


@pytest.fixture
def long(qtbot: QtBot, large: Watched, contract: Contract, background: Background) -> HistoryPage:
    """A page over ten thousand sends."""
    return open_page(qtbot, large, contract, background)


def named(page: HistoryPage, name: str) -> QPushButton:
    """A button by its name."""
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def text_of(page: HistoryPage, name: str) -> str:
    """What a label says; "" while it is not in sight."""
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def event_ids(page: HistoryPage) -> list[str]:
    """The event ID of each row that is shown."""
    if not page.table.isVisible():
        return []
    model = page.table.rows
    return [model.data(model.index(row, 5)) for row in range(model.rowCount())]


def shown_id(page: HistoryPage) -> str:
    """The event ID of the send shown in full."""
    detail = page.detail.detail
    return detail.entry.row.event_id if detail else ""


# -- reading


def test_page_shows_the_newest_send_on_top_and_in_full(page: HistoryPage) -> None:
    assert event_ids(page) == ["o-3", "o-2", "o-1"]
    assert shown_id(page) == "o-3"


def test_page_counts_the_sends(page: HistoryPage) -> None:
    assert text_of(page, "history.count") == "3 sends"


def test_page_shows_a_new_send_when_refreshed(
    qtbot: QtBot, page: HistoryPage, background: Background, send: Send
) -> None:
    send("o-4")

    page.refresh()

    settle(qtbot, background)
    assert event_ids(page)[0] == "o-4"


def test_page_reads_no_rows_when_nothing_was_written(
    qtbot: QtBot, page: HistoryPage, background: Background, watched: Watched
) -> None:
    watched.queries.clear()

    page.refresh()

    settle(qtbot, background)
    assert watched.queries == []


def test_page_keeps_the_selected_send_when_refreshed(
    qtbot: QtBot, page: HistoryPage, background: Background, send: Send
) -> None:
    page.table.setCurrentIndex(page.table.rows.index(1, 0))
    settle(qtbot, background)
    send("o-4")

    page.refresh()

    settle(qtbot, background)
    assert shown_id(page) == "o-2"
    assert page.table.currentIndex().row() == 2


def test_page_shows_the_outcome_once_a_pending_send_has_one(
    qtbot: QtBot, page: HistoryPage, background: Background, history: History, send: Send
) -> None:
    row_id = send("o-4", state=State.PENDING)
    page.refresh()
    page.show_row(row_id)
    settle(qtbot, background)
    waiting = text_of(page, "history.detail.state")

    history.finish(row_id, read_detail(history, 1).outcome, at=now())
    page.refresh()

    settle(qtbot, background)
    assert (waiting, text_of(page, "history.detail.state")) == ("Pending", "Processed")


def test_page_reads_what_was_written_when_it_is_shown_again(
    qtbot: QtBot, page: HistoryPage, background: Background, send: Send
) -> None:
    page.hide()
    send("o-4")

    page.show()

    settle(qtbot, background)
    assert len(event_ids(page)) == 4


def test_page_reads_once_more_when_asked_while_reading(
    qtbot: QtBot, page: HistoryPage, background: Background, send: Send
) -> None:
    page.refresh()
    send("o-4")
    page.refresh()
    page.refresh()

    settle(qtbot, background)

    assert event_ids(page)[0] == "o-4"


def test_page_of_ten_thousand_sends_reads_a_few_pages_on_the_way_to_the_end(
    qtbot: QtBot, long: HistoryPage, background: Background, large: Watched
) -> None:
    large.queries.clear()
    bar = long.table.verticalScrollBar()

    for place in range(0, bar.maximum(), 100):
        bar.setValue(place)
        QCoreApplication.processEvents()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: long.table.rows.row(MANY - 1) is not None)
    settle(qtbot, background)

    # Forty pages were passed; how many of them were read depends on how fast the worker was.
    offsets = [query.offset for query in large.queries]
    assert len(offsets) == len(set(offsets)) <= MANY // PAGE + 1


def test_page_of_ten_thousand_sends_jumps_to_the_end_with_one_page(
    qtbot: QtBot, long: HistoryPage, background: Background, large: Watched
) -> None:
    large.queries.clear()

    long.table.scrollToBottom()
    qtbot.waitUntil(lambda: long.table.rows.row(MANY - 1) is not None)
    settle(qtbot, background)

    assert len(large.queries) == 1


def test_page_reads_again_when_rows_moved_while_scrolling(
    qtbot: QtBot, long: HistoryPage, background: Background, large: Watched
) -> None:
    large.history.delete(MANY)

    long.table.scrollToBottom()

    qtbot.waitUntil(lambda: long.table.rows.rowCount() == MANY - 1)
    settle(qtbot, background)


# -- filter and order


def test_page_finds_what_is_typed(qtbot: QtBot, page: HistoryPage) -> None:
    QTest.keyClicks(page.filter.line, "o-2")

    qtbot.waitUntil(lambda: event_ids(page) == ["o-2"])
    assert text_of(page, "history.count") == "1 of 3 sends"


def test_page_shows_the_first_match_in_full(qtbot: QtBot, page: HistoryPage) -> None:
    QTest.keyClicks(page.filter.line, "o-2")

    qtbot.waitUntil(lambda: shown_id(page) == "o-2")


def test_page_searches_once_for_what_is_typed_in_one_go(qtbot: QtBot, page: HistoryPage, watched: Watched) -> None:
    watched.queries.clear()

    QTest.keyClicks(page.filter.line, "o-2")

    qtbot.waitUntil(lambda: event_ids(page) == ["o-2"])
    assert {query.text for query in watched.queries if query.order is not Order.ACCOUNT} == {"o-2"}


def test_page_drops_what_an_outdated_query_finds(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    seen: list[int] = []
    page.table.rows.modelReset.connect(lambda: seen.append(page.table.rows.rowCount()))
    page.filter.mode.setCurrentText("LIVE")
    page.filter.mode.setCurrentText("TEST")

    settle(qtbot, background)

    assert seen == [2]


@pytest.mark.parametrize(
    ("choice", "word", "found"),
    [("mode", "LIVE", ["o-2"]), ("state", "refused", ["o-3"]), ("account", "Shop US", ["o-2"])],
)
def test_page_shows_what_is_chosen(
    qtbot: QtBot, page: HistoryPage, background: Background, *, choice: str, word: str, found: list[str]
) -> None:
    getattr(page.filter, choice).setCurrentText(word)

    settle(qtbot, background)
    assert event_ids(page) == found


def test_page_sorts_in_sql(qtbot: QtBot, page: HistoryPage, background: Background, watched: Watched) -> None:
    page.table.sort_asked.emit(Order.EVENT_NAME, False)

    settle(qtbot, background)
    assert event_ids(page) == ["o-1", "o-2", "o-3"]
    assert any(query.order is Order.EVENT_NAME for query in watched.queries)


def test_page_keeps_the_order_when_the_filter_changes(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    page.table.sort_asked.emit(Order.SENT_AT, False)
    page.filter.mode.setCurrentText("TEST")

    settle(qtbot, background)
    assert event_ids(page) == ["o-1", "o-3"]


def test_page_says_that_nothing_matches(qtbot: QtBot, page: HistoryPage) -> None:
    QTest.keyClicks(page.filter.line, "nothing like it")

    qtbot.waitUntil(named(page, "history.clear_filter").isVisible)
    assert not named(page, "history.first_send").isVisible()


def test_page_clears_the_filter(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    page.filter.state.setCurrentText("unclear answer")
    QTest.keyClicks(page.filter.line, "nothing like it")
    qtbot.waitUntil(named(page, "history.clear_filter").isVisible)

    named(page, "history.clear_filter").click()

    settle(qtbot, background)
    assert len(event_ids(page)) == 3
    assert page.filter.query == Query()


# -- one send


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
    page = HistoryPage(history=watched, contract=contract, background=background, clock=now)
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


def question_of(page: HistoryPage) -> QDialog:
    """The question that is open."""
    found = page.findChild(QDialog, "history.question")
    assert isinstance(found, QDialog)
    return found


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


# -- nothing to show


def test_page_teaches_what_will_appear_in_an_empty_history(empty: HistoryPage) -> None:
    assert named(empty, "history.first_send").isVisible()
    assert any(
        "written here before it leaves" in each.text() for each in empty.findChildren(QLabel) if each.isVisible()
    )


def test_page_offers_the_first_send(qtbot: QtBot, empty: HistoryPage) -> None:
    with qtbot.waitSignal(empty.first_send_asked):
        named(empty, "history.first_send").click()


def test_page_has_nothing_to_filter_in_an_empty_history(empty: HistoryPage) -> None:
    assert not empty.filter.line.isEnabled()


def test_page_puts_the_keys_on_the_offer_of_an_empty_history(qtbot: QtBot, empty: HistoryPage) -> None:
    empty.focus_filter()

    qtbot.waitUntil(named(empty, "history.first_send").hasFocus)


def test_page_shows_the_table_after_the_first_send(
    qtbot: QtBot, empty: HistoryPage, background: Background, send: Send
) -> None:
    send("o-1")

    empty.refresh()

    settle(qtbot, background)
    assert event_ids(empty) == ["o-1"]


# -- trouble


def test_page_says_why_the_history_cannot_be_read(
    qtbot: QtBot, page: HistoryPage, background: Background, watched: Watched
) -> None:
    watched.broken = True

    page.filter.mode.setCurrentText("LIVE")

    settle(qtbot, background)
    assert text_of(page, "history.trouble") == "Another program keeps the history locked. Wait until it is done."
    assert len(event_ids(page)) == 3


def test_page_reads_again_when_asked(qtbot: QtBot, page: HistoryPage, background: Background, watched: Watched) -> None:
    watched.broken = True
    page.filter.mode.setCurrentText("LIVE")
    settle(qtbot, background)
    watched.broken = False

    named(page, "history.retry").click()

    settle(qtbot, background)
    assert event_ids(page) == ["o-2"]
    assert text_of(page, "history.trouble") == ""


def test_page_says_why_a_send_cannot_be_read(
    qtbot: QtBot, page: HistoryPage, background: Background, watched: Watched
) -> None:
    watched.broken = True

    page.table.setCurrentIndex(page.table.rows.index(1, 0))

    settle(qtbot, background)
    assert "locked" in text_of(page, "history.trouble")
    assert page.detail.detail is None


def test_page_of_a_history_that_could_not_be_opened_says_why(
    qtbot: QtBot, contract: Contract, background: Background
) -> None:
    reason = MachineError("The history file is of a newer release.", fix="Update the program.")

    page = open_page(qtbot, UnusableHistory(reason=reason), contract, background)

    assert text_of(page, "history.trouble") == "The history file is of a newer release. Update the program."


# -- keys, names, life


def test_page_puts_the_keys_into_the_filter(qtbot: QtBot, page: HistoryPage) -> None:
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)

    QTest.keySequence(page.table, QKeySequence("Ctrl+F"))

    qtbot.waitUntil(page.filter.line.hasFocus)


def test_page_goes_from_filter_to_table_with_the_enter_key(qtbot: QtBot, page: HistoryPage) -> None:
    page.focus_filter()

    QTest.keyClick(page.filter.line, Qt.Key.Key_Return)

    qtbot.waitUntil(page.table.hasFocus)


def test_page_is_walked_in_visual_order_by_the_tab_key(qtbot: QtBot, page: HistoryPage, qapp: QApplication) -> None:
    page.focus_filter()
    qtbot.waitUntil(page.filter.line.hasFocus)
    walked: list[str] = []
    for _ in range(8):
        focused = qapp.focusWidget()
        assert isinstance(focused, QWidget)
        walked.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert walked == [
        "history.filter",
        "history.mode",
        "history.state",
        "history.account",
        "history",
        "history.reopen",
        "history.delete",
        "qt_tabwidget_tabbar",
    ]


def test_page_names_everything_that_takes_the_keys(page: HistoryPage) -> None:
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        # Lists that drop down are windows of their own, named by what drops them.
        if widget.window() is page
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QPushButton) and widget.text())
        # Inner parts of scroll areas and spin boxes are spoken for by the widget around them.
        and not widget.focusProxy()
    ]

    assert unnamed == []


def test_page_fits_into_the_smallest_window(page: HistoryPage) -> None:
    assert page.minimumSizeHint().width() <= 1000
    assert page.minimumSizeHint().height() <= 570


def test_page_dies_when_deleted(
    qtbot: QtBot, watched: Watched, contract: Contract, background: Background, send: Send
) -> None:
    send()
    page = HistoryPage(history=watched, contract=contract, background=background, clock=now)
    page.show()
    settle(qtbot, background)
    gone = weakref.ref(page)

    page.close()
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert gone() is None


def test_page_that_is_deleted_while_reading_makes_no_noise(
    qtbot: QtBot, watched: Watched, contract: Contract, background: Background, send: Send
) -> None:
    row_id = send()
    page = HistoryPage(history=watched, contract=contract, background=background, clock=now)
    page.refresh()
    page.show_row(row_id)

    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    settle(qtbot, background)
