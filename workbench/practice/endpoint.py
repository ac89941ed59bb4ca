"""The practice endpoint without HTTP: what arrived in, the answer out."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.encoding import parse_json
from workbench.events.reading import read_body
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonValue
from workbench.judging.judge import Judge
from workbench.practice.address import Address, address_of
from workbench.practice.answers import Answer, Refusal, Result, Verdict, answer_to
from workbench.practice.body import BODY_BYTES_READ, ReadBody
from workbench.practice.faults import FaultQueue
from workbench.practice.rate import RateWindow
from workbench.practice.received import ReceivedRequest, Verdicts
from workbench.practice.refusal import refusal
from workbench.practice.rehearsal import AUTHENTICATION_FAILED, RehearsedRequest, rehearse
from workbench.practice.schema import body_shape
from workbench.practice.wording import event_row

_EXPIRED_TOKEN = "expired"  # noqa: S105 - a word that plays an expired token
_BAD_TOKEN_PREFIX = "bad"  # noqa: S105 - how a token starts that plays a wrong one
_SECRET_LENGTH = 20
_NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request as it came over HTTP."""

    method: str
    target: str
    authorization: str = field(repr=False)
    body: ReadBody
    user_agent: str = ""


@dataclass(frozen=True, slots=True)
class Handled:
    """``answer`` is None when the fault gives none."""

    answer: Answer | None
    received: ReceivedRequest


@dataclass(frozen=True, slots=True)
class _Parsed:
    value: JsonValue = None
    event_count: int = 0
    fault: str | None = None


class PracticeEndpoint:
    """Judges what arrives and answers in Pinterest's shapes. Safe to use from every thread.

    The order of the checks (path, method, token, ad account, size, JSON, schema, each event) is our choice: that of
    the real endpoint is not known. In a test only the first 20 events are judged and answered, while all are counted
    as received. Nobody outside knows what the real endpoint does with the rest; so the counts contradict the list on
    purpose, and whoever reads the answer must not call it good.
    """

    def __init__(self, *, judge: Judge, contract: Contract, clock: Callable[[], float], faults: FaultQueue) -> None:
        self._judge = judge
        self._contract = contract
        self._clock = clock
        self._faults = faults
        self._shape = body_shape(contract)
        self._rate = RateWindow()

    def receive(self, arrival: Arrival) -> Handled:
        """The answer to one request, and what may be told of it. Takes the next fault if the request is for events."""
        at = self._clock()
        address = address_of(arrival.target)
        if address is None:
            return self._elsewhere(arrival, at, Refusal(404, "There is nothing at this path."))
        if arrival.method != "POST":
            return self._elsewhere(arrival, at, Refusal(405, "This path takes POST only."), (("Allow", "POST"),))
        parsed = _parsed(arrival.body)
        token = _bearer_token(arrival.authorization)
        request = RehearsedRequest(
            token=token,
            body=arrival.body.data,
            event_count=parsed.event_count,
            row_count=min(parsed.event_count, self._most_rows(address)),
        )
        fault = self._faults.take()
        verdict = self._verdict(address, token, parsed, at)
        answer = rehearse(fault, verdict, request, contract=self._contract)
        received = ReceivedRequest(
            at=at,
            ad_account_id=address.ad_account_id,
            test=address.test,
            event_count=parsed.event_count,
            status=answer.status if answer else None,
            body=_without(token, arrival.body.data),
            fault=fault,
            user_agent=_sender(arrival.user_agent, token),
            verdicts=_verdicts(verdict, token),
        )
        return Handled(self._with_rate(answer, address, at), received)

    def _elsewhere(
        self, arrival: Arrival, at: float, verdict: Refusal, headers: tuple[tuple[str, str], ...] = ()
    ) -> Handled:
        answer = replace(answer_to(verdict, contract=self._contract), headers=headers)
        received = ReceivedRequest(
            at=at,
            ad_account_id="",
            test=False,
            event_count=0,
            status=verdict.status,
            body=b"",
            user_agent=_sender(arrival.user_agent, _bearer_token(arrival.authorization)),
            verdicts=Verdicts(refused=verdict.message),
        )
        return Handled(answer, received)

    def _verdict(self, address: Address, token: str, parsed: _Parsed, at: float) -> Verdict:
        if not token or token == _EXPIRED_TOKEN or token.startswith(_BAD_TOKEN_PREFIX):
            return Refusal(401, AUTHENTICATION_FAILED)
        found = (
            address.fault(longest_id=self._contract.limits["ad_account_id_digits"])
            or parsed.fault
            or refusal(parsed.value, self._shape)
        )
        if found:
            return Refusal(400, f"Invalid request: {found}")
        return self._judged(address, parsed, at)

    def _judged(self, address: Address, parsed: _Parsed, at: float) -> Verdict:
        try:
            reading = read_body(parsed.value, contract=self._contract)
        except InputError as error:
            return Refusal(400, f"Invalid request: {error.message}")
        judgement = self._judge.request(
            reading.events[: self._most_rows(address)],
            mode=Mode.TEST if address.test else Mode.LIVE,
            now=int(at),
            wire=True,
            findings=reading.findings,
        )
        return Result(parsed.event_count, tuple(map(event_row, judgement.events)))

    def _most_rows(self, address: Address) -> int:
        return self._contract.limits["events_per_test_request" if address.test else "events_per_request"]

    def _with_rate(self, answer: Answer | None, address: Address, at: float) -> Answer | None:
        usual = self._rate.count(address.ad_account_id, now=at)
        return replace(answer, headers=usual) if answer and not answer.headers else answer


def _parsed(body: ReadBody) -> _Parsed:
    if not body.fits:
        return _Parsed(fault=f"the body is larger than {BODY_BYTES_READ // 1024 // 1024} MiB")
    try:
        value = parse_json(body.data, what="The body")
    except InputError as error:
        return _Parsed(fault=error.message)
    events = value.get("data") if isinstance(value, dict) else None
    return _Parsed(value, len(events) if isinstance(events, list) else 0)


def _verdicts(verdict: Verdict, token: str) -> Verdicts:
    if isinstance(verdict, Refusal):
        return Verdicts(refused=_untold(token, verdict.message))
    warned = sum(row.processed and bool(row.warning) for row in verdict.rows)
    return Verdicts(processed=verdict.processed, warned=warned, failed=len(verdict.rows) - verdict.processed)


def _sender(user_agent: str, token: str) -> str:
    """What the sender calls itself, on one line of bounded length."""
    return " ".join(_untold(token, user_agent).split())[:_NAME_LENGTH]


def _untold(token: str, text: str) -> str:
    return text.replace(token, "[token]") if len(token) >= _SECRET_LENGTH else text


def _without(token: str, body: bytes) -> bytes:
    """The body without the token, should a sender have put it there; a short token may be a word that belongs there."""
    return body.replace(token.encode("latin-1", "replace"), b"[token]") if len(token) >= _SECRET_LENGTH else body


def _bearer_token(authorization: str) -> str:
    scheme, _, token = authorization.strip().partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
