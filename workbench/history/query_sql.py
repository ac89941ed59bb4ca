"""The SQL of a query: whitelisted columns and named parameters only.

Text is found by one set of request ids, so that a full-text index can later give that set and nothing else changes.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.history.indexing import storable
from workbench.history.query import Order, Query

ROW_COLUMNS = (
    "id, sent_at, account_name, ad_account_id, mode, state, event_count, event_name, event_id,"
    " status, received, processed, elapsed"
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

_FOUND = r"""
id IN (
  SELECT id FROM requests
    WHERE account_name LIKE :text ESCAPE '\' OR ad_account_id LIKE :text ESCAPE '\' OR cause LIKE :text ESCAPE '\'
  UNION ALL
  SELECT request_id FROM events
    WHERE event_id LIKE :text ESCAPE '\' OR event_name LIKE :text ESCAPE '\' OR order_id LIKE :text ESCAPE '\'
      OR error LIKE :text ESCAPE '\' OR warnings LIKE :json_text ESCAPE '\'
)
"""


@dataclass(frozen=True, slots=True)
class Sql:
    """A statement and its named parameters."""

    text: str
    parameters: Mapping[str, str | int | float]


def _like(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _account_condition(account: str) -> str:
    # The index ignores case and the comparison does not: both, so that it is fast and exact.
    by_name = "(account_name = :account COLLATE NOCASE AND account_name = :account)"
    if _AD_ACCOUNT_ID.fullmatch(account):
        return "ad_account_id = :account"
    return f"(ad_account_id = :account OR {by_name})" if account.isdecimal() else by_name


def _where(query: Query) -> tuple[tuple[str, ...], dict[str, str | int | float]]:
    conditions: list[str] = []
    parameters: dict[str, str | int | float] = {}
    if query.mode is not None:
        conditions.append("mode = :mode")
        parameters["mode"] = query.mode.value
    if query.state is not None:
        conditions.append("state = :state")
        parameters["state"] = query.state.value
    if query.since is not None:
        conditions.append("sent_at >= :since")
        parameters["since"] = query.since
    if query.account:
        conditions.append(_account_condition(query.account))
        parameters["account"] = storable(query.account)
    if text := storable(query.text.strip()):
        conditions.append(_FOUND)
        parameters["text"] = _like(text)
        # Warnings are stored as JSON, in which a quotation mark, for one, looks different.
        parameters["json_text"] = _like(json.dumps(text, ensure_ascii=False)[1:-1])
    return ("WHERE " + " AND ".join(conditions),) if conditions else (), parameters


def _order(query: Query) -> str:
    direction = "DESC" if query.descending else "ASC"
    return "ORDER BY " + ", ".join(f"{column} {direction}" for column in (*_SORTED_BY[query.order], "sent_at", "id"))


def page(query: Query) -> Sql:
    """The rows of one page."""
    where, parameters = _where(query)
    text = " ".join(("SELECT", ROW_COLUMNS, "FROM requests", *where, _order(query), "LIMIT :limit OFFSET :offset"))
    return Sql(text, {**parameters, "limit": query.limit, "offset": query.offset})


def total(query: Query) -> Sql:
    """How many rows there are on all pages."""
    where, parameters = _where(query)
    return Sql(" ".join(("SELECT count(*) FROM requests", *where)), parameters)


def all_ids(query: Query) -> Sql:
    """The ids of the rows of all pages, in order."""
    where, parameters = _where(query)
    return Sql(" ".join(("SELECT id FROM requests", *where, _order(query))), parameters)
