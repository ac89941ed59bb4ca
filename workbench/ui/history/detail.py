"""One send in full, as texts ready to be shown; a worker makes them."""

from dataclasses import dataclass
from itertools import zip_longest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json, parse_json
from workbench.events.outcome import EventVerdict, Outcome
from workbench.events.reading import read_text
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonValue
from workbench.history.rows import Entry
from workbench.ui.compose.response_rows import VerdictRow
from workbench.ui.history.requests import Requests

_STORED = "The stored request"


@dataclass(frozen=True, slots=True)
class Detail:
    """``request`` is laid out for reading, ``exact`` and ``answer`` are as they went and came, ``headers`` are those
    kept of the answer.
    """

    entry: Entry
    verdicts: tuple[VerdictRow, ...]
    request: str
    exact: str
    answer: str
    headers: str

    @property
    def outcome(self) -> Outcome:
        """What became of the request, as it was when it was sent."""
        entry, row = self.entry, self.entry.row
        return Outcome(
            state=row.state,
            cause=entry.cause,
            fix=entry.fix,
            status=row.status,
            received=row.received,
            processed=row.processed,
            verdicts=entry.verdicts,
            answer=entry.answer,
            headers=entry.headers,
            elapsed=row.elapsed,
        )


def read_detail(history: Requests, row_id: int) -> Detail:
    """Raises InputError when there is no such request any more, MachineError when it cannot be read."""
    entry = history.entry(row_id)
    try:
        body = parse_json(entry.body, what=_STORED)
        request = encode_json(body, pretty=True).decode()
    except InputError:
        body, request = None, entry.body.decode(errors="replace")
    return Detail(
        entry=entry,
        verdicts=join_stored(body, entry.verdicts),
        request=request,
        exact=entry.body.decode(errors="replace"),
        answer=entry.answer.decode(errors="replace"),
        headers=_headers(entry),
    )


def join_stored(body: JsonValue, verdicts: tuple[EventVerdict, ...]) -> tuple[VerdictRow, ...]:
    """Each event of a body that was sent, joined to its verdict; an event the answer did not speak of has none."""
    data = body.get("data") if isinstance(body, dict) else None
    events = data if isinstance(data, list) else []
    told = {verdict.index: verdict for verdict in verdicts}
    positions = range(max(len(events), max(told, default=-1) + 1))
    return tuple(
        VerdictRow(at, _text(event, "event_name"), _text(event, "event_id"), told.get(at, EventVerdict(at, "unknown")))
        for at, event in zip_longest(positions, events)
    )


def read_drafts(body: bytes, *, contract: Contract) -> tuple[Draft, ...]:
    """The events of a stored body, to be composed anew. Raises InputError when it holds none."""
    return tuple(event.draft for event in read_text(body, contract=contract, what=_STORED).events)


def _text(event: JsonValue, key: str) -> str:
    value = event.get(key) if isinstance(event, dict) else None
    return "" if value is None else str(value)


def _headers(entry: Entry) -> str:
    status = "no answer" if entry.row.status is None else f"HTTP {entry.row.status}"
    lines = (f"{name}: {value}" for name, value in entry.headers.items())
    return "\n".join((f"POST {entry.url}", "", status, *lines))
