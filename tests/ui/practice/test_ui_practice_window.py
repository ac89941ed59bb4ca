"""The practice page in the whole window."""

import json
import urllib.request
from typing import cast

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.practice.conftest import event
from workbench.app import Parts
from workbench.ui.practice.page import PracticePage
from workbench.ui.workbench import Workbench


def test_window_knows_its_own_sends(workbench: Workbench, qtbot: QtBot, parts: Parts) -> None:
    workbench.send()
    qtbot.waitUntil(lambda: not workbench.dispatch.sending, timeout=20_000)
    (capture,) = parts.captures.newest_first()
    assert capture.request.own
    assert capture.request.event_count == 1


def test_window_shows_what_arrived_before_the_page_was_opened(workbench: Workbench, parts: Parts) -> None:
    send(parts)
    page = practice_page(workbench)
    assert page.table.rows.rowCount() == 1


def test_window_composes_what_another_program_sent(workbench: Workbench, qtbot: QtBot, parts: Parts) -> None:
    send(parts)
    page = practice_page(workbench)
    button = page.findChild(QAbstractButton, "capture.open")
    assert isinstance(button, QAbstractButton)
    qtbot.waitUntil(lambda: bool(page.pane.events.sentences))
    button.click()
    assert workbench.window.page == "compose"
    assert workbench.composer.composition.current.text("event_id") == "o-7"


def practice_page(workbench: Workbench) -> PracticePage:
    """The page, in sight."""
    workbench.show_page("practice")
    return cast("PracticePage", workbench.window.show_page("practice"))


def send(parts: Parts) -> None:
    """A request of another program."""
    request = urllib.request.Request(  # noqa: S310 - a loopback address
        f"{parts.practice.start()}/ad_accounts/549755885175/events",
        data=json.dumps({"data": [event(7)]}).encode(),
        headers={"Authorization": "Bearer practice"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - a loopback address
        assert answer.status == 200
