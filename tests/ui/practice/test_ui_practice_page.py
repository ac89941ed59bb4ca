"""The practice page: what another program sends is shown as it arrives."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QPlainTextEdit, QSpinBox, QTabWidget
from pytestqt.qtbot import QtBot

from tests.ui.practice.conftest import ACCOUNT, event
from workbench.practice.server import PracticeServer
from workbench.ui.background import Background
from workbench.ui.compose.problem_delegate import FIX
from workbench.ui.look.widgets import Tick
from workbench.ui.practice.page import PracticePage

if TYPE_CHECKING:
    from tests.ui.practice.conftest import Post

OWN = "conversion-workbench/1.0"


def rows(page: PracticePage) -> list[list[str]]:
    """The texts of the table."""
    model = page.table.rows
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def wait_for(qtbot: QtBot, page: PracticePage, background: Background, count: int) -> None:
    """Waits for so many rows, and for the selected one to be looked at."""
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == count and not background.busy)


def text_of(page: PracticePage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def click(page: PracticePage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def test_page_teaches_while_nothing_has_arrived(page: PracticePage) -> None:
    assert not page.table.isVisible()
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("never written to the disk" in text for text in texts)


def test_page_starts_the_endpoint_and_shows_its_address(
    page: PracticePage, server: PracticeServer, qtbot: QtBot
) -> None:
    click(page, "practice.switch")
    qtbot.waitUntil(lambda: bool(server.address) and text_of(page, "practice.address") == server.address)
    assert text_of(page, "practice.state") == "Listening at"


def test_page_says_how_a_program_is_pointed_at_the_endpoint(
    page: PracticePage, server: PracticeServer, qtbot: QtBot
) -> None:
    click(page, "practice.first_start")
    qtbot.waitUntil(lambda: "ssh -R" in text_of(page, "practice.how"))
    assert "https://api.pinterest.com/v5" in text_of(page, "practice.how")
    assert server.address


def test_page_stops_the_endpoint(page: PracticePage, server: PracticeServer, qtbot: QtBot) -> None:
    server.start()
    page.refresh()
    click(page, "practice.switch")
    qtbot.waitUntil(lambda: text_of(page, "practice.state") == "Stopped")
    assert server.address == ""


def test_page_copies_the_address(page: PracticePage, server: PracticeServer) -> None:
    server.start()
    page.refresh()
    click(page, "practice.copy")
    assert QGuiApplication.clipboard().text() == server.address


def test_page_starts_on_the_port_that_was_typed(page: PracticePage, server: PracticeServer, qtbot: QtBot) -> None:
    server.start()
    free = int(server.address.rpartition(":")[2].partition("/")[0])
    server.stop()
    port = page.findChild(QSpinBox, "practice.port")
    assert isinstance(port, QSpinBox)
    port.setValue(free)
    click(page, "practice.switch")
    qtbot.waitUntil(lambda: server.address == f"http://127.0.0.1:{free}/v5")


def test_page_says_when_the_port_is_taken(
    page: PracticePage, server: PracticeServer, qtbot: QtBot, background: Background
) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = page.findChild(QSpinBox, "practice.port")
        assert isinstance(port, QSpinBox)
        port.setValue(taken.getsockname()[1])
        click(page, "practice.switch")
        qtbot.waitUntil(lambda: not background.busy)
    assert "in use by another program" in text_of(page, "practice.trouble")
    assert server.address == ""


def test_page_shows_a_request_as_it_arrives(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    assert post({"data": [event(1), event(2, user_data={})]}) == 200
    wait_for(qtbot, page, background, 1)
    (row,) = rows(page)
    assert row[1:] == ["shop-sender/2.1", ACCOUNT, "test", "2", "200", row[6]]
    assert row[6].startswith("1 processed")
    assert row[6].endswith("1 failed")


def test_page_shows_the_newest_first_and_keeps_the_selection(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post({"data": [event(1)]})
    wait_for(qtbot, page, background, 1)
    post({"data": [event(1), event(2)]}, query="")
    wait_for(qtbot, page, background, 2)
    assert [row[3:5] for row in rows(page)] == [["live", "2"], ["test", "1"]]
    assert page.table.currentIndex().row() == 1


def test_page_reads_each_event_back(page: PracticePage, post: "Post", qtbot: QtBot, background: Background) -> None:
    post({"data": [event(1), event(2, event_name="lead", custom_data={})]})
    wait_for(qtbot, page, background, 1)
    first, second = page.pane.events.sentences
    assert first.startswith("1. Checkout of 2 items, USD 66.95, 3 minutes ago, on the web; matchable by e-mail;")
    assert second.startswith("2. Lead, 3 minutes ago")


def test_page_shows_the_problems_of_the_event_that_failed(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post({"data": [event(1), event(2, user_data={"em": ["jane.doe@example.com"]})]})
    wait_for(qtbot, page, background, 1)
    events, problems = page.findChild(QListWidget, "capture.events"), page.findChild(QListWidget, "capture.problems")
    assert isinstance(events, QListWidget)
    assert isinstance(problems, QListWidget)
    assert events.currentRow() == 1
    assert "plain text" in problems.item(0).text()
    assert text_of(page, "capture.problems.title").startswith("Problems of the selected one: 1 error")


def test_page_counts_the_coverage_of_a_capture(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post({"data": [event(1), event(2), event(3, user_data={})]})
    wait_for(qtbot, page, background, 1)
    assert "e-mail: 2 of 3 events" in page.pane.bars.text.splitlines()
    assert "Adding click_id would let Pinterest join the event to the ad click" in page.pane.bars.text


def test_page_says_why_a_request_was_refused(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post({"data": [event(1, colour="red")]})
    wait_for(qtbot, page, background, 1)
    assert rows(page)[0][5:] == ["400", "refused as a whole"]
    assert "Additional properties are not allowed ('colour' was unexpected)" in text_of(page, "capture.answer")


def test_page_says_the_reason_of_a_refusal_once(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post(b"event=checkout")
    wait_for(qtbot, page, background, 1)
    answer = text_of(page, "capture.answer")
    assert answer.count("is not JSON") == 1
    assert answer.endswith("Texts need straight quotation marks.")


def test_page_offers_no_button_for_an_event_that_cannot_be_changed_there(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post({"data": [event(1, event_time=1_795_000_000_000)]})
    wait_for(qtbot, page, background, 1)
    problems = page.findChild(QListWidget, "capture.problems")
    assert isinstance(problems, QListWidget)
    assert "milliseconds" in problems.item(0).text()
    assert not problems.item(0).data(FIX)


def test_page_shows_a_body_that_is_no_json(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post(b"event=checkout")
    wait_for(qtbot, page, background, 1)
    body = page.findChild(QPlainTextEdit, "capture.body")
    button = page.findChild(QAbstractButton, "capture.open")
    tabs = page.findChild(QTabWidget, "capture.tabs")
    assert isinstance(body, QPlainTextEdit)
    assert isinstance(button, QAbstractButton)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(2)
    assert body.toPlainText() == "event=checkout"
    assert not button.isEnabled()


def test_page_never_shows_the_token(page: PracticePage, post: "Post", qtbot: QtBot, background: Background) -> None:
    token = "pina_no-real-token-but-as-long"
    post({"data": [event(1)], "access_token": token}, sender=f"shop {token}")
    wait_for(qtbot, page, background, 1)
    told = [*rows(page)[0], *(label.text() for label in page.findChildren(QLabel))]
    assert not any(token in text for text in told)


@pytest.mark.parametrize("keys", ["button", "Ctrl+O"])
def test_page_opens_the_events_in_compose(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background, keys: str
) -> None:
    post({"data": [event(1), event(2)]})
    wait_for(qtbot, page, background, 1)
    with qtbot.waitSignal(page.open_asked) as asked:
        if keys == "button":
            click(page, "capture.open")
        else:
            QTest.keyClick(page.table, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert [draft.text("event_id") for draft in asked.args[0]] == ["o-1", "o-2"]


def test_page_hides_own_sends_until_they_are_wanted(
    page: PracticePage, post: "Post", qtbot: QtBot, background: Background
) -> None:
    post({"data": [event(1)]}, sender=OWN)
    own = page.findChild(Tick, "captures.own")
    assert isinstance(own, Tick)
    qtbot.waitUntil(lambda: own.text().endswith("(1)"))
    assert page.table.rows.rowCount() == 0
    own.click()
    wait_for(qtbot, page, background, 1)
    assert rows(page)[0][1] == "this program"


def test_page_forgets_when_told(page: PracticePage, post: "Post", qtbot: QtBot, background: Background) -> None:
    post({"data": [event(1)]})
    wait_for(qtbot, page, background, 1)
    click(page, "captures.forget")
    wait_for(qtbot, page, background, 0)
    assert not page.table.isVisible()


def test_page_says_how_many_are_kept_and_where(page: PracticePage) -> None:
    assert text_of(page, "captures.count") == "0 shown, newest first. The last 200 are kept, in memory only."
