"""What an ordered fault makes of the answer that a request would have got."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from workbench.contract.loading import Contract
from workbench.practice.answers import HTML, JSON, Answer, EventRow, Refusal, Result, Verdict, answer_to
from workbench.practice.faults import Fault
from workbench.practice.rate import rate_headers

AUTHENTICATION_FAILED = "Authentication failed."

_EVENT_FAILED = "The event could not be processed."
_RETRY_SECONDS = 2
_REFUSALS: Mapping[Fault, Refusal] = {
    Fault.UNAUTHORIZED: Refusal(401, AUTHENTICATION_FAILED),
    Fault.FORBIDDEN: Refusal(403, "You are not permitted to access that resource."),
    Fault.NOT_FOUND: Refusal(404, "AdAccount not found."),
    Fault.UNAVAILABLE: Refusal(503, "The endpoint has been ramped down and is currently not accepting any traffic."),
}
_TOO_MANY = Refusal(
    429,
    "This request exceeded a rate limit. This can happen if the client exceeds one of the published rate limits "
    "within a short time window.",
)
_GATEWAY_PAGE = b"<!doctype html><html><head><title>500 Internal Server Error</title></head><body></body></html>\n"
_LOGIN_PAGE = b"<!doctype html><html><head><title>Sign in to the network</title></head><body></body></html>\n"
_PAGES: Mapping[Fault, Answer] = {
    Fault.SERVER_ERROR_HTML: Answer(500, _GATEWAY_PAGE, HTML),
    Fault.HTML: Answer(200, _LOGIN_PAGE, HTML),
    Fault.EMPTY: Answer(200, b"", JSON),
}


@dataclass(frozen=True, slots=True)
class RehearsedRequest:
    """What a fault may need of the request. ``row_count`` is the number of events that get a row."""

    token: str = field(repr=False)
    body: bytes = field(repr=False)
    event_count: int
    row_count: int


def rehearse(fault: Fault | None, usual: Verdict, request: RehearsedRequest, *, contract: Contract) -> Answer | None:
    """The answer to a request that met ``fault`` (None: the usual one); None when it gets no answer.

    ``slow`` and ``truncated`` are about how the answer travels: here they change nothing.
    """
    if fault is None:
        return answer_to(usual, contract=contract)
    if fault in {Fault.SILENT, Fault.RESET}:
        return None
    if fault in _PAGES:
        return _PAGES[fault]
    if fault is Fault.RATE_LIMITED:
        headers = (*rate_headers(remaining=0, reset=_RETRY_SECONDS), ("Retry-After", str(_RETRY_SECONDS)))
        return replace(answer_to(_TOO_MANY, contract=contract), headers=headers)
    return answer_to(_verdict(fault, usual, request), contract=contract)


def _verdict(fault: Fault, usual: Verdict, request: RehearsedRequest) -> Verdict:
    if fault in _REFUSALS:
        return _REFUSALS[fault]
    if fault is Fault.UNKNOWN_KEY:
        name = _key_not_in(request.body)
        return Refusal(400, f"Invalid request: Additional properties are not allowed ('{name}' was unexpected)")
    if fault is Fault.ECHO_TOKEN:
        return Refusal(401, f"Authentication failed for the token {request.token}.")
    if fault is Fault.UNPROCESSABLE:
        return Result(request.event_count, (EventRow(processed=False, error=_EVENT_FAILED),) * request.row_count)
    if isinstance(usual, Result) and fault in _CHANGES:
        return _CHANGES[fault](usual)
    return usual


def _every_second_failed(result: Result) -> Result:
    failed = EventRow(processed=False, error=_EVENT_FAILED)
    return replace(result, rows=tuple(failed if index % 2 else row for index, row in enumerate(result.rows)))


def _one_received_too_many(result: Result) -> Result:
    return replace(result, received=result.received + 1)


_CHANGES: Mapping[Fault, Callable[[Result], Result]] = {
    Fault.MIXED: _every_second_failed,
    Fault.WRONG_COUNTS: _one_received_too_many,
}


def _key_not_in(body: bytes) -> str:
    """A name that the body does not hold, so that whoever looks for it there must find nothing."""
    name, number = "category_name", 1
    while f'"{name}"'.encode() in body:
        number += 1
        name = f"category_name_{number}"
    return name
