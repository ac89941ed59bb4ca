"""The sets of requests that a text or the name of an event finds, each as a subquery that gives their ids.

An id, an order or an error is looked up in the full-text index. Names, causes, warnings and notes are few different
values in however many rows: each is found by one step through its index and compared, then the requests that have it.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.history import full_text
from workbench.history.indexing import storable
from workbench.history.query import Query

# So many are looked up one by one; more are met soon when the rows are gone through in their order.
FEW = 2000

Parameters = Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class IdSet:
    """``sql`` gives the ids, some of them perhaps more than once. ``few`` says that there are not many."""

    sql: str
    parameters: Parameters
    few: bool


_VALUES = """
{name}(known) AS (
  SELECT min({column}) FROM {table} WHERE {there}
  UNION ALL
  SELECT (SELECT min({column}) FROM {table} WHERE {there} AND {column} > known) FROM {name} WHERE known IS NOT NULL
)
"""
_HAVING = r"""
SELECT {request_id} FROM {table}
  WHERE {there} AND {column} IN (SELECT known FROM {name} WHERE known LIKE {text} ESCAPE '\')
"""
_COLUMNS = tuple(
    dict(zip(("name", "table", "column", "request_id", "text", "there"), column, strict=True))
    for column in (
        ("names", "events", "event_name", "request_id", ":like", "event_name IS NOT NULL"),
        # Warnings are stored as JSON, in which a quotation mark, for one, looks different.
        ("warned", "events", "warnings", "request_id", ":json_like", "warnings IS NOT NULL"),
        ("accounts", "requests", "account_name", "id", ":like", "true"),
        ("ad_accounts", "requests", "ad_account_id", "id", ":like", "true"),
        ("causes", "requests", "cause", "id", ":like", "true"),
        ("noted", "requests", "note", "id", ":like", "note <> ''"),
    )
)
_ALL_VALUES = " ".join(("WITH RECURSIVE", ",".join(_VALUES.format(**column) for column in _COLUMNS)))
_BY_VALUE = " UNION ALL ".join(_HAVING.format(**column) for column in _COLUMNS)
_INDEXED = "SELECT rowid >> 20 FROM event_index WHERE event_index MATCH :match"
_READ = r"""
SELECT request_id FROM events
  WHERE event_id LIKE :like ESCAPE '\' OR order_id LIKE :like ESCAPE '\' OR error LIKE :like ESCAPE '\'
"""
_SOME = "SELECT * FROM (…) LIMIT :few + 1"
_GATHERED = "SELECT value FROM json_each(:…)"
_EACH = "WITH RECURSIVE … SELECT known FROM found"
_NAMED = "SELECT request_id FROM events WHERE event_name = :event"


def _like(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def id_sets(connection: sqlite3.Connection, query: Query) -> tuple[IdSet, ...]:
    """One set for the text of the query and one for its event, where it has them."""
    sets = []
    if text := storable(query.text.strip()):
        sets.append(_text_set(connection, text))
    if event := storable(query.event):
        sets.append(_measured(connection, "named_ids", _NAMED, {"event": event}))
    return tuple(sets)


def _text_set(connection: sqlite3.Connection, text: str) -> IdSet:
    parameters = {"like": _like(text), "json_like": _like(json.dumps(text, ensure_ascii=False)[1:-1])}
    parts = [_BY_VALUE]
    if _is_read_for(text):
        parts.insert(0, _READ)
    elif (match := full_text.matching(connection, text)) is not None:
        parts.insert(0, _INDEXED)
        parameters["match"] = match
    return _measured(connection, "text_ids", " ".join((_ALL_VALUES, " UNION ALL ".join(parts))), parameters)


def _is_read_for(text: str) -> bool:
    """Whether the events are read for a text: it begins half of all terms, no one knows how the index spells it, or it
    would end the expression."""
    return len(text) == 1 or (len(text) == 2 and not text.isascii()) or "\0" in text


def _measured(connection: sqlite3.Connection, name: str, sql: str, parameters: Parameters) -> IdSet:
    found = connection.execute(_SOME.replace("…", sql), {**parameters, "few": FEW}).fetchall()
    if len(found) > FEW:
        return IdSet(sql, parameters, few=False)
    # Gathered once, for the page and the count alike.
    ids = sorted({row_id for (row_id,) in found})
    return IdSet(_GATHERED.replace("…", name), {name: json.dumps(ids)}, few=True)


def distinct_values(connection: sqlite3.Connection, table: str, column: str) -> tuple[str, ...]:
    """Each value of an indexed column once, in order."""
    sql = _EACH.replace("…", _VALUES.format(name="found", table=table, column=column, there="true"))
    found = connection.execute(sql)
    return tuple(str(value) for (value,) in found if value is not None)
