"""What a rule for old sends would take away, read in a worker before anybody is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from workbench.history.query import Query
from workbench.ui.history.columns import local_time
from workbench.ui.history.requests import Requests

_DAY = 86_400
_MEGABYTE = 1_000_000


class Rule(StrEnum):
    """What may stay, in the words of the choice."""

    YEAR = "Older than a year"
    QUARTER = "Older than 90 days"
    MONTH = "Older than 30 days"
    LARGE = "The oldest, beyond 1 GB"
    MIDDLE = "The oldest, beyond 250 MB"
    SMALL = "The oldest, beyond 50 MB"


_AGES = {Rule.YEAR: 365, Rule.QUARTER: 90, Rule.MONTH: 30}
_SIZES = {Rule.LARGE: 1000, Rule.MIDDLE: 250, Rule.SMALL: 50}


@dataclass(frozen=True, slots=True)
class Forgetting:
    """``count`` sends of ``total`` go, those sent before ``before``; the history takes ``size`` bytes now."""

    rule: Rule
    before: float
    count: int
    total: int
    size: int

    @property
    def words(self) -> str:
        """What will be removed and what stays, in sentences."""
        takes = f"The history takes {self.size / _MEGABYTE:,.1f} MB."
        if not self.count:
            return f"Nothing would go: no send without a star is that old, or the history is that small. {takes}"
        sends = f"{self.count:,} of {self.total:,} send{'' if self.total == 1 else 's'}"
        # A moment beyond any calendar means everything.
        when = f", those before {local_time(self.before)}" if self.count < self.total and self.before < 1e12 else ""
        return (
            f"{sends} will be forgotten{when}, with their bodies, answers and notes, on this computer for good. "
            f"Those with a star and those under way stay. {takes}"
        )


def read_forgetting(history: Requests, rule: Rule, clock: Callable[[], float]) -> Forgetting:
    """What the rule would take away now. Raises MachineError."""
    too_large = rule in _SIZES and history.moment_to_fit(_SIZES[rule] * _MEGABYTE)
    before = clock() - _AGES[rule] * _DAY if rule in _AGES else too_large or 0.0
    return Forgetting(rule, before, history.count_old(before=before), history.count(Query()), history.size())
