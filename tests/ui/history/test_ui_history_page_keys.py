"""The page by keyboard, by name, and when it goes."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import make_page, settle
from tests.ui.history.sends import Send, Watched
from workbench.contract.loading import Contract
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage


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
    for _ in range(20):
        focused = qapp.focusWidget()
        assert isinstance(focused, QWidget)
        walked.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert walked == [
        "history.filter",
        "history.glance",
        "history.menu",
        "history.mode",
        "history.state",
        "history.account",
        "history.event",
        "history.period",
        "history.starred",
        "history",
        "history.star",
        "history.duplicate",
        "history.resend",
        "history.compare",
        "history.evidence",
        "history.curl",
        "history.reopen",
        "history.delete",
        "history.note",
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
    page = make_page(watched, contract, background)
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
    page = make_page(watched, contract, background)
    page.refresh()
    page.show_row(row_id)

    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    settle(qtbot, background)
