"""What became of a request."""

import pytest

from workbench.events.outcome import Outcome, State


@pytest.mark.parametrize("state", State)
def test_only_a_processed_request_is_good(state: State) -> None:
    assert state.good == (state in {"processed", "processed-with-warnings"})


def test_request_id_is_found_in_any_case() -> None:
    assert Outcome(State.PROCESSED, "", "", headers={"X-Pinterest-RID": "42"}).request_id == "42"
    assert Outcome(State.PROCESSED, "", "").request_id is None
