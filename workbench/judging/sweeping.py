"""All repairs of an event at once that guess nothing and lose nothing."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem
from workbench.judging.repair import Part, Remove
from workbench.judging.repairing import repaired
from workbench.judging.rules.places import indexes

_MOST_ROUNDS = 8


class Sweep(NamedTuple):
    """An event after a sweep: the draft, its judgement, and how many repairs were carried out."""

    draft: Draft
    judgement: Judgement
    repairs: int


def sweeping_repairs(problems: Iterable[Problem]) -> int:
    """How many of the problems have a repair that may be carried out together with others."""
    return sum(1 for each in problems if each.repair is not None and each.repair.sweeping)


def swept(
    draft: Draft,
    judgement: Judgement,
    *,
    judge: Judge,
    contract: Contract,
    now: int,
    fresh_id: Callable[[], str],
) -> Sweep:
    """The draft after all its sweeping repairs, and after those that they make possible. ``judgement`` is its own.

    Ends when there is none left, when none changes anything, or after a few rounds.
    """
    repairs = 0
    for _ in range(_MOST_ROUNDS):
        before = repairs
        for problem in _in_turn(judgement.problems):
            after = repaired(draft, problem, contract=contract, now=now, fresh_id=fresh_id)
            repairs += after != draft
            draft = after
        if repairs == before:
            break
        judgement = judge.event(draft, now=now)
    return Sweep(draft, judgement, repairs)


def _in_turn(problems: Iterable[Problem]) -> list[Problem]:
    """The sweeping repairs, one for each place, in an order in which none moves the place of one that follows."""
    first = {each.path: each for each in reversed(tuple(problems)) if each.repair is not None and each.repair.sweeping}
    return sorted(first.values(), key=_turn)


def _turn(problem: Problem) -> tuple[bool, tuple[int, ...]]:
    shifts = problem.repair is not None and isinstance(problem.repair.action, (Part, Remove))
    return shifts, tuple(-index for index in indexes(problem.path)) if shifts else ()
