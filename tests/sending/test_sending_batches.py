"""Many events as requests of the size Pinterest takes."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import orjson
import pytest

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.sending.batches import requests_for, send_in_turn
from workbench.sending.request import SendRequest
from workbench.sending.sender import Sent

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


class Scripted:
    """Stands in for the sender: gives the outcomes it was told to."""

    def __init__(self, states: Sequence[State]) -> None:
        self.states = list(states)
        self.sent = 0

    def send(self, request: SendRequest, *, cancel: threading.Event | None = None) -> Sent:
        del cancel
        self.sent += 1
        return Sent(self.sent, request, Outcome(self.states[self.sent - 1], "", ""))


@pytest.mark.parametrize("state", [State.REFUSED, State.NOT_SENT, State.UNKNOWN])
def test_sending_stops_after_a_refusal_or_a_doubt(contract: Contract, state: State) -> None:
    sender = Scripted([State.PROCESSED, state, State.PROCESSED])
    assert len(list(send_in_turn(sender, requests(contract, events=45)))) == 2


def test_sending_goes_on_after_a_failed_event(contract: Contract) -> None:
    sender = Scripted([State.PARTLY_FAILED, State.FAILED, State.PROCESSED])
    assert len(list(send_in_turn(sender, requests(contract, events=45)))) == 3


def test_sending_stops_when_it_is_cancelled(contract: Contract) -> None:
    cancel = threading.Event()
    sender = Scripted([State.PROCESSED] * 3)
    for _sent in send_in_turn(sender, requests(contract, events=45), cancel=cancel):
        cancel.set()
    assert sender.sent == 1
