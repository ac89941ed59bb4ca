"""Which events of a captured request arrived before, in an earlier one for the same ad account."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.contract.loading import Contract
from workbench.events.encoding import parse_json
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject
from workbench.judging.duplicates import SeenEvent, seen_problems
from workbench.judging.problem import Problem
from workbench.practice.captures import Capture


def arrived_before(
    payloads: Sequence[JsonObject], capture: Capture, earlier: Iterable[Capture], *, contract: Contract
) -> Mapping[int, Problem]:
    """For each event of ``capture`` that an earlier one brought within Pinterest's 48 hours, what Pinterest would do.

    ``payloads`` are its events; captures that came later, or for another ad account, are passed over.
    """
    seen = [
        event
        for each in earlier
        if each.number < capture.number and each.request.ad_account_id == capture.request.ad_account_id
        for event in _events(each)
    ]
    return seen_problems(payloads, seen, now=int(capture.request.at), contract=contract)


def _events(capture: Capture) -> Iterator[SeenEvent]:
    try:
        body = parse_json(capture.request.body)
    except InputError:
        return
    data = body.get("data") if isinstance(body, dict) else None
    for event in data if isinstance(data, list) else []:
        if isinstance(event, dict):
            custom_data = event.get("custom_data")
            order_id = custom_data.get("order_id") if isinstance(custom_data, dict) else None
            yield SeenEvent(
                event_name=_text(event.get("event_name")),
                event_id=_text(event.get("event_id")),
                order_id=_text(order_id),
                sent_at=capture.request.at,
                where=f"request {capture.number}",
                how="arrived here",
            )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
