"""Test and live sends from the whole window, to a real HTTP server: what is asked before, and what follows."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.shell.presses import CONTROL, press_send, states
from workbench.accounts.account import Account, Safety
from workbench.app import Parts
from workbench.contract.mode import Mode
from workbench.ui.compose.live_order import LiveOrder
from workbench.ui.workbench import Workbench

if TYPE_CHECKING:
    from workbench.events.draft import Typed


class _Recorder(BaseHTTPRequestHandler):
    """Takes everything and remembers where it was sent."""

    asked: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked.append(self.path)
        answer = b'{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed"}]}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Nothing on stderr."""


@pytest.fixture
def asked(workbench: Workbench, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """An ad account that may go live, at a real HTTP server; the paths that were asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Recorder)
    _Recorder.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setattr(parts, "_endpoint_override", f"http://127.0.0.1:{server.server_port}/v5")
    parts.book.add(Account(name="Shop", ad_account_id="549761234567", safety=Safety.ASK))
    parts.vault.keep_for_session("549761234567", "pina_test_token_0001")
    workbench._show_accounts("Shop")
    yield _Recorder.asked
    server.shutdown()
    server.server_close()
    thread.join()


def answer_live(workbench: Workbench, monkeypatch: pytest.MonkeyPatch, *, yes: bool) -> list[tuple[str, int, bool]]:
    """Answers the live question, and remembers what it asked: account, events, and whether they passed a test."""
    questions: list[tuple[str, int, bool]] = []

    def confirm(order: LiveOrder) -> bool:
        questions.append((order.account.name, order.events, order.unlocked))
        return yes

    monkeypatch.setattr(workbench.dispatch, "_confirm", confirm)
    return questions


@pytest.fixture
def customer(workbench: Workbench) -> None:
    """Match keys that are not made up, so that the event may go live."""
    real: dict[str, Typed] = {
        "event_source_url": "https://www.shop-of-ours.de/thanks",
        "user_data.em": ("a" * 64,),
        "user_data.ph": ("b" * 64,),
        "user_data.external_id": ("c" * 64,),
        "user_data.hashed_maids": ("d" * 64,),
        "user_data.click_id": "dj0yJnU9b3VycyZuPW91cnM",
        "user_data.client_ip_address": "84.12.9.1",
    }
    for path, typed in real.items():
        workbench.composer.edit(path, typed)


def press_live(workbench: Workbench, qtbot: QtBot) -> None:
    QTest.keyClick(workbench.window, Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not workbench.dispatch.sending and not workbench.background.busy, timeout=20_000)


def test_account_of_pinterest_starts_in_test(workbench: Workbench, asked: list[str]) -> None:
    assert asked == []
    assert workbench.composer.mode is Mode.TEST


def test_test_send_carries_the_parameter(workbench: Workbench, qtbot: QtBot, asked: list[str]) -> None:
    press_send(workbench, qtbot)
    assert asked == ["/v5/ad_accounts/549761234567/events?test=true"]


@pytest.mark.usefixtures("customer")
def test_live_send_asks_and_carries_no_parameter(
    workbench: Workbench, qtbot: QtBot, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = answer_live(workbench, monkeypatch, yes=True)
    press_live(workbench, qtbot)
    assert questions == [("Shop", 1, False)]
    assert asked == ["/v5/ad_accounts/549761234567/events"]


@pytest.mark.usefixtures("customer", "asked")
def test_live_send_of_what_passed_a_test_is_known_as_such(
    workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = answer_live(workbench, monkeypatch, yes=False)
    press_send(workbench, qtbot)
    press_live(workbench, qtbot)
    assert questions == [("Shop", 1, True)]


@pytest.mark.usefixtures("customer", "asked")
def test_live_send_of_what_was_changed_after_its_test_is_known_as_such(
    workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = answer_live(workbench, monkeypatch, yes=False)
    press_send(workbench, qtbot)
    workbench.composer.edit("custom_data.order_id", "another")
    press_live(workbench, qtbot)
    assert questions == [("Shop", 1, False)]


@pytest.mark.usefixtures("customer", "asked")
def test_live_send_of_what_went_live_before_is_known_as_such(
    workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press_send(workbench, qtbot)
    questions = answer_live(workbench, monkeypatch, yes=True)
    press_live(workbench, qtbot)
    press_live(workbench, qtbot)
    assert [unlocked for _, _, unlocked in questions] == [True, False]


@pytest.mark.usefixtures("customer")
def test_live_send_falls_back_to_test(
    workbench: Workbench, qtbot: QtBot, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_live(workbench, monkeypatch, yes=True)
    press_live(workbench, qtbot)
    assert asked
    assert workbench.composer.mode is Mode.TEST
    assert workbench.window.windowTitle().startswith("TEST")


@pytest.mark.usefixtures("customer")
def test_live_send_that_is_declined_sends_nothing_and_falls_back(
    workbench: Workbench, qtbot: QtBot, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_live(workbench, monkeypatch, yes=False)
    press_live(workbench, qtbot)
    assert asked == []
    assert workbench.composer.mode is Mode.TEST
    assert workbench.last_sends.text == "Not sent: The answer was not to send live. The mode is TEST again."


def test_live_send_of_made_up_data_is_refused_before_the_question(
    workbench: Workbench, qtbot: QtBot, asked: list[str], parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = answer_live(workbench, monkeypatch, yes=True)
    press_live(workbench, qtbot)
    assert (questions, asked, states(parts)) == ([], [], [])
    assert "user_data.em[0]" in workbench.last_sends.text
    assert workbench.composer.mode is Mode.TEST


def test_live_mode_says_why_made_up_data_cannot_be_sent(workbench: Workbench, asked: list[str]) -> None:
    assert asked == []
    workbench._mode_chosen(Mode.LIVE)
    assert not workbench.top_bar.send.isEnabled()
    assert "made up" in workbench.top_bar.send.toolTip()


@pytest.mark.usefixtures("customer")
def test_live_send_of_a_test_only_account_is_not_even_asked(
    workbench: Workbench, qtbot: QtBot, asked: list[str], parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts.book.change("Shop", Account(name="Shop", ad_account_id="549761234567", safety=Safety.TEST_ONLY))
    workbench._show_accounts("Shop")
    questions = answer_live(workbench, monkeypatch, yes=True)
    press_live(workbench, qtbot)
    assert (questions, asked) == ([], [])
