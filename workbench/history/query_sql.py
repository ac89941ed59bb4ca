"""The SQL of a query: whitelisted columns and named parameters only."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.history.finding import IdSet, Parameters
from workbench.history.indexing import storable
from workbench.history.query import Order, Query

ROW_COLUMNS = (
    "id, sent_at, account_name, ad_account_id, mode, state, event_count, event_name, event_id,"
    " status, received, processed, elapsed, starred, note"
)

# Those seen have 12 digits, the pattern published allows 18. Fewer may as well be somebody's name for an account,
# and looking for both at once cannot follow one index.
_AD_ACCOUNT_ID = re.compile(r"[0-9]{12,18}")

_SORTED_BY: Mapping[Order, tuple[str, ...]] = {
    Order.SENT_AT: (),
    Order.ACCOUNT: ("account_name COLLATE NOCASE",),
    Order.MODE: ("mode",),
    Order.STATE: ("state",),
    Order.EVENTS: ("event_count",),
    Order.STATUS: ("status",),
    Order.ELAPSED: ("elapsed",),
    Order.EVENT_NAME: ("event_name COLLATE NOCASE",),
}
_COUNTED = "SELECT count(*) FROM (…)"
_DISTINCT = "SELECT count(*) FROM (SELECT DISTINCT * FROM (…))"


@dataclass(frozen=True, slots=True)
class Sql:
    """A statement and its named parameters."""

    text: str
    parameters: Parameters


def _account_condition(account: str, off: str) -> str:
    # The index ignores case and the comparison does not: both, so that it is fast and exact.
    by_name = f"({off}account_name = :account COLLATE NOCASE AND {off}account_name = :account)"
    if _AD_ACCOUNT_ID.fullmatch(account):
        return f"{off}ad_account_id = :account"
    return f"({off}ad_account_id = :account OR {by_name})" if account.isdecimal() else by_name


def _few(sets: Sequence[IdSet]) -> bool:
    return any(each.few for each in sets)


def _where(
    query: Query, sets: Sequence[IdSet], *, in_order: bool = False
) -> tuple[tuple[str, ...], dict[str, str | int | float]]:
    # A plus keeps SQLite from following the index of a column.
    off = "+" if in_order or _few(sets) else ""
    conditions: list[str] = []
    parameters: dict[str, str | int | float] = {}
    for name, order, condition, value in (
        ("mode", Order.MODE, "mode = :mode", query.mode and query.mode.value),
        ("state", Order.STATE, "state = :state", query.state and query.state.value),
        ("since", Order.SENT_AT, "sent_at >= :since", query.since),
        ("until", Order.SENT_AT, "sent_at < :until", query.until),
    ):
        if value is not None:
            conditions.append(condition if in_order and order is query.order else f"{off}{condition}")
            parameters[name] = value
    if query.account:
        conditions.append(_account_condition(query.account, "" if in_order and query.order is Order.ACCOUNT else off))
        parameters["account"] = storable(query.account)
    if query.starred:
        # As the index of the few that have one says it.
        conditions.append("starred = 1")
    for each in sets:
        conditions.append(f"{'' if each.few else '+'}id IN ({each.sql})")
        parameters.update(each.parameters)
    return ("WHERE " + " AND ".join(conditions),) if conditions else (), parameters


def _order(query: Query, sets: Sequence[IdSet]) -> str:
    direction = "DESC" if query.descending else "ASC"
    off = "+" if _few(sets) else ""
    columns = (*_SORTED_BY[query.order], "sent_at", "id")
    return "ORDER BY " + ", ".join(f"{off}{column} {direction}" for column in columns)


def page(query: Query, sets: Sequence[IdSet] = (), *, in_order: bool = False) -> Sql:
    """The rows of one page; ``sets`` are what the query's text and event find.

    ``in_order`` has the rows gone through in their order, where they would else be looked up by a filter and sorted.
    """
    where, parameters = _where(query, sets, in_order=in_order)
    order = _order(query, sets)
    text = " ".join(("SELECT", ROW_COLUMNS, "FROM requests", *where, order, "LIMIT :limit OFFSET :offset"))
    return Sql(text, {**parameters, "limit": query.limit, "offset": query.offset})


def would_be_sorted(query: Query, sets: Sequence[IdSet]) -> bool:
    """Whether a filter stands in the way of reading the rows in their order from an index."""
    filtered = (query.mode, query.state, query.account or None, query.since, query.until)
    sorted_already = query.order is Order.SENT_AT or query.starred or _few(sets)
    return not sorted_already and any(each is not None for each in filtered)


def total(query: Query, sets: Sequence[IdSet] = ()) -> Sql:
    """How many rows there are on all pages."""
    where, parameters = _where(query, sets)
    if len(sets) == 1 and not query.starred and set(parameters) == set(sets[0].parameters):
        # Nothing but the one set: no request needs to be looked at.
        return Sql(_DISTINCT.replace("…", sets[0].sql), parameters)
    return Sql(" ".join(("SELECT count(*) FROM requests", *where)), parameters)


def up_to(query: Query, sets: Sequence[IdSet], most: int) -> Sql:
    """How many rows there are, counted no further than ``most``."""
    where, parameters = _where(query, sets)
    counted = " ".join(("SELECT id FROM requests", *where, "LIMIT :most"))
    return Sql(_COUNTED.replace("…", counted), {**parameters, "most": most})


def all_ids(query: Query, sets: Sequence[IdSet] = ()) -> Sql:
    """The ids of the rows of all pages, in order."""
    where, parameters = _where(query, sets)
    return Sql(" ".join(("SELECT id FROM requests", *where, _order(query, sets))), parameters)
