"""A captured request looked at closely: each event read back and judged as on the wire, and what they cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json, parse_json
from workbench.events.reading import read_body
from workbench.ground.errors import InputError
from workbench.judging.batch_coverage import BatchCoverage, coverage_of
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem
from workbench.judging.readback import summary
from workbench.practice.answers import EventRow
from workbench.practice.arrived_before import arrived_before
from workbench.practice.captures import Capture
from workbench.practice.wording import event_row

_NO_BODY = "No body was kept: it was empty, too large, or sent to another path than that of the events."


@dataclass(frozen=True, slots=True)
class ExaminedEvent:
    """One event in a sentence, what is wrong with it, and what the answer says of it."""

    summary: str
    problems: tuple[Problem, ...]
    row: EventRow


@dataclass(frozen=True, slots=True)
class Examination:
    """What a captured request holds. ``complaint`` says why there are no events, or not all of them; "" otherwise.

    ``body`` is laid out for reading, or as it came when it is no JSON. ``problems`` are those of the whole request.
    """

    body: str
    complaint: str
    problems: tuple[Problem, ...]
    events: tuple[ExaminedEvent, ...]
    coverage: BatchCoverage
    drafts: tuple[Draft, ...]


def examine(capture: Capture, *, judge: Judge, contract: Contract, earlier: Sequence[Capture] = ()) -> Examination:
    """Judges what arrived by the clock of its arrival, so that the problems are those of the answer it got.

    What ``earlier`` captures brought already is told beyond the answer: the endpoint judges each request by itself.
    """
    request = capture.request
    if not request.body:
        return _complaint("", _NO_BODY, contract)
    try:
        value = parse_json(request.body, what="The body")
    except InputError as error:
        return _complaint(request.body.decode(errors="replace"), f"{error.message} {error.fix}".strip(), contract)
    body = encode_json(value, pretty=True).decode()
    try:
        reading = read_body(value, contract=contract)
    except InputError as error:
        return _complaint(body, f"{error.message} {error.fix}".strip(), contract)
    most = contract.limits["events_per_request"]
    events = reading.events[:most]
    judged = judge.request(
        events,
        mode=Mode.TEST if request.test else Mode.LIVE,
        now=int(request.at),
        wire=True,
        findings=reading.findings,
    )
    payloads = [event.payload for event in judged.events]
    again = arrived_before(payloads, capture, earlier, contract=contract)
    return Examination(
        body=body,
        complaint=f"Only its first {most:,} events are shown." if len(reading.events) > most else "",
        problems=judged.problems,
        events=_events(judged.events, again, contract=contract, now=int(request.at)),
        coverage=coverage_of(payloads, contract=contract),
        drafts=tuple(event.draft for event in events),
    )


def _events(
    judged: Sequence[Judgement], again: Mapping[int, Problem], *, contract: Contract, now: int
) -> tuple[ExaminedEvent, ...]:
    return tuple(
        ExaminedEvent(
            summary=summary(event.payload, contract=contract, now=now),
            problems=(again[index], *event.problems) if index in again else event.problems,
            row=event_row(event),
        )
        for index, event in enumerate(judged)
    )


def _complaint(body: str, complaint: str, contract: Contract) -> Examination:
    return Examination(body, complaint, (), (), coverage_of((), contract=contract), ())
