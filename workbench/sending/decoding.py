"""The body of an answer as values: what it says of each event, and everything in it that is not as described.

Nothing here is trusted and nothing is guessed: a count that is no integer is no count, and each oddity is put in words.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

COUNTS = ("num_events_received", "num_events_processed")

_STATUSES = ("processed", "failed")
_LONGEST_MESSAGE = 2000
_ABSURD = 10**6  # a request holds at most 1,000 events
_MOST_ODDITIES = 5


class UnreadableError(Exception):
    """The body is not a JSON object; the text says what it is instead."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the answer says of one event. ``status`` is ``processed``, ``failed`` or ``unknown``."""

    status: str
    error: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The counts and rows of an answer. ``oddities`` are phrases: ``the answer has no list of events``."""

    received: int | None
    processed: int | None
    rows: tuple[Row, ...]
    oddities: tuple[str, ...]


def decode_object(body: bytes) -> dict[str, Any]:
    """The JSON object in ``body``. Raises UnreadableError with a phrase for anything else."""
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if not start:
        raise UnreadableError("the answer is empty")
    if start == b"<":
        raise UnreadableError("the answer is a web page (HTML or XML), not JSON")
    try:
        value = json.loads(body, parse_constant=_refuse_constant, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(_json_fault(error)) from error
    if not isinstance(value, dict):
        raise UnreadableError(f"the answer is {shown(value)}, not a JSON object")
    return value


def find_report(answer: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Where events or counts stand in a 422 answer: inside ``details`` (observed) or beside it; None when nowhere."""
    for holder in (answer.get("details"), answer):
        if isinstance(holder, dict) and any(key in holder for key in (*COUNTS, "events")):
            return holder
    return None


def read_report(holder: Mapping[str, Any], *, complete: bool) -> Report:
    """The report in ``holder``. ``complete`` asks for both counts and the list, as the schema of a 200 does; what a
    422 holds is not documented, so there only what is present must be right."""
    oddities: list[str] = []
    received, processed = (_count(holder, name, oddities, required=complete) for name in COUNTS)
    events = holder.get("events")
    if not isinstance(events, list):
        if "events" in holder:
            oddities.append(f"its events are {shown(events)} instead of a list")
        elif complete:
            oddities.append("it has no list of events")
        events = []
    rows = tuple(_row(event, number, oddities) for number, event in enumerate(events, start=1))
    if processed is not None and received is not None and processed > received:
        oddities.append(f"it counts {processed} processed of only {received} received")
    return Report(received, processed, rows, tuple(oddities[:_MOST_ODDITIES]))


def message(value: object) -> str | None:
    """A text of the server, fit for a line on a screen; None for absent, null and blank ones, which mean the same."""
    if value is None or value == "":
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    clean = "".join(character if character.isprintable() else " " for character in text[:_LONGEST_MESSAGE]).strip()
    return clean or None


def shown(value: object) -> str:
    """A JSON value in words, short."""
    if value is None:
        return "null"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    text = (message(value) or "")[:40]
    return f"the text “{text}”" if isinstance(value, str) else text


def _count(holder: Mapping[str, Any], name: str, oddities: list[str], *, required: bool) -> int | None:
    value = holder.get(name)
    if type(value) is int and 0 <= value < _ABSURD:
        return value
    if name in holder:
        oddities.append(f"{name} is {shown(value)} instead of a count")
    elif required:
        oddities.append(f"{name} is missing")
    return None


def _row(event: object, number: int, oddities: list[str]) -> Row:
    if not isinstance(event, dict):
        oddities.append(f"result {number} is {shown(event)} instead of an object")
        return Row("unknown")
    status = event.get("status")
    if status not in _STATUSES:
        oddities.append(f"result {number} has the status {shown(status)}")
        status = "unknown"
    oddities.extend(
        f"{key} of result {number} is {shown(event[key])} instead of a text"
        for key in ("error_message", "warning_message")
        if event.get(key) is not None and not isinstance(event[key], str)
    )
    error = message(event.get("error_message"))
    if error is not None and status == "processed":
        oddities.append(f"result {number} is called processed, and yet has an error")
    joined = message(event.get("warning_message")) or ""
    # Observed: several warnings come as one text.
    warnings = tuple(part for part in (each.strip(" ;") for each in joined.split("; ")) if part)
    return Row(status, error, warnings)


def _json_fault(error: Exception) -> str:
    if isinstance(error, _OddJsonError):
        return str(error)
    if isinstance(error, json.JSONDecodeError):
        return f"the answer is not JSON, or not all of it (line {error.lineno}, column {error.colno})"
    return "the answer is not JSON"


class _OddJsonError(ValueError):
    """JSON that Python would accept and nobody should."""


def _refuse_constant(name: str) -> object:
    raise _OddJsonError(f"the answer holds {name}, which JSON does not have")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for name, each in pairs:
        if name in value:
            raise _OddJsonError(f"the answer has the key “{message(name[:40]) or ''}” twice")
        value[name] = each
    return value
