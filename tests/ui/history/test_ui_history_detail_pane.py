"""The pane that shows one send."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableView, QTabWidget, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.history.sends import START, Send
from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.store import History
from workbench.ui.history.code_tab import SHOWN, CodeTab
from workbench.ui.history.detail import Detail, read_detail
from workbench.ui.history.detail_pane import DetailPane


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    """An empty pane in sight."""
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(976, 300)
    pane.show()
    return pane


@pytest.fixture
def detail(history: History, send: Send) -> Detail:
    """A send of two events, the second of which failed."""
    return read_detail(history, send("o-1", "o-2", mode=Mode.LIVE, state=State.WARNINGS))


def label(pane: DetailPane, name: str) -> str:
    """What a part of the heading says."""
    found = pane.findChild(QLabel, f"history.detail.{name}")
    assert isinstance(found, QLabel)
    return found.text()


def button(pane: DetailPane, name: str) -> QPushButton:
    """One of the buttons."""
    found = pane.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def view(pane: DetailPane, name: str) -> QPlainTextEdit:
    """One of the long texts, brought in sight."""
    found = pane.findChild(QPlainTextEdit, name)
    tabs = pane.findChild(QTabWidget, "history.tabs")
    assert isinstance(found, QPlainTextEdit)
    assert isinstance(tabs, QTabWidget)
    tab = found.parentWidget()
    assert tab is not None
    tabs.setCurrentWidget(tab)
    return found


def test_pane_says_what_to_do_while_nothing_is_selected(pane: DetailPane) -> None:
    assert label(pane, "meaning") == "Select a send above to see what became of it."
    assert not button(pane, "history.reopen").isEnabled()
    assert not button(pane, "history.delete").isEnabled()


def test_pane_says_state_mode_account_and_time_in_words(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START + 60 + 180)

    assert (label(pane, "state"), label(pane, "mode")) == ("Processed with warnings", "LIVE")
    assert label(pane, "about").startswith("Shop EU · 549755885175 · 2026-")
    assert label(pane, "about").endswith(", 3 minutes ago")


def test_pane_gives_no_number_for_the_practice_account(pane: DetailPane, detail: Detail) -> None:
    row = replace(detail.entry.row, account_name="Practice (this computer)", ad_account_id="0")

    pane.show_detail(replace(detail, entry=replace(detail.entry, row=row)), now=START)

    assert label(pane, "about").startswith("Practice (this computer) · 2026-")


def test_pane_says_cause_and_fix(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)

    assert label(pane, "meaning") == "Pinterest processed every event. Nothing is left to do."


def test_pane_says_that_an_answer_is_awaited(pane: DetailPane, history: History, send: Send) -> None:
    pane.show_detail(read_detail(history, send(state=State.PENDING)), now=START)

    assert label(pane, "meaning") == "The answer is awaited."


def test_pane_tells_status_counts_and_request_id(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)

    assert label(pane, "facts") == "HTTP 200 · 2 of 2 processed · 250 ms · request id 4711"


def test_pane_has_a_verdict_for_each_event(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)

    model = pane.verdicts
    assert [model.data(model.index(at, 2)) for at in range(model.rowCount())] == ["o-1", "o-2"]


def test_pane_shows_request_answer_and_headers(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)

    assert view(pane, "history.request").toPlainText() == detail.request
    assert view(pane, "history.answer").toPlainText() == detail.answer
    assert view(pane, "history.headers").toPlainText() == detail.headers


def test_pane_copies_the_whole_request(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)
    view(pane, "history.request")
    copy = pane.findChild(QToolButton, "history.request.copy")
    assert isinstance(copy, QToolButton)

    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == detail.request


def test_pane_leaves_a_text_that_is_read_alone_when_the_same_send_comes_again(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)
    request = view(pane, "history.request")
    request.selectAll()

    pane.show_detail(replace(detail), now=START + 3600)

    assert request.textCursor().hasSelection()
    assert label(pane, "about").endswith("ago")


def test_pane_forgets_what_it_showed(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)

    pane.clear()

    assert pane.detail is None
    assert pane.verdicts.rowCount() == 0
    assert view(pane, "history.request").toPlainText() == ""


def test_pane_asks_to_reopen_and_to_delete(pane: DetailPane, detail: Detail) -> None:
    pane.show_detail(detail, now=START)

    asked: list[str] = []
    pane.asked.connect(asked.append)

    QTest.mouseClick(button(pane, "history.reopen"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(pane, "history.delete"), Qt.MouseButton.LeftButton)

    assert asked == ["reopen", "delete"]


def test_pane_grows_with_the_text(pane: DetailPane) -> None:
    table = pane.findChild(QTableView, "history.verdicts")
    assert isinstance(table, QTableView)
    before = table.verticalHeader().defaultSectionSize()
    font = QFont(pane.font())
    font.setPointSizeF(font.pointSizeF() * 2)

    pane.setFont(font)

    assert table.verticalHeader().defaultSectionSize() > before


@pytest.fixture
def tab(qtbot: QtBot) -> CodeTab:
    """A long text, not in sight yet."""
    tab = CodeTab(name="text", label="Text", note="A note.", nothing="Nothing.")
    qtbot.addWidget(tab)
    return tab


def test_code_tab_lays_its_text_out_only_when_in_sight(tab: CodeTab) -> None:
    tab.show_text("abc")
    unseen = tab.view.toPlainText()

    tab.show()

    assert (unseen, tab.view.toPlainText()) == ("", "abc")


def test_code_tab_shows_the_beginning_of_a_huge_text_and_copies_all(tab: CodeTab) -> None:
    tab.show()
    huge = "x" * (SHOWN + 5)

    tab.show_text(huge)
    copy = tab.findChild(QToolButton, "text.copy")
    assert isinstance(copy, QToolButton)
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert len(tab.view.toPlainText()) == SHOWN
    assert QGuiApplication.clipboard().text() == huge


def test_code_tab_says_that_it_shows_a_part(tab: CodeTab) -> None:
    tab.show_text("x" * (SHOWN + 5))

    assert any("first 200,000 of 200,005 characters" in each.text() for each in tab.findChildren(QLabel))


def test_code_tab_has_nothing_to_copy_when_empty(tab: CodeTab) -> None:
    copy = tab.findChild(QToolButton, "text.copy")

    assert isinstance(copy, QToolButton)
    assert not copy.isEnabled()


def test_buttons_are_whole_beside_large_text(qtbot: QtBot, detail: Detail) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    font = QFont(pane.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    pane.setFont(font)
    pane.resize(1000, 500)
    pane.show()
    pane.show_detail(detail, now=START)
    for name in ("history.reopen", "history.delete"):
        assert button(pane, name).width() >= button(pane, name).sizeHint().width()
