"""The page of a history that cannot be read."""

from pytestqt.qtbot import QtBot

from tests.ui.history.pages import event_ids, named, open_page, settle, text_of
from tests.ui.history.sends import Watched
from workbench.contract.loading import Contract
from workbench.ground.errors import MachineError
from workbench.history.unusable import UnusableHistory
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage


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


def test_page_reads_what_it_missed_at_the_next_refresh(
    qtbot: QtBot, page: HistoryPage, background: Background, watched: Watched
) -> None:
    watched.broken = True
    page.filter.mode.setCurrentText("LIVE")
    settle(qtbot, background)
    watched.broken = False

    page.refresh()

    settle(qtbot, background)
    assert event_ids(page) == ["o-2"]
