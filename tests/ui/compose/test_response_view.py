"""The response pane: what it shows of a send, and that nothing of it stays beside the next one's refusal."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.ui.compose.response import ResponseView
from workbench.ui.compose.response_rows import Response, VerdictRow

WARNED = EventVerdict(0, "processed", warnings=("click_id is missing",))


@pytest.fixture
def view(qtbot: QtBot) -> ResponseView:
    """After a send of one event."""
    view = ResponseView()
    qtbot.addWidget(view)
    outcome = Outcome(State.PROCESSED, "", "", status=200, received=1, processed=1, answer=b"{}", verdicts=(WARNED,))
    view.show_response(Response(Mode.TEST, "Shop", (outcome,), (VerdictRow(0, "checkout", "o-1", WARNED),)))
    return view


def test_response_has_room_for_the_longest_verdict(view: ResponseView) -> None:
    table = view.findChild(QTableView, "verdicts")
    assert isinstance(table, QTableView)
    assert table.columnWidth(3) >= table.sizeHintForColumn(3)


def test_refusal_leaves_nothing_of_the_send_before(view: ResponseView) -> None:
    view.show_failure("1 error to put right first: see Problems.")
    answer = view.findChild(QPlainTextEdit, "answer")
    assert isinstance(answer, QPlainTextEdit)
    words = [label.text() for label in view.findChildren(QLabel) if label.text()]
    assert words == ["Not sent", "1 error to put right first: see Problems."]
    assert (view.model.rowCount(), answer.toPlainText()) == (0, "")
