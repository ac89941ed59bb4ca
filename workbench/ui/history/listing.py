"""What a worker reads for the table: the count, the pages of rows that will be in sight, and where one row stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.ground.errors import InputError
from workbench.history.query import Order, Query
from workbench.history.rows import Row
from workbench.ui.history.glance import Glance, read_glance
from workbench.ui.history.requests import Requests

PAGE = 256
# What a text or an event finds is gathered before the first page of it can be read, and each page read alone would pay
# for that again. So as many pages come at once as cost next to nothing beside the search.
_PAGES_PER_SEARCH = 8
_ROWS_IN_SIGHT = 64

Pages = Mapping[int, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a query found at one moment, which ``version`` (that of the history) names.

    ``count`` rows match, of ``total`` in all. ``top`` is where the row that was first in sight is now. ``pages`` are
    the first, those about ``top``, and the one of the row that was to be found, whose number is ``position``.
    ``accounts`` and ``events`` are the names of all accounts and events that were ever sent, ``glance`` the
    last sends.
    """

    query: Query
    version: int
    count: int
    total: int
    pages: Pages
    top: int
    position: int | None
    accounts: tuple[str, ...]
    events: tuple[str, ...]
    glance: Glance


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read: ``query`` (its limit and offset do not count), and what is known already.

    ``row_id`` is a row to find again; ``top`` the number of the first row in sight of ``before``, the last listing.
    """

    query: Query
    row_id: int | None = None
    top: int = 0
    before: Listing | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """Pages read later than their listing, and the version of the history then."""

    pages: Pages
    version: int


def is_filtered(query: Query) -> bool:
    """Whether a query leaves anything out."""
    chosen = (query.mode, query.state, query.account, query.event, query.starred)
    dated = query.since is not None or query.until is not None
    return bool(query.text.strip()) or dated or any(chosen)


def read_pages(history: Requests, query: Query, page: int, *, count: int = 0) -> Pages:
    """A page of ``PAGE`` rows by its number, with those about it when they come for free. Raises MachineError.

    ``count`` is how many rows the query has, if that is known: the later half is then read from the end, since
    SQLite passes over every row before the first one wanted.
    """
    pages = _PAGES_PER_SEARCH if query.text.strip() or query.event else 1
    first = page - page % pages
    start, stop = first * PAGE, min((first + pages) * PAGE, count)
    if count // 2 < start < stop:
        turned = replace(query, descending=not query.descending, offset=count - stop, limit=stop - start)
        rows = history.rows(turned)[::-1]
    else:
        rows = history.rows(replace(query, offset=start, limit=pages * PAGE))
    cut = {first + at: rows[at * PAGE : (at + 1) * PAGE] for at in range(pages)}
    return {number: part for number, part in cut.items() if part or number == page}


def read_further(history: Requests, query: Query, page: int, count: int) -> Further:
    """Pages beyond those of a listing of ``count`` rows. Raises MachineError."""
    pages = read_pages(history, query, page, count=count)
    # Afterwards: if it is still the listing's, nothing was written in between.
    return Further(pages, history.version())


def read_listing(history: Requests, wanted: Wanted) -> Listing:
    """What the query finds now. Raises MachineError."""
    # Before everything else: what is written meanwhile then makes the version differ, and is read again.
    version = history.version()
    query, before = wanted.query, wanted.before
    pages = dict(read_pages(history, query, 0))
    count = _count(history, query, pages)
    top = _moved(wanted.top, before.count, count) if before and before.query == query else 0
    for page in (top // PAGE, min(top + _ROWS_IN_SIGHT, max(0, count - 1)) // PAGE):
        if page not in pages:
            pages.update(read_pages(history, query, page, count=count))
    position = None if wanted.row_id is None else _find(history, query, pages, wanted.row_id)
    # Of the whole history, so the same under every filter while nothing is written.
    unchanged = before is not None and before.version == version
    return Listing(
        query=query,
        version=version,
        count=count,
        total=before.total if before and unchanged else history.count(Query()) if is_filtered(query) else count,
        pages=pages,
        top=top,
        position=position,
        accounts=before.accounts if before and unchanged else history.account_names(),
        events=before.events if before and unchanged else history.event_names(),
        glance=before.glance if before and unchanged else read_glance(history),
    )


def read_if_changed(history: Requests, wanted: Wanted) -> Listing | None:
    """What the query finds now; None when that is what ``wanted.before`` found already. Raises MachineError."""
    before = wanted.before
    unchanged = before is not None and before.query == wanted.query and before.version == history.version()
    return None if unchanged else read_listing(history, wanted)


def position_in(pages: Pages, row_id: int) -> int | None:
    """The number of a row among the pages at hand."""
    found = (page * PAGE + at for page, rows in pages.items() for at, row in enumerate(rows) if row.id == row_id)
    return next(found, None)


def _count(history: Requests, query: Query, pages: Pages) -> int:
    at_hand = sum(map(len, pages.values()))
    # A last page that is not full spares the search a second time.
    return at_hand if at_hand < len(pages) * PAGE else history.count(query)


def _moved(top: int, before: int, now: int) -> int:
    """Where the row that was first in sight is now, if what was added or deleted was above it; 0 stays 0."""
    return max(0, min(top + now - before, now - 1)) if top else 0


def _find(history: Requests, query: Query, pages: dict[int, tuple[Row, ...]], row_id: int) -> int | None:
    position = position_in(pages, row_id)
    if position is not None or query.order is not Order.SENT_AT or is_filtered(query):
        return position
    try:
        sent_at = history.entry(row_id).row.sent_at
    except InputError:
        return None  # deleted meanwhile
    later = history.count(replace(query, since=sent_at))
    guess = later - 1 if query.descending else history.count(query) - later
    pages.update(read_pages(history, query, max(0, guess) // PAGE))
    return position_in(pages, row_id)
