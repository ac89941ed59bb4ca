"""What is read of the history: rows of the table, and entries with everything."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, State
from workbench.history.finding import FEW, id_sets
from workbench.history.query import Query
from workbench.history.query_sql import ROW_COLUMNS, Sql, all_ids, page, total, up_to, would_be_sorted
from workbench.history.rows import Entry, Row

_ENTRY_COLUMNS = (ROW_COLUMNS, "url", "cause", "fix", "body", "answer", "headers")
_ENTRY = " ".join(("SELECT", ", ".join(_ENTRY_COLUMNS), "FROM requests JOIN bodies ON request_id = id WHERE id = ?"))
_ROW_LENGTH = len(ROW_COLUMNS.split(","))


def read_rows(connection: sqlite3.Connection, query: Query) -> tuple[Row, ...]:
    """One page of rows."""
    sets = id_sets(connection, query)
    in_order = would_be_sorted(query, sets) and _number(connection, up_to(query, sets, FEW + 1)) > FEW
    return tuple(map(_row, _asked(connection, page(query, sets, in_order=in_order))))


def count_rows(connection: sqlite3.Connection, query: Query) -> int:
    """How many rows there are on all pages."""
    return _number(connection, total(query, id_sets(connection, query)))


def read_ids(connection: sqlite3.Connection, query: Query) -> Iterator[int]:
    """The ids of the rows of all pages, in order."""
    return (row_id for (row_id,) in _asked(connection, all_ids(query, id_sets(connection, query))))


def read_entry(connection: sqlite3.Connection, row_id: int) -> Entry | None:
    """One request whole; None when there is none of that id."""
    found = connection.execute(_ENTRY, (row_id,)).fetchall()
    if not found:
        return None
    url, cause, fix, body, answer, headers = found[0][_ROW_LENGTH:]
    return Entry(
        row=_row(found[0][:_ROW_LENGTH]),
        url=url,
        body=body,
        answer=answer,
        headers=json.loads(headers),
        verdicts=_verdicts(connection, row_id),
        cause=cause,
        fix=fix,
    )


def _asked(connection: sqlite3.Connection, sql: Sql) -> sqlite3.Cursor:
    return connection.execute(sql.text, sql.parameters)


def _number(connection: sqlite3.Connection, sql: Sql) -> int:
    return int(_asked(connection, sql).fetchall()[0][0])


def _row(columns: tuple[Any, ...]) -> Row:
    row_id, sent_at, account_name, ad_account_id, mode, state, *rest, starred, note = columns
    marks = {"starred": bool(starred), "note": note}
    return Row(row_id, sent_at, account_name, ad_account_id, Mode(mode), State(state), *rest, **marks)


def _verdicts(connection: sqlite3.Connection, row_id: int) -> tuple[EventVerdict, ...]:
    found = connection.execute(
        "SELECT position, status, error, warnings, path FROM events"
        " WHERE request_id = ? AND status IS NOT NULL ORDER BY position",
        (row_id,),
    )
    return tuple(
        EventVerdict(position, status, error, tuple(json.loads(warnings)) if warnings else (), path)
        for position, status, error, warnings, path in found
    )
