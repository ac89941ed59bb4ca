"""Many events as requests of the size Pinterest takes, sent one after the other."""

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.encoding import encode_json
from workbench.events.outcome import State
from workbench.events.payload import request_body
from workbench.ground.json_types import JsonObject
from workbench.sending.request import DEFAULT_ENDPOINT, SendRequest
from workbench.sending.sender import Sent

# After these, the next request could only fail the same way, or nobody can tell what happened to this one.
_STOPS = frozenset({State.REFUSED, State.NOT_SENT, State.UNKNOWN})


class Sends(Protocol):
    """What sends one request."""

    def send(self, request: SendRequest, *, cancel: threading.Event | None = None) -> Sent: ...


def requests_for(
    payloads: Sequence[JsonObject],
    *,
    account_name: str,
    ad_account_id: str,
    mode: Mode,
    contract: Contract,
    endpoint: str = DEFAULT_ENDPOINT,
) -> tuple[SendRequest, ...]:
    """Requests of at most 20 events in test and practice, 1,000 live, in order. Raises InputError on a bad account."""
    size = contract.limits["events_per_request" if mode is Mode.LIVE else "events_per_test_request"]
    return tuple(
        SendRequest(
            account_name=account_name,
            ad_account_id=ad_account_id,
            mode=mode,
            body=encode_json(request_body(payloads[start : start + size])),
            event_count=len(payloads[start : start + size]),
            endpoint=endpoint,
        )
        for start in range(0, len(payloads), size)
    )


def send_in_turn(
    sender: Sends,
    requests: Sequence[SendRequest],
    *,
    cancel: threading.Event | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Sent]:
    """Sends each request when the one before has its outcome; stops after a refusal, a doubt, or a cancel."""
    for number, request in enumerate(requests):
        if cancel is not None and cancel.is_set():
            return
        sent = sender.send(request, cancel=cancel)
        yield sent
        if progress is not None:
            progress(number + 1, len(requests))
        if sent.outcome.state in _STOPS:
            return
