"""The JSON tab: the same event as text, both ways, and every wrong paste."""

import json

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.reading import Reading
from workbench.ui.compose.json_tab import JsonTab


@pytest.fixture
def tab(qtbot: QtBot, contract: Contract) -> JsonTab:
    """An empty tab."""
    tab = JsonTab(contract=contract)
    qtbot.addWidget(tab)
    return tab


def note(tab: JsonTab) -> str:
    return tab._say.text()


def test_json_tab_shows_what_was_typed_not_its_digest(tab: JsonTab) -> None:
    tab.show_draft(Draft(values={"user_data.em": ("Jane@Example.com",)}))
    assert json.loads(tab.edit.toPlainText()) == {"user_data": {"em": ["Jane@Example.com"]}}


def test_json_tab_turns_text_into_a_draft(tab: JsonTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.draft_edited) as signal:
        tab.edit.setPlainText('{"event_name": "checkout"}')
    assert signal.args is not None
    assert signal.args[0] == Draft(values={"event_name": "checkout"})


def test_json_tab_keeps_the_last_readable_draft_on_half_a_paste(tab: JsonTab, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tab.draft_edited):
        tab.edit.setPlainText('{"event_name": "checkout", "user_data": {')
    assert "The form keeps the last readable state" in note(tab)


def test_json_tab_knows_when_its_text_is_not_the_event(tab: JsonTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.unread_changed):
        tab.edit.setPlainText('{"event_name": "che')
    assert tab.unread
    with qtbot.waitSignal(tab.unread_changed):
        tab.edit.setPlainText('{"event_name": "checkout"}')
    assert not tab.unread


def test_json_tab_counts_events_that_wait_to_be_taken_as_unread(tab: JsonTab) -> None:
    tab.edit.setPlainText('[{"event_id": "a"}, {"event_id": "b"}]')
    assert tab.unread


def test_json_tab_does_not_rewrite_the_text_while_it_is_edited(tab: JsonTab) -> None:
    text = '{"event_name":   "checkout"}'
    tab.edit.setPlainText(text)
    tab.show_draft(Draft(values={"event_name": "checkout"}))
    assert tab.edit.toPlainText() == text


def test_json_tab_offers_several_events_instead_of_taking_one(tab: JsonTab, qtbot: QtBot) -> None:
    tab.edit.setPlainText('{"data": [{"event_id": "a"}, {"event_id": "b"}]}')
    with qtbot.waitSignal(tab.events_found) as signal:
        tab._replace.click()
    assert signal.args is not None
    reading = signal.args[0]
    assert isinstance(reading, Reading)
    assert len(reading.events) == 2


def test_json_tab_says_that_an_unknown_key_was_kept(tab: JsonTab) -> None:
    tab.edit.setPlainText('{"event_name": "checkout", "price": 3}')
    assert "unknown key" in note(tab)


def test_json_tab_reads_a_large_paste_without_laying_it_out(tab: JsonTab) -> None:
    event = {"event_name": "checkout", "event_id": "x" * 200}
    paste = QMimeData()
    paste.setText(json.dumps({"data": [event] * 12_000}))
    tab.edit.insertFromMimeData(paste)
    assert "12,000 events found" in note(tab)
    assert tab.edit.toPlainText() == ""


def test_json_tab_refuses_a_paste_of_no_json_in_words(tab: JsonTab) -> None:
    paste = QMimeData()
    paste.setText("x" * 50_000_000)
    tab.edit.insertFromMimeData(paste)
    assert note(tab)
    assert tab.edit.toPlainText() == ""
