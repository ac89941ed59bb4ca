"""A 200 or a 422 as an outcome: good only when status, both counts, the list's length and every result agree."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.contract.loading import Contract
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.sending.decoding import Report, Row, find_report, message, read_report
from workbench.sending.failures import RESEND
from workbench.sending.messages import Messages

_NOT_ALL = 422  # "Not all events were successfully processed"
_MOST_FIXES = 3


def explain_results(
    status: int, answer: Mapping[str, Any], *, expected: int | None, messages: Messages, contract: Contract
) -> Outcome:
    """What the answer says of each event. ``expected`` is the number of events sent, None when it is not known."""
    holder = find_report(answer) if status == _NOT_ALL else answer
    if holder is None:
        return _undetailed(answer, expected=expected, messages=messages, contract=contract)
    report = read_report(holder, complete=status != _NOT_ALL)
    if not report.oddities and report.processed is None and "events" not in holder:
        return _undetailed(answer, expected=expected, messages=messages, contract=contract)
    count = expected if expected is not None else (report.received if report.received is not None else len(report.rows))
    verdicts = _verdicts(report.rows[:count], expected or 0, messages)
    oddities = (*report.oddities, *_contradictions(status, report, count, listed="events" in holder))
    if oddities:
        cause = f"The answer does not add up: {'; '.join(oddities)}.{_first_error(verdicts)}"
        state, fix = State.UNCLEAR, f"Do not count these events as taken. {RESEND}"
    else:
        state = _state(report, count)
        cause, fix = _words(state, verdicts, report, count, messages=messages, contract=contract)
    return Outcome(
        state, cause, fix, status=status, received=report.received, processed=report.processed, verdicts=verdicts
    )


def explain_unreadable(status: int, fault: str, *, expected: int | None) -> Outcome:
    """A 2xx or 422 whose body is no JSON object: never good, whatever the status says."""
    cause = f"HTTP {status}, but {fault}. Whether the events were processed cannot be told from it."
    fix = f"A proxy, a firewall or a sign-in page may have answered in Pinterest's place. {RESEND}"
    return Outcome(State.UNCLEAR, cause, fix, status=status, verdicts=_verdicts((), expected or 0, None))


def _contradictions(status: int, report: Report, count: int, *, listed: bool) -> Iterator[str]:
    processed = sum(row.status == "processed" for row in report.rows)
    if status not in {200, _NOT_ALL}:
        yield f"the HTTP status is {status} instead of 200"
    if count == 0:
        yield "it is about no event at all"
    if report.received is not None and report.received != count:
        yield f"it counts {report.received} received, and {count} were sent"
    if listed and len(report.rows) != count:
        yield f"it has {_some(len(report.rows), 'result')} for {_some(count, 'event')}"
    if listed and report.processed is not None and report.processed != processed:
        yield f"it counts {report.processed} processed, but calls {processed} of its results processed"
    if status == _NOT_ALL and count in {processed, report.processed}:
        yield "it calls every event processed, and yet its status 422 says otherwise"


def _state(report: Report, count: int) -> State:
    processed = sum(row.status == "processed" for row in report.rows) if report.rows else report.processed
    if processed == 0:
        return State.FAILED
    if processed != count:
        return State.PARTLY_FAILED
    return State.WARNINGS if any(row.warnings for row in report.rows) else State.PROCESSED


def _verdicts(rows: tuple[Row, ...], expected: int, messages: Messages | None) -> tuple[EventVerdict, ...]:
    """Result *i* joined to event *i*; an expected event without a result is ``unknown``."""
    padded = (*rows, *(Row("unknown") for _ in range(expected - len(rows))))
    return tuple(
        EventVerdict(index, row.status, row.error, row.warnings, _path(row, messages))
        for index, row in enumerate(padded)
    )


def _path(row: Row, messages: Messages | None) -> str | None:
    texts = (*((row.error,) if row.error else ()), *row.warnings)
    if messages is None:
        return None
    return next((path for path in (messages.meaning(text).path for text in texts) if path), None)


def _words(
    state: State,
    verdicts: tuple[EventVerdict, ...],
    report: Report,
    count: int,
    *,
    messages: Messages,
    contract: Contract,
) -> tuple[str, str]:
    if state.good:
        warnings = [text for verdict in verdicts for text in verdict.warnings]
        taken = f"Pinterest processed {'the event' if count == 1 else f'all {count} events'}"
        if not warnings:
            return f"{taken}.", ""
        listed = f": “{warnings[0]}”" if len(warnings) == 1 else ""
        return f"{taken}, with {_some(len(warnings), 'warning')}{listed}.", _fixes(warnings, messages)
    errors = [verdict.error for verdict in verdicts if verdict.status == "failed" and verdict.error]
    meant = messages.meaning(errors[0]).cause if errors else ""
    cause = f"{_taken(state, report, count)}{_first_error(verdicts)} {meant}".strip()
    return cause, f"{_fixes(errors, messages)} {contract.responses[_NOT_ALL].fix}".strip()


def _taken(state: State, report: Report, count: int) -> str:
    if state is State.FAILED:
        return "Pinterest did not process the event." if count == 1 else f"Pinterest processed none of {count} events."
    processed = sum(row.status == "processed" for row in report.rows) if report.rows else report.processed
    return f"Pinterest processed {processed} of {count} events."


def _first_error(verdicts: tuple[EventVerdict, ...]) -> str:
    first = next((verdict for verdict in verdicts if verdict.status == "failed" and verdict.error), None)
    if first is None:
        return ""
    return f" {'It says' if len(verdicts) == 1 else f'Event {first.index + 1} failed'}: “{first.error}”."


def _undetailed(answer: Mapping[str, Any], *, expected: int | None, messages: Messages, contract: Contract) -> Outcome:
    """A 422 that tells nothing of single events."""
    said = message(answer.get("message")) or ""
    meaning = messages.meaning(said)
    alone = expected == 1
    cause = "Pinterest did not process the event." if alone else "Pinterest did not process all events."
    cause += f" It says: “{said}”. {meaning.cause}".rstrip() if said else ""
    if alone:
        verdicts: tuple[EventVerdict, ...] = (EventVerdict(0, "failed", said or None, (), meaning.path),)
    else:
        cause += " It does not say which: some may have been accepted."
        verdicts = _verdicts((), expected or 0, None)
    state = State.FAILED if alone else State.PARTLY_FAILED
    fix = f"{meaning.fix} {contract.responses[_NOT_ALL].fix}".strip()
    return Outcome(state, cause, fix, status=_NOT_ALL, verdicts=verdicts)


def _fixes(texts: Iterable[str], messages: Messages) -> str:
    found = dict.fromkeys(messages.meaning(text).fix for text in texts)
    return " ".join([fix for fix in found if fix][:_MOST_FIXES])


def _some(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
