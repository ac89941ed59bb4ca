"""Many events as requests of the size Pinterest takes."""

from typing import TYPE_CHECKING

import orjson
import pytest

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.sending.batches import pace_for, requests_for
from workbench.sending.request import SendRequest

if TYPE_CHECKING:
    from workbench.ground.json_types import JsonObject


def requests(contract: Contract, *, events: int, mode: Mode = Mode.TEST) -> tuple[SendRequest, ...]:
    payloads: list[JsonObject] = [{"event_id": str(number)} for number in range(events)]
    return requests_for(payloads, account_name="Shop", ad_account_id="1", mode=mode, contract=contract)


@pytest.mark.parametrize(
    ("mode", "events", "sizes"),
    [(Mode.TEST, 45, [20, 20, 5]), (Mode.TEST, 20, [20]), (Mode.LIVE, 1001, [1000, 1]), (Mode.LIVE, 0, [])],
)
def test_requests_have_the_size_of_their_mode(contract: Contract, mode: Mode, events: int, sizes: list[int]) -> None:
    assert [each.event_count for each in requests(contract, events=events, mode=mode)] == sizes


def test_requests_hold_every_event_once_and_in_order(contract: Contract) -> None:
    bodies = [orjson.loads(each.body)["data"] for each in requests(contract, events=45)]
    assert [event["event_id"] for data in bodies for event in data] == [str(number) for number in range(45)]


def test_pace_of_test_requests_is_the_published_one(contract: Contract) -> None:
    pace = pace_for(requests(contract, events=45), contract=contract)
    assert [pace.turn() for _ in range(11)][-1] == pytest.approx(1.0, abs=0.05)


def test_pace_of_live_requests_has_no_bound_of_its_own(contract: Contract) -> None:
    pace = pace_for(requests(contract, events=45, mode=Mode.LIVE), contract=contract)
    assert [pace.turn() for _ in range(11)] == [0.0] * 11
