"""Repairs carried out on the request being composed, each press one step of undo."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workbench.contract.loading import Contract
from workbench.judging.judge import Judge
from workbench.judging.problem import Problem
from workbench.judging.repairing import repaired
from workbench.judging.rules.wording import counted
from workbench.judging.sweeping import Sweep, sweeping_repairs, swept
from workbench.ui.compose.composer import Composer


class Fixes(QObject):
    """Counts the repairs that may be carried out together, and carries out one, those of an event, or all.

    ``done`` says in words what was done, after the composer told of the change.
    """

    done = Signal(str)

    def __init__(
        self,
        *,
        composer: Composer,
        judge: Judge,
        contract: Contract,
        fresh_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._composer = composer
        self._judge = judge
        self._contract = contract
        self._fresh_id = fresh_id
        self._counts: list[int] = []
        self._count_all()
        composer.batch_judged.connect(self._count_all)
        composer.edited.connect(self._count_selected)

    @property
    def here(self) -> int:
        """How many repairs of the selected event may be carried out together."""
        return self._counts[self._composer.composition.selected]

    @property
    def everywhere(self) -> tuple[int, int]:
        """The same for all events, and how many events that are."""
        return sum(self._counts), sum(1 for count in self._counts if count)

    def fix(self, problem: Problem) -> None:
        """Carries out the repair of one problem of the selected event."""
        draft = self._composer.composition.current
        after = repaired(draft, problem, contract=self._contract, now=self._composer.now(), fresh_id=self._fresh_id)
        if problem.repair is None or after == draft:
            self.done.emit("There is nothing to fix.")
            return
        self._composer.replace_draft(after)
        self.done.emit(f"Done: {problem.repair.label}. Ctrl+Z takes it back.")

    def fix_selected(self) -> None:
        """Carries out all certain repairs of the selected event."""
        self._fix([self._composer.composition.selected])

    def fix_every(self) -> None:
        """Carries out all certain repairs of all events."""
        self._fix([index for index, count in enumerate(self._counts) if count])

    def _fix(self, indexes: list[int]) -> None:
        drafts, judgements = list(self._composer.composition.drafts), list(self._composer.judgements)
        sweeps = [self._swept(index) for index in indexes]
        for index, sweep in zip(indexes, sweeps, strict=True):
            drafts[index], judgements[index] = sweep.draft, sweep.judgement
        repairs, events = sum(each.repairs for each in sweeps), sum(1 for each in sweeps if each.repairs)
        if repairs:
            self._composer.replace_drafts(tuple(drafts), judgements)
        self.done.emit(_told(repairs, events))

    def _swept(self, index: int) -> Sweep:
        return swept(
            self._composer.composition.drafts[index],
            self._composer.judgements[index],
            judge=self._judge,
            contract=self._contract,
            now=self._composer.now(),
            fresh_id=self._fresh_id,
        )

    def _count_all(self) -> None:
        self._counts = [sweeping_repairs(each.problems) for each in self._composer.judgements]

    def _count_selected(self) -> None:
        self._counts[self._composer.composition.selected] = sweeping_repairs(self._composer.judgement.problems)


def _told(repairs: int, events: int) -> str:
    if not repairs:
        return "There is nothing to fix that is certain. What is left is for you to decide."
    where = f" in {events:,} events" if events > 1 else ""
    return f"{counted(repairs, 'fix', 'fixes')}{where}. Ctrl+Z takes {'it' if repairs == 1 else 'them'} back."
