"""Requests delivered in turn or side by side: paced, patient, stopped in time, and told of in order."""

import threading
from collections.abc import Sequence

import pytest

from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.ground.errors import MachineError
from workbench.sending.delivery import Delivery, Waiting
from workbench.sending.pace import Pace
from workbench.sending.patience import Patience
from workbench.sending.request import SendRequest
from workbench.sending.sender import Sent

LIMIT = 10.0  # seconds after which a waiting test has failed
AGAIN = Outcome(State.REFUSED, "Too many.", "", retryable=True)
GOOD = Outcome(State.PROCESSED, "", "")


def requests(count: int) -> tuple[SendRequest, ...]:
    return tuple(
        SendRequest(account_name="Shop", ad_account_id="1", mode=Mode.LIVE, body=b"%d" % number, event_count=1)
        for number in range(count)
    )


class Scripted:
    """Stands in for the sender: gives each request, known by its body, the outcomes it was told to, in turn."""

    def __init__(self, outcomes: Sequence[Sequence[Outcome | Exception]]) -> None:
        self.outcomes = [list(each) for each in outcomes]
        self.order: list[int] = []
        self._lock = threading.Lock()

    def send(self, request: SendRequest, *, cancel: threading.Event | None = None) -> Sent:
        del cancel
        number = int(request.body)
        with self._lock:
            self.order.append(number)
            row_id = len(self.order)
            outcome = self.outcomes[number].pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return Sent(row_id, request, outcome)


class Waits:
    """Takes the place of waiting, and remembers for how long."""

    def __init__(self, *, cancel: threading.Event | None = None) -> None:
        self.seconds: list[float] = []
        self._cancel = cancel

    def __call__(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        if self._cancel is not None:
            self._cancel.set()
        return self._cancel is not None


def delivery(
    sender: Scripted,
    *,
    waits: Waits | None = None,
    cancel: threading.Event | None = None,
    told: list[Waiting] | None = None,
    at_once: int = 1,
    pace: Pace | None = None,
) -> Delivery:
    return Delivery(
        sender=sender,
        patience=Patience(retries=2, first_wait=1.0),
        pace=pace or Pace(),
        cancel=cancel,
        at_once=at_once,
        tell=told.append if told is not None else None,
        wait=waits or Waits(),
    )


@pytest.mark.parametrize("state", [State.REFUSED, State.NOT_SENT, State.UNKNOWN])
def test_delivery_stops_after_a_refusal_or_a_doubt(state: State) -> None:
    sender = Scripted([[GOOD], [Outcome(state, "", "")], [GOOD]])
    assert len(list(delivery(sender).deliver(requests(3)))) == 2


def test_delivery_goes_on_after_a_failed_event() -> None:
    sender = Scripted([[Outcome(State.PARTLY_FAILED, "", "")], [Outcome(State.FAILED, "", "")], [GOOD]])
    assert len(list(delivery(sender).deliver(requests(3)))) == 3


def test_delivery_stops_when_it_is_cancelled() -> None:
    cancel = threading.Event()
    sender = Scripted([[GOOD], [GOOD], [GOOD]])
    for _sent in delivery(sender, cancel=cancel).deliver(requests(3)):
        cancel.set()
    assert sender.order == [0]


def test_delivery_sends_again_what_was_certainly_not_taken() -> None:
    sender = Scripted([[AGAIN, AGAIN, GOOD]])
    (sent,) = delivery(sender).deliver(requests(1))
    assert sent.outcome is GOOD


def test_delivery_names_the_rows_of_the_attempts_in_vain() -> None:
    sender = Scripted([[AGAIN, AGAIN, GOOD]])
    (sent,) = delivery(sender).deliver(requests(1))
    assert (sent.earlier_row_ids, sent.row_id) == ((1, 2), 3)


def test_delivery_gives_up_after_its_retries_and_tells_the_last_outcome() -> None:
    sender = Scripted([[AGAIN] * 3])
    (sent,) = delivery(sender).deliver(requests(1))
    assert (sent.outcome.state, len(sender.order)) == (State.REFUSED, 3)


def test_delivery_waits_between_attempts() -> None:
    waits = Waits()
    list(delivery(Scripted([[AGAIN, AGAIN, GOOD]]), waits=waits).deliver(requests(1)))
    assert waits.seconds == [1.0, 2.0]


def test_delivery_tells_which_request_waits_and_why() -> None:
    told: list[Waiting] = []
    list(delivery(Scripted([[GOOD], [AGAIN, GOOD]]), told=told).deliver(requests(2)))
    assert told == [Waiting(1, 1.0, "Too many.")]


def test_delivery_cancelled_during_a_wait_keeps_the_last_outcome() -> None:
    cancel = threading.Event()
    sender = Scripted([[AGAIN, GOOD]])
    (sent,) = delivery(sender, waits=Waits(cancel=cancel), cancel=cancel).deliver(requests(1))
    assert (sent.outcome, sender.order) == (AGAIN, [0])


def test_delivery_never_repeats_an_unknown_outcome() -> None:
    sender = Scripted([[Outcome(State.UNKNOWN, "", ""), GOOD]])
    list(delivery(sender).deliver(requests(1)))
    assert sender.order == [0]


def test_delivery_waits_for_its_pace() -> None:
    waits = Waits()
    pace = Pace(per_second=2, clock=lambda: 0.0)
    list(delivery(Scripted([[GOOD]] * 3), waits=waits, pace=pace).deliver(requests(3)))
    assert waits.seconds == [0.5, 1.0]


def test_delivery_learns_the_rate_limit_from_answers() -> None:
    waits = Waits()
    spent = Outcome(State.PROCESSED, "", "", headers={"x-ratelimit-remaining": "0", "x-ratelimit-reset": "30"})
    list(delivery(Scripted([[spent], [GOOD]]), waits=waits, pace=Pace(clock=lambda: 0.0)).deliver(requests(2)))
    assert waits.seconds == [30.0]


class Meeting(Scripted):
    """Lets a send end only once so many are under way."""

    def __init__(self, outcomes: Sequence[Sequence[Outcome | Exception]], *, parties: int) -> None:
        super().__init__(outcomes)
        self._barrier = threading.Barrier(parties)

    def send(self, request: SendRequest, *, cancel: threading.Event | None = None) -> Sent:
        self._barrier.wait(LIMIT)
        return super().send(request, cancel=cancel)


def test_delivery_has_as_many_under_way_as_asked() -> None:
    sender = Meeting([[GOOD]] * 4, parties=4)
    assert len(list(delivery(sender, at_once=4).deliver(requests(4)))) == 4


class Backwards(Scripted):
    """The first request ends last."""

    def __init__(self) -> None:
        super().__init__([[GOOD]] * 2)
        self._second_ended = threading.Event()

    def send(self, request: SendRequest, *, cancel: threading.Event | None = None) -> Sent:
        if request.body == b"0":
            assert self._second_ended.wait(LIMIT)
        sent = super().send(request, cancel=cancel)
        self._second_ended.set()
        return sent


def test_delivery_side_by_side_tells_results_in_the_order_of_the_requests() -> None:
    sender = Backwards()
    told = [sent.request.body for sent in delivery(sender, at_once=2).deliver(requests(2))]
    assert (sender.order, told) == ([1, 0], [b"0", b"1"])


def test_delivery_side_by_side_starts_none_after_a_refusal() -> None:
    refused = Outcome(State.REFUSED, "", "")
    sender = Meeting([[refused], [refused], [GOOD], [GOOD]], parties=2)
    assert len(list(delivery(sender, at_once=2).deliver(requests(4)))) == 2


def test_delivery_side_by_side_tells_what_was_sent_beside_a_fault() -> None:
    sender = Meeting([[MachineError("The disk is full.")], [GOOD], [GOOD]], parties=2)
    told: list[Sent] = []
    with pytest.raises(MachineError, match="disk is full"):
        told.extend(delivery(sender, at_once=2).deliver(requests(3)))
    assert [sent.request.body for sent in told] == [b"1"]


def test_delivery_takes_no_more_than_four_at_once() -> None:
    assert delivery(Scripted([]), at_once=50)._at_once == 4
