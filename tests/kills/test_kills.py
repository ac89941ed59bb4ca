"""What `make kills` proves 200 times over, proven a few times here; and that its checks can fail."""

from pathlib import Path

import pytest

from tests.kills.kill_sends import Seen, faults, main
from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.history.store import History


@pytest.mark.slow
def test_kills_at_random_moments_leave_a_true_history() -> None:
    assert main(5) == 0


def history_with(path: Path, state: State) -> Path:
    body = b'{"data":[{"event_id":"o-1"}]}'
    with History(path=path) as history:
        row = history.begin(account_name="A", ad_account_id="1", mode=Mode.TEST, url="u", body=body, at=1.0)
        history.finish(row, Outcome(state, "", ""), at=2.0)
    return path


def test_kills_notice_a_send_without_a_row(tmp_path: Path) -> None:
    seen = Seen(arrived={"o-1", "o-2"}, answered={"o-1"})
    assert list(faults(history_with(tmp_path / "h", State.PROCESSED), seen)) == ["o-2 arrived and has no row"]


def test_kills_notice_a_row_that_claims_an_answer_nobody_gave(tmp_path: Path) -> None:
    seen = Seen(arrived={"o-1"})
    (fault,) = faults(history_with(tmp_path / "h", State.PROCESSED), seen)
    assert "never answered" in fault


def test_kills_notice_a_row_that_denies_a_send(tmp_path: Path) -> None:
    seen = Seen(arrived={"o-1"})
    (fault,) = faults(history_with(tmp_path / "h", State.NOT_SENT), seen)
    assert "not sent and arrived" in fault


def test_kills_accept_an_unknown_outcome(tmp_path: Path) -> None:
    assert list(faults(history_with(tmp_path / "h", State.UNKNOWN), Seen(arrived={"o-1"}))) == []
