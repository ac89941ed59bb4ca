"""The last sends at a glance: what became of them and how long they took, as values and as a sentence."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.events.outcome import State
from workbench.history.query import Query
from workbench.history.rows import Row
from workbench.ui.history.columns import duration, local_time
from workbench.ui.history.requests import Requests
from workbench.ui.look.words import STATE_WORDS

MOST = 50


@dataclass(frozen=True, slots=True)
class Glance:
    """The rows of the last sends, the oldest first."""

    rows: tuple[Row, ...] = ()

    @property
    def slowest(self) -> float:
        """The seconds of the slowest answer; 0 without any."""
        return max((row.elapsed or 0.0 for row in self.rows), default=0.0)

    @property
    def words(self) -> str:
        """All that the picture shows of them together."""
        if not self.rows:
            return "No sends yet."
        counts = Counter(row.state for row in self.rows)
        told = ", ".join(f"{counts[state]} {STATE_WORDS[state]}" for state in State if counts[state])
        times = [row.elapsed for row in self.rows if row.elapsed is not None]
        median = f"; median {duration(statistics.median(times))}" if times else ""
        return f"Last {len(self.rows)} send{'' if len(self.rows) == 1 else 's'}: {told}{median}."


def words_of(row: Row) -> str:
    """One of them."""
    more = f" +{row.event_count - 1:,}" if row.event_count > 1 else ""
    what = f"{row.mode.word} {row.event_name} {row.event_id}{more}".strip()
    return f"{local_time(row.sent_at)}: {what}, {STATE_WORDS[row.state]}, {duration(row.elapsed)}"


def read_glance(history: Requests) -> Glance:
    """The last sends, whatever the filter shows. Raises MachineError."""
    return Glance(tuple(reversed(history.rows(Query(limit=MOST)))))


def at(position: float, count: int, rows: Sequence[Row]) -> int | None:
    """Which of ``count`` places of equal width a position from 0 to 1 lies in, if a row stands there."""
    place = int(position * count) - (count - len(rows))
    return place if 0 <= place < len(rows) else None
