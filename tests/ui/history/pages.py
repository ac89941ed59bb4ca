"""How the tests open a history page and read what is on it."""

from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.history.sends import START
from workbench.contract.loading import Contract
from workbench.judging.judge import Judge
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage
from workbench.ui.history.requests import Requests


def now() -> float:
    """A moment after every send."""
    return START + 86_400


def fresh_id() -> str:
    """The id of every duplicate."""
    return "a-fresh-id"


def make_page(history: Requests, contract: Contract, background: Background) -> HistoryPage:
    """A page over a history, not shown yet; nothing is being composed."""
    return HistoryPage(
        history=history,
        contract=contract,
        background=background,
        clock=now,
        fresh_id=fresh_id,
        judge=Judge(contract=contract),
        composed=tuple,
    )


def open_page(qtbot: QtBot, history: Requests, contract: Contract, background: Background) -> HistoryPage:
    """A page in sight, as large as in the smallest window, that has read what there is."""
    page = make_page(history, contract, background)
    qtbot.addWidget(page)
    page.resize(1000, 570)
    page.show()
    settle(qtbot, background)
    return page


def settle(qtbot: QtBot, background: Background) -> None:
    """Waits until everything that was asked for is in sight."""
    qtbot.waitUntil(lambda: not background.busy)


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


def question_of(page: HistoryPage) -> QDialog:
    """The question that is open."""
    found = page.findChild(QDialog, "history.question")
    assert isinstance(found, QDialog)
    return found
