"""The page of an empty history."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import event_ids, named, settle, shown_id
from tests.ui.history.sends import Send
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage


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
    assert shown_id(empty) == "o-1"
