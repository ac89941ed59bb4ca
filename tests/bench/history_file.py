"""A history of a million sends, as varied as a real one; made once under build/ and kept while its tables are current.

Everything goes in within one transaction, the indexes and what follows from the rows are made afterwards.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from workbench.history.schema import STEPS
from workbench.history.store import History

ROWS = 1_000_000
FIRST_SENT = 1_740_000_000
APART = 50
ACCOUNTS = (
    ("Shop EU", "549755885175"),
    ("Shop US", "549755885176"),
    ("Outlet", "549755885177"),
    ("Staging", "549755885178"),
    ("Practice", "practice"),
)
NAMES = ("checkout", "add_to_cart", "page_visit", "lead", "signup", "search", "view_category", "watch_video")
MODES = ("test", "test", "test", "live", "live", "practice")
NO_CLICK_ID = "click_id is missing"
NO_EXTERNAL_ID = "external_id is missing. We highly recommend this on all events. It may improve reporting."
OUTCOMES = (
    *((("processed", "Pinterest processed every event.", 200),) * 12),
    *((("processed-with-warnings", "Pinterest processed every event, and has advice.", 200),) * 5),
    ("partly-failed", "Pinterest processed some of the events and refused others.", 200),
    ("failed", "Pinterest processed none of the events.", 422),
    ("refused", "Pinterest did not accept the token (401).", 401),
)
_REQUEST = (
    "INSERT INTO requests (id, sent_at, account_name, ad_account_id, mode, state, event_count, event_name, event_id,"
    " status, received, processed, elapsed, finished_at, url, cause, fix)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_EVENT = (
    "INSERT INTO events (request_id, position, event_name, event_id, event_time, action_source, order_id, value,"
    " currency, status, error, warnings) VALUES (?, ?, ?, ?, ?, 'web', ?, '66.95', 'EUR', ?, ?, ?)"
)
_BODY = "INSERT INTO bodies (request_id, body, answer) VALUES (?, ?, ?)"


def event_id(number: int) -> str:
    """Half of them are UUIDs, as most shops make them; the others count."""
    if number % 2:
        return f"o-{number:07}"
    spread = number * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128
    digits = f"{spread:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _mixed(number: int, kinds: int) -> int:
    """Spreads a counter over some kinds, the same way in each run."""
    return (number * 2_654_435_761 >> 7) % kinds


def _outcome(number: int) -> tuple[str, str, int]:
    return OUTCOMES[_mixed(number + 3, len(OUTCOMES))]


def _events_of(number: int) -> int:
    return 1 + _mixed(number, 5) if number % 40 == 0 else 1


def _requests() -> Iterator[tuple[Any, ...]]:
    for number in range(1, ROWS + 1):
        name, ad_account_id = ACCOUNTS[_mixed(number + 1, len(ACCOUNTS))]
        state, cause, status = _outcome(number)
        events = _events_of(number)
        done = events if state.startswith("processed") else 0
        sent = FIRST_SENT + number * APART + 0.25
        yield (
            number, sent, name, ad_account_id, MODES[_mixed(number + 2, len(MODES))], state, events,
            NAMES[_mixed(number, len(NAMES))], event_id(number), status, events, done,
            0.08 + _mixed(number, 400) / 1000, sent + 1, "https://api.pinterest.com/v5/events", cause, "",
        )  # fmt: skip


def _events() -> Iterator[tuple[Any, ...]]:
    for number in range(1, ROWS + 1):
        state, _, _ = _outcome(number)
        warned = json.dumps([NO_CLICK_ID, NO_EXTERNAL_ID][: 1 + number % 2]) if state.endswith("warnings") else None
        failed = state in {"partly-failed", "failed"}
        for position in range(_events_of(number)):
            name = NAMES[_mixed(number + position, len(NAMES))]
            yield (
                number, position, name, event_id(number) + (f".{position}" if position else ""),
                FIRST_SENT + number * APART, f"ORDER-{number:07}" if name == "checkout" else None,
                "failed" if failed else "processed", f"Invalid value at {number % 90}" if failed else None, warned,
            )  # fmt: skip


def _bodies() -> Iterator[tuple[Any, ...]]:
    for number in range(1, ROWS + 1):
        event = {
            "event_name": NAMES[_mixed(number, len(NAMES))],
            "action_source": "web",
            "event_time": FIRST_SENT + number * APART,
            "event_id": event_id(number),
            "user_data": {"em": [f"{number:064x}"], "client_ip_address": "203.0.113.7"},
            "custom_data": {"currency": "EUR", "value": "66.95"},
        }
        yield number, json.dumps({"data": [event]}).encode(), b'{"num_events_received": 1, "num_events_processed": 1}'


def _fill(path: Path) -> None:
    History(path=path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        connection.execute("BEGIN")
        kept = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        ).fetchall()
        for kind, name, _ in kept:
            connection.execute(f"DROP {kind} {name}")
        connection.executemany(_REQUEST, _requests())
        connection.executemany(_EVENT, _events())
        connection.executemany(_BODY, _bodies())
        for _, _, statement in kept:
            connection.execute(statement)
        connection.execute("INSERT INTO event_index (event_index) VALUES ('rebuild')")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def million_rows(folder: Path) -> Path:
    """The file; made anew when it is missing or of other tables than this release's."""
    path = folder / f"history-{ROWS}-version-{len(STEPS)}.sqlite3"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".draft")
        for old in folder.glob(f"{draft.name}*"):
            old.unlink()
        print(f"Making {path.name}; this takes about a minute …", file=sys.stderr)
        _fill(draft)
        draft.rename(path)
    return path


if __name__ == "__main__":
    print(million_rows(Path(__file__).resolve().parents[2] / "build"))
