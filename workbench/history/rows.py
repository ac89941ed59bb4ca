"""What the history gives back: a row for the table, an entry with everything, a notice about the file itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, State


@dataclass(frozen=True, slots=True)
class Row:
    """One request, as the table lists it.

    ``sent_at`` is a Unix time, ``elapsed`` seconds. ``event_name`` and ``event_id`` are those of the first event, ""
    when it has none. ``received`` and ``processed`` are the answer's own counts, None when it gave none. ``starred``
    and ``note`` are the user's own.
    """

    id: int
    sent_at: float
    account_name: str
    ad_account_id: str
    mode: Mode
    state: State
    event_count: int
    event_name: str
    event_id: str
    status: int | None
    received: int | None
    processed: int | None
    elapsed: float | None
    starred: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One request whole: ``body`` is byte for byte what was sent, ``verdicts`` are in the order of the events."""

    row: Row
    url: str
    body: bytes
    answer: bytes
    headers: Mapping[str, str]
    verdicts: tuple[EventVerdict, ...]
    cause: str
    fix: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the history file that its owner should know; ``path`` is the file it speaks of."""

    message: str
    fix: str
    path: Path
