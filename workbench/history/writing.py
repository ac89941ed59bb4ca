"""What is written for a request: when it begins, when its answer comes, and when none ever will."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import nullcontext

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.ground.errors import MachineError, WorkbenchError
from workbench.history.full_text import add_events, reindexed
from workbench.history.indexing import IndexedEvent, indexed_events, storable

_ORPHAN_CAUSE = "The program ended before an answer came. Pinterest may have processed the events."
_ORPHAN_FIX = (
    "Look for them in Ads Manager. Re-send only with the same event_id and event_time, within 48 hours: Pinterest then"
    " counts each event once. Offline events are counted each time."
)

_INT64_MOST = 2**63 - 1


def insert_request(
    connection: sqlite3.Connection,
    *,
    account_name: str,
    ad_account_id: str,
    mode: Mode,
    url: str,
    body: bytes,
    at: float,
    instance: str,
) -> int:
    """Add a pending request with its body and the index of its events; returns its id."""
    events = indexed_events(body)
    first = events[0] if events else IndexedEvent()
    cursor = connection.execute(
        "INSERT INTO requests (sent_at, account_name, ad_account_id, mode, state, event_count, event_name, event_id,"
        " instance, url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            at,
            storable(account_name),
            storable(ad_account_id),
            mode.value,
            State.PENDING.value,
            len(events),
            first.event_name or "",
            first.event_id or "",
            instance,
            storable(url),
        ),
    )
    row_id = cursor.lastrowid
    if row_id is None:  # sqlite3 sets it after every INSERT; its type does not say so
        raise WorkbenchError("The history gave the request no number.")
    connection.execute("INSERT INTO bodies (request_id, body) VALUES (?, ?)", (row_id, body))
    _insert_events(connection, row_id, events)
    add_events(connection, row_id)
    return row_id


def _insert_events(connection: sqlite3.Connection, row_id: int, events: Sequence[IndexedEvent]) -> None:
    connection.executemany(
        "INSERT INTO events (request_id, position, event_name, event_id, event_time, action_source, order_id, value,"
        " currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                row_id,
                position,
                event.event_name,
                event.event_id,
                event.event_time,
                event.action_source,
                event.order_id,
                event.value,
                event.currency,
            )
            for position, event in enumerate(events)
        ),
    )


def record_outcome(connection: sqlite3.Connection, row_id: int, outcome: Outcome, *, at: float) -> None:
    """Complete a request without an outcome. Raises MachineError when it is gone, WorkbenchError when it has one."""
    found = connection.execute("SELECT finished_at, event_count FROM requests WHERE id = ?", (row_id,)).fetchall()
    if not found:
        raise MachineError(
            f"Request {row_id} is no longer in the history, so its answer could not be recorded there.",
            fix="Another program removed it or replaced the file. Keep the answer shown here.",
        )
    if found[0][0] is not None:
        raise WorkbenchError(f"Request {row_id} already has its outcome, and a second one was not recorded.")
    connection.execute(
        "UPDATE requests SET state = ?, status = ?, received = ?, processed = ?, elapsed = ?, cause = ?, fix = ?,"
        " finished_at = ?, instance = NULL WHERE id = ?",
        (
            outcome.state.value,
            _int64(outcome.status),
            _int64(outcome.received),
            _int64(outcome.processed),
            outcome.elapsed,
            storable(outcome.cause),
            storable(outcome.fix),
            at,
            row_id,
        ),
    )
    connection.execute(
        "UPDATE bodies SET answer = ?, headers = ? WHERE request_id = ?",
        (outcome.answer, json.dumps(dict(outcome.headers)), row_id),
    )
    # Of what is told of an event, its error is in the index; and so is each event that there is.
    told = any(verdict.error is not None or verdict.index >= found[0][1] for verdict in outcome.verdicts)
    with reindexed(connection, row_id) if told else nullcontext():
        _record_verdicts(connection, row_id, outcome.verdicts)


def _record_verdicts(connection: sqlite3.Connection, row_id: int, verdicts: Sequence[EventVerdict]) -> None:
    # An answer may speak of more events than were sent; what it says of those is kept too.
    connection.executemany(
        "INSERT INTO events (request_id, position, status, error, warnings, path) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (request_id, position) DO UPDATE SET status = excluded.status, error = excluded.error,"
        " warnings = excluded.warnings, path = excluded.path",
        (
            (
                row_id,
                verdict.index,
                storable(verdict.status),
                None if verdict.error is None else storable(verdict.error),
                json.dumps([storable(text) for text in verdict.warnings], ensure_ascii=False)
                if verdict.warnings
                else None,
                None if verdict.path is None else storable(verdict.path),
            )
            for verdict in verdicts
        ),
    )


def settle(connection: sqlite3.Connection, instance: str) -> int:
    """Turn what a dead instance left pending into *unknown*; returns how many.

    ``finished_at`` stays NULL: should an answer turn up after all, it may still be recorded.
    """
    cursor = connection.execute(
        "UPDATE requests SET state = ?, cause = ?, fix = ?, instance = NULL WHERE state = 'pending' AND instance = ?",
        (State.UNKNOWN.value, _ORPHAN_CAUSE, _ORPHAN_FIX, instance),
    )
    return cursor.rowcount


def _int64(number: int | None) -> int | None:
    """The nearest number that SQLite can hold: an answer may claim any count, and the rest of it must not be lost."""
    return None if number is None else max(-_INT64_MOST, min(number, _INT64_MOST))
