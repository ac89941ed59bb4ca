"""The one owner of the request being composed: takes edits, judges at once, tells the widgets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.contract.mode import Mode
from workbench.events.composition import Composition
from workbench.events.draft import Draft, Line, Typed
from workbench.ground.json_types import JsonObject
from workbench.judging.problem import Problem, Severity

if TYPE_CHECKING:
    from workbench.judging.judge import Judge
    from workbench.judging.judgement import Judgement

_UNDO_DEPTH = 200
_NOTHING: "Mapping[int, Judgement]" = MappingProxyType({})


class Composer(QObject):
    """Holds the drafts as immutable values; every change makes new ones.

    ``edited`` follows each keystroke: the current draft and its judgement are new. ``reloaded`` means that what the
    editors show must be replaced: another event, undo, a template, pasted JSON. ``judged`` follows both, and a change
    of mode; ``batch_judged`` when events other than the selected one may stand differently than before.

    Nothing is judged until somebody asks how the events stand, or ``refresh`` is called: a window can be seen before
    the rules are there. Until then ``edited`` and ``reloaded`` come alone.
    """

    edited = Signal()
    reloaded = Signal()
    judged = Signal()
    batch_judged = Signal()
    obstacle_changed = Signal()

    def __init__(
        self, *, judge: "Callable[[], Judge]", clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._judge = judge
        self._clock = clock
        self._mode = Mode.TEST
        self._obstacle = ""
        self._composition = Composition()
        self._is_judged = False
        self._judgements: list[Judgement] = []
        self._errors: list[int] = []
        self._request_problems: tuple[Problem, ...] = ()
        self._batch: Mapping[int, tuple[Problem, ...]] = {}
        self._batch_errors = 0
        self._past: list[tuple[str, Composition]] = []
        self._future: list[Composition] = []

    @property
    def composition(self) -> Composition:
        """The drafts and the selection."""
        return self._composition

    def current(self) -> Draft:
        """The selected event."""
        return self._composition.current

    @property
    def mode(self) -> Mode:
        """The mode the request is judged for."""
        return self._mode

    @property
    def is_judged(self) -> bool:
        """Whether the events have been judged: not before somebody asked."""
        return self._is_judged

    @property
    def judgement(self) -> "Judgement":
        """The judgement of the selected event."""
        return self.judgements[self._composition.selected]

    @property
    def judgements(self) -> "Sequence[Judgement]":
        """The judgement of each event, in order."""
        self._judge_if_new()
        return self._judgements

    def payloads(self) -> tuple[JsonObject, ...]:
        """The events as they would travel, in order."""
        return tuple(judgement.payload for judgement in self.judgements)

    @property
    def request_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the request as a whole."""
        self._judge_if_new()
        return self._request_problems

    def problems(self, index: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with one event (the selected one by default), worst first, duplicates in the batch included."""
        self._judge_if_new()
        at = self._composition.selected if index is None else index
        extra = self._batch.get(at, ())
        own = self._judgements[at].problems
        return tuple(sorted((*own, *extra), key=_rank)) if extra else own

    def error_count(self) -> int:
        """How many errors stand in the way of sending."""
        self._judge_if_new()
        return sum(self._errors) + self._batch_errors

    def now(self) -> int:
        """The moment events are judged at, in Unix seconds."""
        return int(self._clock())

    @property
    def obstacle(self) -> str:
        """Why what is in sight is not what would be sent; "" when it is."""
        return self._obstacle

    def set_obstacle(self, reason: str) -> None:
        """Says why the request cannot be sent as it stands in sight, or with "" that it can."""
        if reason != self._obstacle:
            self._obstacle = reason
            self.obstacle_changed.emit()

    # -- edits

    def edit(self, path: str, typed: Typed) -> None:
        """One field of the selected event was typed into."""
        self._change(self._composition.current.with_value(path, typed), path)

    def edit_lines(self, lines: tuple[Line, ...]) -> None:
        """The product lines of the selected event were changed."""
        self._change(self._composition.current.with_lines(lines), "lines")

    def edit_draft(self, draft: Draft) -> None:
        """The selected event was edited as a whole, by the JSON tab, which shows its own text."""
        self._change(draft, "json")

    def replace_draft(self, draft: Draft) -> None:
        """The selected event becomes another one, and every editor shows it."""
        self._restructure(self._composition.with_current(draft))

    def select(self, index: int) -> None:
        """Another event is edited."""
        if index != self._composition.selected:
            self._composition = self._composition.selecting(index)
            self.reloaded.emit()
            self._tell_judged()

    def add(self, drafts: Iterable[Draft]) -> None:
        """Events are put in behind the selected one."""
        self._restructure(self._composition.adding(drafts))

    def remove(self, index: int) -> None:
        """One event is taken out; undo brings it back."""
        self._restructure(self._composition.removing(index))

    def load(self, composition: Composition) -> None:
        """The whole request is replaced; undo brings the former one back."""
        self._restructure(composition)

    def replace_drafts(self, drafts: tuple[Draft, ...], judgements: "Sequence[Judgement]") -> None:
        """The events become others in one step, each judged already at the present moment; the selection stays."""
        self._remember("")
        known = {id(draft): judgement for draft, judgement in zip(drafts, judgements, strict=True)}
        self._put(replace(self._composition, drafts=drafts), known)

    def undo(self) -> None:
        """Takes the last change back."""
        if self._past:
            self._future.append(self._composition)
            _, before = self._past.pop()
            self._put(before)

    def redo(self) -> None:
        """Makes the change that was taken back again."""
        if self._future:
            self._past.append(("redo", self._composition))
            self._put(self._future.pop())

    def set_mode(self, mode: Mode) -> None:
        """Judges the request for another mode."""
        if mode is not self._mode:
            self._mode = mode
            if self._is_judged:
                self._judge_batch()
                self.judged.emit()

    def refresh(self) -> None:
        """Judges everything at the present moment: events grow old while a window stands open."""
        self._rejudge_all({})
        self.judged.emit()

    # -- inside

    def _change(self, draft: Draft, what: str) -> None:
        self._judge_if_new()
        selected, before = self._composition.selected, self._composition.current
        self._remember(f"{selected}:{what}")
        self._composition = self._composition.with_current(draft)
        self._judgements[selected] = self._judge().event(draft, now=self.now())
        self._errors[selected] = _error_count(self._judgements[selected].problems)
        # Looking at a thousand events takes longer than a keystroke may; most keystrokes change nothing among them.
        if any(before.text(path) != draft.text(path) for path in self._judge().batch_paths):
            self._judge_batch()
        self.edited.emit()
        self.judged.emit()

    def _restructure(self, composition: Composition) -> None:
        self._remember("")
        self._put(composition)

    def _put(self, composition: Composition, judged: "Mapping[int, Judgement]" = _NOTHING) -> None:
        before = self._composition  # keeps the old drafts alive, so that an id cannot be reused meanwhile
        self._composition = composition
        if self._is_judged:
            known = {id(draft): found for draft, found in zip(before.drafts, self._judgements, strict=True)}
            self._rejudge_all(known | dict(judged))
        del before
        self.reloaded.emit()
        self._tell_judged()

    def _tell_judged(self) -> None:
        if self._is_judged:
            self.judged.emit()

    def _judge_if_new(self) -> None:
        if not self._is_judged:
            self._rejudge_all({})

    def _remember(self, what: str) -> None:
        """Consecutive keystrokes in one field are one step back."""
        self._future.clear()
        if not what or not self._past or self._past[-1][0] != what:
            self._past.append((what, self._composition))
            del self._past[:-_UNDO_DEPTH]

    def _rejudge_all(self, known: "Mapping[int, Judgement]") -> None:
        judge, now = self._judge(), self.now()
        self._judgements = [known.get(id(draft)) or judge.event(draft, now=now) for draft in self._composition.drafts]
        # Before anyone hears of it, who then asks.
        self._is_judged = True
        self._errors = [_error_count(judgement.problems) for judgement in self._judgements]
        self._judge_batch()

    def _judge_batch(self) -> None:
        self._request_problems, self._batch = self._judge().batch(self._composition.drafts, mode=self._mode)
        # Counted here: a thousand repetitions are not to be counted again at each keystroke.
        self._batch_errors = _error_count(self._request_problems) + sum(map(_error_count, self._batch.values()))
        self.batch_judged.emit()


def _error_count(problems: Iterable[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in problems)


def _rank(problem: Problem) -> int:
    return problem.severity.rank
