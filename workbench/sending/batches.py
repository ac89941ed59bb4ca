"""Many events as requests of the size Pinterest takes."""

from collections.abc import Sequence

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.encoding import encode_json
from workbench.events.payload import request_body
from workbench.ground.json_types import JsonObject
from workbench.sending.pace import Pace
from workbench.sending.request import DEFAULT_ENDPOINT, SendRequest


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


def pace_for(requests: Sequence[SendRequest], *, contract: Contract) -> Pace:
    """The pace of these requests: Pinterest's page on rate limits allows an app ten test requests in a second."""
    testing = any(each.mode is Mode.TEST for each in requests)
    return Pace(per_second=contract.limits["test_requests_per_second"] if testing else None)
