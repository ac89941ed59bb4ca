"""Answers in the shapes that Pinterest publishes: Error, DetailedError and ConversionApiResponse."""

from dataclasses import dataclass
from typing import TypeAlias

from workbench.contract.loading import Contract
from workbench.events.encoding import encode_json
from workbench.ground.json_types import JsonObject, JsonValue

JSON = "application/json"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer before it is written. ``headers`` are those that depend on the request."""

    status: int
    body: bytes
    content_type: str = JSON
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """What the answer says of one event. ``warning`` joins several with "; ", as the real endpoint does; "" is none."""

    processed: bool
    error: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """The request is refused as a whole."""

    status: int
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """The request was taken. ``received`` counts its events; there may be fewer rows than events in a test."""

    received: int
    rows: tuple[EventRow, ...]

    @property
    def processed(self) -> int:
        """How many events were processed."""
        return sum(row.processed for row in self.rows)


Verdict: TypeAlias = Refusal | Result

NOT_ALL_PROCESSED = "Not all events were successfully processed."


def answer_to(verdict: Verdict, *, contract: Contract) -> Answer:
    """The verdict as Pinterest would write it.

    A request of which nothing was processed is a 422 with the usual object in ``details`` (observed); a mixed one is a
    200 (Pinterest's guide).
    """
    if isinstance(verdict, Refusal):
        return Answer(verdict.status, encode_json(_error(verdict, contract)))
    result = _conversion_api_response(verdict)
    if verdict.processed:
        return Answer(200, encode_json(result))
    detailed: JsonObject = {"code": code_of(422, contract), "message": NOT_ALL_PROCESSED, "details": result}
    return Answer(422, encode_json(detailed))


def code_of(status: int, contract: Contract) -> int:
    """Pinterest's own code for a status; the status itself where none is known."""
    known = contract.responses.get(status)
    return known.code if known is not None and known.code is not None else status


def _error(refusal: Refusal, contract: Contract) -> JsonObject:
    error: JsonObject = {"code": code_of(refusal.status, contract), "message": refusal.message}
    if refusal.status == 401:
        error["status"] = "failure"  # measured: the real 401 carries it
    return error


def _conversion_api_response(result: Result) -> JsonObject:
    rows: list[JsonValue] = [
        {
            "status": "processed" if row.processed else "failed",
            "error_message": row.error,
            "warning_message": row.warning,
        }
        for row in result.rows
    ]
    return {"num_events_received": result.received, "num_events_processed": result.processed, "events": rows}
