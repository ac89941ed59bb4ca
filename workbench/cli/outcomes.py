"""Outcomes of sends as JSON and as text."""

from collections.abc import Iterable, Sequence
from typing import Any

from workbench.cli.output import coloured
from workbench.events.outcome import EventVerdict, Outcome, State


def verdict_row(verdict: EventVerdict, offset: int = 0) -> dict[str, Any]:
    """One event's verdict as the JSON output has it."""
    return {
        "index": verdict.index + offset,
        "status": verdict.status,
        "error": verdict.error,
        "warnings": list(verdict.warnings),
        "path": verdict.path,
    }


def outcome_row(outcome: Outcome, offset: int = 0) -> dict[str, Any]:
    """One request's outcome as the JSON output has it."""
    return {
        "verdict": outcome.state.value,
        "cause": outcome.cause,
        "fix": outcome.fix,
        "received": outcome.received,
        "processed": outcome.processed,
        "events": [verdict_row(each, offset) for each in outcome.verdicts],
    }


_WORST_LAST = (
    State.PROCESSED,
    State.WARNINGS,
    State.PARTLY_FAILED,
    State.FAILED,
    State.REFUSED,
    State.NOT_SENT,
    State.UNCLEAR,
    State.UNKNOWN,
    State.PENDING,
)


def worst_of(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcome by which a send of several requests is called."""
    return max(outcomes, key=lambda each: _WORST_LAST.index(each.state))


def print_outcome(outcome: Outcome, *, names: Iterable[str] = ()) -> None:
    """One outcome for people."""
    tone = "good" if outcome.state.good else "error"
    print(coloured(outcome.state.value.replace("-", " "), tone))
    for sentence in (outcome.cause, outcome.fix):
        if sentence:
            print(f"  {sentence}")
    if outcome.received is not None:
        print(f"  received {outcome.received}, processed {outcome.processed}")
    called = list(names)
    for verdict in outcome.verdicts:
        told = "; ".join(part for part in (verdict.error, *verdict.warnings) if part)
        name = f" {called[verdict.index]}" if verdict.index < len(called) else ""
        print(f"  event {verdict.index}{name}: {verdict.status}{f': {told}' if told else ''}")
