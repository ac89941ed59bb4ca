"""Rows of the history as JSON and as text."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from workbench.cli.outcomes import verdict_row
from workbench.cli.output import coloured
from workbench.events.encoding import parse_json
from workbench.events.outcome import EventVerdict
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonValue
from workbench.history.rows import Entry, Row


def row_row(row: Row) -> dict[str, Any]:
    """One row as the JSON output has it. Times are ISO 8601 with the offset of this computer."""
    return {
        "id": row.id,
        "sent_at": _iso(row.sent_at),
        "account": row.account_name,
        "ad_account_id": row.ad_account_id,
        "mode": row.mode.value,
        "state": row.state.value,
        "event_count": row.event_count,
        "event_name": row.event_name,
        "event_id": row.event_id,
        "http_status": row.status,
        "received": row.received,
        "processed": row.processed,
        "elapsed_ms": round(row.elapsed * 1000, 1) if row.elapsed is not None else None,
    }


def entry_row(entry: Entry) -> dict[str, Any]:
    """One row whole."""
    body = _body(entry)
    sent = body.get("data") if isinstance(body, dict) else None
    events = sent if isinstance(sent, list) else []
    told = {verdict.index: verdict for verdict in entry.verdicts}
    count = max(len(events), max(told, default=-1) + 1)
    return {
        **row_row(entry.row),
        "url": entry.url,
        "cause": entry.cause,
        "fix": entry.fix,
        "headers": dict(entry.headers),
        "body": body,
        "answer": entry.answer.decode(errors="replace"),
        "events": [
            {
                **_named(events[index] if index < len(events) else None),
                **verdict_row(told.get(index, EventVerdict(index, "unknown"))),
            }
            for index in range(count)
        ],
    }


def print_rows(rows: Iterable[Row]) -> None:
    """Rows for people."""
    for row in rows:
        more = f" +{row.event_count - 1}" if row.event_count > 1 else ""
        state = coloured(f"{row.state.value:<23}", "good" if row.state.good else "error")
        when = _iso(row.sent_at)[:19].replace("T", " ")
        print(
            f"{row.id:>6} {when} {row.mode.word:<8} {state} {row.account_name}: {row.event_name} {row.event_id}{more}"
        )


def print_entry(entry: Entry) -> None:
    """One row whole, for people."""
    print_rows([entry.row])
    for line in (entry.url, entry.cause, entry.fix):
        if line:
            print(f"  {line}")
    for event in entry_row(entry)["events"]:
        told = "; ".join(part for part in (event["error"], *event["warnings"]) if part)
        print(f"  event {event['index']} {event['event_name']} {event['event_id']}: {event['status']} {told}".rstrip())
    print(f"\nSent:\n{entry.body.decode(errors='replace')}\n\nAnswer:\n{entry.answer.decode(errors='replace')}")


def _iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, tz=UTC).astimezone().isoformat(timespec="milliseconds")


def _body(entry: Entry) -> JsonValue:
    try:
        return parse_json(entry.body)
    except InputError:
        return entry.body.decode(errors="replace")


def _named(event: JsonValue) -> dict[str, Any]:
    if not isinstance(event, dict):
        return {"event_name": "", "event_id": ""}
    return {"event_name": event.get("event_name", ""), "event_id": event.get("event_id", "")}
