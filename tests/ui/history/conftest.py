"""A real history to show: a few sends that differ, or ten thousand."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import open_page
from tests.ui.history.sends import MANY, START, Send, Watched, events, verdicts
from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.history.store import History
from workbench.history.writing import insert_request
from workbench.ui.background import Background
from workbench.ui.history.page import HistoryPage


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    """An empty history."""
    with History(path=tmp_path / "history.sqlite3") as opened:
        yield opened


@pytest.fixture
def watched(history: History) -> Watched:
    """The same history, watched."""
    return Watched(history)


@pytest.fixture
def send(history: History) -> Send:
    """Record a send with sensible values for whatever is not said; later ones are a minute later. Returns its id."""
    sent = 0

    def record(
        *event_ids: str,
        event_name: str = "checkout",
        mode: Mode = Mode.TEST,
        state: State = State.PROCESSED,
        account_name: str = "Shop EU",
        body: bytes | None = None,
        outcome: Outcome | None = None,
    ) -> int:
        nonlocal sent
        sent += 1
        ids = event_ids or (f"o-{sent}",)
        row_id = history.begin(
            account_name=account_name,
            ad_account_id="549755885175",
            mode=mode,
            url="https://api.pinterest.com/v5/ad_accounts/549755885175/events?test=true",
            body=body or json.dumps({"data": events(*ids, event_name=event_name)}).encode(),
            at=START + 60 * sent,
        )
        if state is not State.PENDING:
            told = outcome or Outcome(
                state=state,
                cause="Pinterest processed every event.",
                fix="Nothing is left to do.",
                status=200,
                received=len(ids),
                processed=len(ids),
                verdicts=verdicts(*("processed" for _ in ids)),
                answer=b'{"num_events_received": 1}',
                headers={"x-pinterest-rid": "4711"},
                elapsed=0.25,
            )
            history.finish(row_id, told, at=START + 60 * sent + 1)
        return row_id

    return record


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of ``MANY`` sends, made once."""
    path = tmp_path_factory.mktemp("large") / "history.sqlite3"
    with History(path=path) as history, history._connections.writing() as connection:
        for number in range(MANY):
            insert_request(
                connection,
                account_name="Shop EU",
                ad_account_id="549755885175",
                mode=Mode.TEST,
                url="https://api.pinterest.com/v5/ad_accounts/549755885175/events?test=true",
                body=json.dumps({"data": events(f"o-{number}")}).encode(),
                at=START + number,
                instance="",
            )
        connection.execute("UPDATE requests SET state = 'processed'")
    return path


@pytest.fixture
def large(large_file: Path, tmp_path: Path) -> Iterator[Watched]:
    """A copy of the history of ``MANY`` sends, watched."""
    shutil.copy(large_file, tmp_path / "large.sqlite3")
    with History(path=tmp_path / "large.sqlite3") as opened:
        yield Watched(opened)


@pytest.fixture
def empty(qtbot: QtBot, watched: Watched, contract: Contract, background: Background) -> HistoryPage:
    """A page over a history without rows."""
    return open_page(qtbot, watched, contract, background)


@pytest.fixture
def page(qtbot: QtBot, watched: Watched, contract: Contract, background: Background, send: Send) -> HistoryPage:
    """A page over three sends: a test, a live one, and a test that was refused."""
    send("o-1", event_name="checkout")
    send("o-2", event_name="lead", mode=Mode.LIVE, account_name="Shop US")
    send("o-3", event_name="signup", state=State.REFUSED)
    return open_page(qtbot, watched, contract, background)


@pytest.fixture
def long(qtbot: QtBot, large: Watched, contract: Contract, background: Background) -> HistoryPage:
    """A page over ten thousand sends."""
    return open_page(qtbot, large, contract, background)
