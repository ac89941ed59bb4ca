"""Repairs carried out on drafts."""

from collections.abc import Callable

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.revising import moved, parted, without, written
from workbench.judging.problem import Problem
from workbench.judging.repair import FreshId, MoveTo, Part, Remove, SetTimeToNow, Write


def repaired(draft: Draft, problem: Problem, *, contract: Contract, now: int, fresh_id: Callable[[], str]) -> Draft:
    """The draft after the repair that ``problem``, found in it, offers; the same draft when there is nothing to do.

    ``now`` is in Unix seconds. Never raises, for any draft.
    """
    path = problem.path
    match problem.repair.action if problem.repair else None:
        case Write(text):
            return written(draft, path, text)
        case Part(texts):
            return parted(draft, path, texts)
        case Remove():
            return without(draft, path)
        case MoveTo(target):
            return moved(draft, path, target, contract=contract) or draft
        case FreshId():
            return written(draft, path, fresh_id())
        case SetTimeToNow():
            return written(draft, path, str(now))
        case None:
            return draft
