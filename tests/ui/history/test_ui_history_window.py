"""What the history page asks of the window."""

from typing import cast

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from workbench.ui.history.columns import COLUMNS
from workbench.ui.history.page import HistoryPage
from workbench.ui.preferences import read_preferences
from workbench.ui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, workbench: Workbench) -> HistoryPage:
    """The page over one practice send, while something else is being composed."""
    workbench.send()
    qtbot.waitUntil(lambda: not workbench.dispatch.sending and not workbench.background.busy, timeout=20_000)
    workbench.compose.new_event()
    workbench.show_page("history")
    page = cast("HistoryPage", workbench.window.show_page("history"))
    qtbot.waitUntil(lambda: page.detail.detail is not None, timeout=10_000)
    return page


def press(page: HistoryPage, name: str) -> None:
    """Presses one of the buttons."""
    button = page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def test_a_send_is_made_ready_again_with_the_same_id(qtbot: QtBot, workbench: Workbench, page: HistoryPage) -> None:
    assert page.detail.detail is not None
    sent = page.detail.detail.entry.row

    press(page, "history.resend")

    qtbot.waitUntil(lambda: workbench.window.page == "compose")
    (draft,) = workbench.composer.composition.drafts
    chosen = workbench.top_bar.chosen
    assert draft.values["event_id"] == sent.event_id
    assert chosen is not None
    assert chosen.name == sent.account_name


def test_a_duplicate_has_an_id_of_its_own(qtbot: QtBot, workbench: Workbench, page: HistoryPage) -> None:
    assert page.detail.detail is not None
    sent = page.detail.detail.entry.row

    press(page, "history.duplicate")

    qtbot.waitUntil(lambda: workbench.window.page == "compose")
    (draft,) = workbench.composer.composition.drafts
    assert draft.values["event_id"] not in {sent.event_id, ""}


def test_a_verdict_leads_to_the_editor_of_its_field(qtbot: QtBot, workbench: Workbench, page: HistoryPage) -> None:
    page.detail.field_asked.emit(0, "user_data.em")

    qtbot.waitUntil(lambda: workbench.window.page == "compose")
    assert len(workbench.composer.composition.drafts) == 1
    focused = workbench.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "user_data.em"


def test_the_columns_are_remembered_with_the_layout(workbench: Workbench, page: HistoryPage) -> None:
    note = next(at for at, column in enumerate(COLUMNS) if column.title == "Note")
    page.table.horizontalHeader().actions()[note].trigger()
    paths = workbench._parts.paths

    workbench.close()

    assert "Note" in read_preferences(paths.settings).layout["history.columns"]


def test_keys_of_the_page_reach_it_from_the_bar_above(qtbot: QtBot, workbench: Workbench, page: HistoryPage) -> None:
    workbench.top_bar.account.setFocus()
    QTest.keySequence(workbench.top_bar.account, QKeySequence("Ctrl+F"))
    qtbot.waitUntil(page.filter.line.hasFocus)


def test_keys_of_the_page_are_not_taken_by_a_page_out_of_sight(
    qtbot: QtBot, workbench: Workbench, page: HistoryPage
) -> None:
    workbench.show_page("practice")
    workbench.show_page("history")
    QTest.keySequence(page.table, QKeySequence("Ctrl+O"))
    qtbot.waitUntil(lambda: workbench.window.page == "compose")
    assert workbench.composer.composition.current.text("event_name") == "checkout"
