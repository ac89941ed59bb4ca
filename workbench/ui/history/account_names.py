"""The names of the accounts that the history knows, those removed or renamed since included."""

from workbench.history.query import Order, Query
from workbench.ui.history.requests import Requests

_AT_ONCE = 64


def account_names(history: Requests) -> tuple[str, ...]:
    """Each name once, in alphabetical order. Raises MachineError.

    Reads a few rows an account, whatever their number: in the order of names, those of one are counted and passed over.
    """
    names: dict[str, None] = {}
    passed: set[bytes] = set()
    at = 0
    while rows := history.rows(Query(order=Order.ACCOUNT, descending=False, offset=at, limit=_AT_ONCE)):
        names.update(dict.fromkeys(row.account_name for row in rows))
        first = rows[0].account_name
        if _sorted_as(first) not in passed:
            passed.add(_sorted_as(first))
            at += max(1, history.count(Query(account=first)))
        else:
            # Names that differ in capitals alone stand among each other: what counting one of them left over.
            others = (place for place, row in enumerate(rows) if _sorted_as(row.account_name) not in passed)
            at += next(others, len(rows))
    return tuple(names)


def _sorted_as(name: str) -> bytes:
    # As SQLite compares: only the capitals of ASCII are the same as their small letters.
    return name.encode().lower()
