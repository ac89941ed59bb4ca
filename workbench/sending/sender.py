"""One request from token to recorded outcome: nothing leaves before it is written down, and nothing is left open."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.ground.errors import InputError, explain_error
from workbench.ground.json_types import JsonObject
from workbench.sending.answer import explain_answer
from workbench.sending.failures import RESEND, NotSent, OutcomeUnknown
from workbench.sending.headers import kept_headers
from workbench.sending.pinterest import Transport
from workbench.sending.ports import Ledger, TokenSource
from workbench.sending.redaction import redact, redact_bytes, worth_hiding
from workbench.sending.refusals import refuses
from workbench.sending.reply import Answer
from workbench.sending.request import SendRequest


@dataclass(frozen=True, slots=True)
class Sent:
    """A request and what became of it. ``unrecorded`` says why the outcome could not be stored; "" when it was.

    ``earlier_row_ids`` are the history rows of earlier attempts, of which certainly nothing was taken.
    """

    row_id: int
    request: SendRequest
    outcome: Outcome
    unrecorded: str = ""
    earlier_row_ids: tuple[int, ...] = ()


class Sender:
    """Sends requests one at a time; may be shared by threads as far as its parts may.

    A token goes to Pinterest's own host or stays on this computer; ``any_host`` is for one that was given for just this
    endpoint.
    """

    def __init__(
        self,
        *,
        tokens: TokenSource,
        ledger: Ledger,
        transport: Transport,
        contract: Contract,
        clock: Callable[[], float] = time.time,
        any_host: bool = False,
    ) -> None:
        self._tokens = tokens
        self._ledger = ledger
        self._transport = transport
        self._contract = contract
        self._clock = clock
        self._any_host = any_host

    def send(self, request: SendRequest, *, cancel: threading.Event | None = None) -> Sent:
        """Sends and records. Every failure of the exchange is an outcome, not an exception.

        Raises what the token source raises, InputError for a host the token may not go to or when the token stands in
        the events, and what the ledger raises
        when the request cannot be written down first: in these cases nothing was sent.
        """
        if not (request.at_home or self._any_host):
            raise InputError(
                f"The stored token of {request.account_name} does not go to {request.host}: that is not Pinterest's.",
                fix="For a host of your own, give the token for one command in WORKBENCH_TOKEN. Nothing was sent.",
            )
        token = self._tokens.token(request.ad_account_id)
        if worth_hiding(token) and token.encode() in request.body:
            raise InputError(
                "The conversion token stands in one of the events.",
                fix="Remove it from there: events are stored and shown. Nothing was sent.",
            )
        row_id = self._ledger.begin(
            account_name=request.account_name,
            ad_account_id=request.ad_account_id,
            mode=request.mode,
            url=request.url,
            body=request.body,
            at=self._clock(),
        )
        try:
            outcome = self._outcome(request, token, cancel)
        except BaseException:  # also Ctrl+C: a row must never stay pending while its process lives
            self._record(
                row_id, Outcome(State.UNKNOWN, "The send was interrupted by a fault in the workbench.", RESEND)
            )
            raise
        return Sent(row_id, request, outcome, unrecorded=self._record(row_id, outcome))

    def _outcome(self, request: SendRequest, token: str, cancel: threading.Event | None) -> Outcome:
        started = time.monotonic()
        try:
            answer = self._transport.post(request, token=token, cancel=cancel)
        except NotSent as error:
            elapsed = time.monotonic() - started
            return Outcome(State.NOT_SENT, error.message, error.fix, elapsed=elapsed, retryable=error.retryable)
        except OutcomeUnknown as error:
            return self._interrupted(error, request, token, elapsed=time.monotonic() - started)
        return self._explained(_redacted(answer, token), request)

    def _explained(self, answer: Answer, request: SendRequest) -> Outcome:
        outcome = explain_answer(
            answer.status,
            answer.body,
            headers=answer.headers,
            event_count=request.event_count,
            sent=_events(request.body) if answer.status == HTTPStatus.BAD_REQUEST else None,
            contract=self._contract,
            truncated=answer.truncated,
        )
        if request.mode is Mode.PRACTICE:
            # The same meaning, but it was not Pinterest who said so.
            outcome = replace(outcome, cause=outcome.cause.replace("Pinterest ", "The practice endpoint "))
        return replace(outcome, elapsed=answer.elapsed)

    def _interrupted(self, error: OutcomeUnknown, request: SendRequest, token: str, *, elapsed: float) -> Outcome:
        if error.partial is None:
            return Outcome(State.UNKNOWN, error.message, error.fix, elapsed=elapsed)
        partial = _redacted(error.partial, token)
        if refuses(partial.status):
            return self._explained(partial, request)  # such a status is decisive, however its body ended
        return Outcome(
            State.UNKNOWN,
            error.message,
            error.fix,
            status=partial.status,
            answer=partial.body,
            headers=kept_headers(partial.headers),
            elapsed=elapsed,
        )

    def _record(self, row_id: int, outcome: Outcome) -> str:
        """Writes the outcome down; returns why that failed, or ""."""
        try:
            self._ledger.finish(row_id, outcome, at=self._clock())
        except Exception as error:  # noqa: BLE001 - the request is out: its outcome must reach the screen regardless
            explained = explain_error(error)
            return f"{explained.message} {explained.fix}".strip()
        return ""


def _events(body: bytes) -> list[JsonObject] | None:
    """The events of a body, to find in them what the answer speaks of."""
    try:
        events = json.loads(body)["data"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return [event for event in events if isinstance(event, dict)] if isinstance(events, list) else None


def _redacted(answer: Answer, token: str) -> Answer:
    """The answer without the token, before anything else sees it."""
    headers = {name: redact(text, secrets=(token,)) for name, text in answer.headers.items()}
    return replace(answer, headers=headers, body=redact_bytes(answer.body, secrets=(token,)))
