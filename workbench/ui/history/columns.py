"""The columns of the table: their titles, widths and order in SQL, and each cell as text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.history.query import Order
from workbench.history.rows import Row
from workbench.ui.look.words import STATE_WORDS


@dataclass(frozen=True, slots=True)
class Column:
    """``order`` is None where the history cannot sort. ``falling`` columns show the largest first when first chosen.

    ``width`` is in digits, so that it grows with the text size; columns without one share what the others leave.
    Those not ``shown`` at first can be chosen.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    order: Order | None = None
    falling: bool = False
    number: bool = False
    shown: bool = True


def local_time(moment: float) -> str:
    """A Unix time as date and time of this computer's zone; the number itself when no calendar reaches that far."""
    try:
        return datetime.fromtimestamp(moment, tz=UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return f"{moment:.0f}"


def duration(seconds: float | None) -> str:
    """``412 ms``, ``1.2 s``; a dash when no answer came."""
    if seconds is None:
        return "–"
    return f"{seconds * 1000:,.0f} ms" if seconds < 1 else f"{seconds:,.1f} s"


def _time(row: Row) -> str:
    return local_time(row.sent_at)


def _mode(row: Row) -> str:
    return row.mode.word


def _state(row: Row) -> str:
    return STATE_WORDS[row.state]


def _account(row: Row) -> str:
    return row.account_name


def _event(row: Row) -> str:
    if row.event_count == 0:
        return "(none readable)"
    more = f" +{row.event_count - 1:,}" if row.event_count > 1 else ""
    return f"{row.event_name or '(no name)'}{more}"


def _event_id(row: Row) -> str:
    return row.event_id


def _events(row: Row) -> str:
    return f"{row.event_count:,}"


def _status(row: Row) -> str:
    return "–" if row.status is None else str(row.status)


def _elapsed(row: Row) -> str:
    return duration(row.elapsed)


def _star(row: Row) -> str:
    return "★" if row.starred else ""


def _note(row: Row) -> str:
    return " ".join(row.note.split())


def _ad_account(row: Row) -> str:
    return row.ad_account_id


def _processed(row: Row) -> str:
    if row.processed is None:
        return "–"
    return f"{row.processed:,} of {row.event_count:,}"


COLUMNS = (
    Column("Time", _time, 19, Order.SENT_AT, falling=True),
    Column("Mode", _mode, 11, Order.MODE),
    Column("State", _state, 22, Order.STATE),
    Column("Account", _account, order=Order.ACCOUNT),
    Column("Event", _event, order=Order.EVENT_NAME),
    Column("Event ID", _event_id),
    Column("Events", _events, 6, Order.EVENTS, falling=True, number=True),
    Column("HTTP", _status, 5, Order.STATUS, number=True),
    Column("Time taken", _elapsed, 9, Order.ELAPSED, falling=True, number=True),
    Column("Star", _star, 4),
    Column("Note", _note, shown=False),
    Column("Ad account", _ad_account, 13, shown=False),
    Column("Processed", _processed, 12, number=True, shown=False),
)
MODE = 1
STATE = 2
STAR = 9
