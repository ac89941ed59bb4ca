"""Finding sends on the page: typing, choosing, sorting."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import event_ids, named, settle, shown_id, text_of
from tests.ui.history.sends import Watched
from workbench.history.query import Order, Query
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage


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
