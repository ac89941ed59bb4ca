"""A rule about several fields of one event."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.judging.problem import Problem
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.whole_event_guards import Guard


@dataclass(frozen=True, slots=True)
class CrossRule:
    """``check`` is asked of events in which something stands at one of the catalogue paths ``looks_at``.

    Most events fill few fields, so most rules need not be asked. ``check`` says nothing of an event without them.
    ``guard`` stands for it where a whole event takes the short way.
    """

    looks_at: frozenset[str]
    check: Callable[[Sheet], Iterable[Problem]]
    guard: Guard
