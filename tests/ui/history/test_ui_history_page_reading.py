"""What the page reads of the history, and when."""

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import event_ids, now, settle, shown_id, text_of
from tests.ui.history.sends import MANY, Send, Watched
from workbench.events.outcome import State
from workbench.history.store import History
from workbench.ui.background import Background
from workbench.ui.history.detail import read_detail
from workbench.ui.history.listing import PAGE
from workbench.ui.history.page import HistoryPage


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
