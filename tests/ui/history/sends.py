"""What the tests of the history page share: events to send, and a history that remembers what was asked of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from workbench.events.outcome import EventVerdict
from workbench.ground.errors import MachineError
from workbench.history.query import Query
from workbench.history.rows import Entry, Row
from workbench.history.store import History

START = 1_790_000_000.0
MANY = 10_000
Send = Callable[..., int]


def events(*event_ids: str, event_name: str = "checkout") -> list[dict[str, object]]:
    """Events with these ids."""
    return [
        {
            "event_name": event_name,
            "action_source": "web",
            "event_time": int(START),
            "event_id": event_id,
            "user_data": {"em": ["0" * 64]},
            "custom_data": {"value": "66.950", "currency": "USD"},
        }
        for event_id in event_ids
    ]


def verdicts(*statuses: str) -> tuple[EventVerdict, ...]:
    """A verdict for each event in turn."""
    return tuple(EventVerdict(at, status) for at, status in enumerate(statuses))


@dataclass
class Watched:
    """The real history, which remembers what was asked of it.

    While ``broken`` it cannot be read; rows wait until ``gate`` is open, which it is at first.
    """

    history: History
    queries: list[Query] = field(default_factory=list)
    broken: bool = False
    gate: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def rows(self, query: Query) -> tuple[Row, ...]:
        self.queries.append(query)
        self.gate.wait(10)
        self._refuse()
        return self.history.rows(query)

    def count(self, query: Query) -> int:
        self._refuse()
        return self.history.count(query)

    def entry(self, row_id: int) -> Entry:
        self._refuse()
        return self.history.entry(row_id)

    def delete(self, row_id: int) -> None:
        self._refuse()
        self.history.delete(row_id)

    def star(self, row_id: int, *, starred: bool) -> None:
        self._refuse()
        self.history.star(row_id, starred=starred)

    def annotate(self, row_id: int, note: str) -> None:
        self._refuse()
        self.history.annotate(row_id, note)

    def size(self) -> int:
        self._refuse()
        return self.history.size()

    def count_old(self, *, before: float) -> int:
        self._refuse()
        return self.history.count_old(before=before)

    def moment_to_fit(self, size: int) -> float | None:
        self._refuse()
        return self.history.moment_to_fit(size)

    def forget_old(self, *, before: float) -> int:
        self._refuse()
        return self.history.forget_old(before=before)

    def wipe(self) -> int:
        self._refuse()
        return self.history.wipe()

    def account_names(self) -> tuple[str, ...]:
        self._refuse()
        return self.history.account_names()

    def event_names(self) -> tuple[str, ...]:
        self._refuse()
        return self.history.event_names()

    def version(self) -> int:
        return self.history.version()

    def _refuse(self) -> None:
        if self.broken:
            raise MachineError("Another program keeps the history locked.", fix="Wait until it is done.")
