"""Events judged whole: the functions that were written for the shapes that are met often."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Line
from workbench.ground.json_types import JsonObject
from workbench.judging.hashed_values import HashedValues
from workbench.judging.problem import Problem
from workbench.judging.rules.cross_rule import CrossRule
from workbench.judging.rules.identifiers import IP, identifier_problem
from workbench.judging.rules.plan import FieldPlan
from workbench.judging.rules.shapes import MOST_SHAPES
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.whole_event_source import EventShape, WholeEvent, Writing, displayed
from workbench.judging.rules.whole_event_values import read_lines, read_values

Advise: TypeAlias = Callable[[Sheet], Sequence[Problem]]
_Keys: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]

OFTEN = 20
"""How often a shape is met before a function is written for it, which takes as long as judging forty events."""


class WholeEvents:
    """Judges events whole that need no closer look. Remembers names of fields only, never a value."""

    def __init__(
        self,
        *,
        contract: Contract,
        plans: Sequence[FieldPlan],
        wire: bool,
        often: int,
        required: frozenset[str],
        rules: Sequence[CrossRule],
        advise: Advise,
    ) -> None:
        """``advise`` says what is recommended and missing, of an event with a name and an action source."""
        self._plans = {plan.path: plan for plan in plans if not plan.field.in_line}
        self._line_plans = {plan.field.name: plan for plan in plans if plan.field.in_line}
        self._contract = contract
        self._wire = wire
        self._often = often
        self._required = required
        self._rules = rules
        self._advise = advise
        self._met: dict[_Keys, int] = {}
        self._written: dict[_Keys, WholeEvent] = {}

    def judged(self, draft: Draft, now: int) -> tuple[JsonObject, tuple[Problem, ...]] | None:
        """The event as it travels and what is said of it; None where each field must be looked at."""
        lines = draft.lines
        keys = (tuple(draft.values), tuple(lines[0]) if lines else ())
        written = self._written.get(keys)
        if written is None:
            written = self._meet(keys, lines)
        return written(draft.values, lines, now)

    def _meet(self, keys: _Keys, lines: Sequence[Line]) -> WholeEvent:
        # Unknown keys may be anything, and many; and an empty line says nothing of the fields of the others.
        known = self._plans.keys() >= set(keys[0]) and self._line_plans.keys() >= set(keys[1])
        if not known or (lines and not keys[1]):
            return _look_closely
        if len(self._met) >= MOST_SHAPES and keys not in self._met:
            self._met.clear()
            self._written.clear()
        self._met[keys] = met = self._met.get(keys, 0) + 1
        if met < self._often:
            return _look_closely
        writing = self.write(self.shape(*keys))
        # Assigned once and whole: other threads may be judging.
        self._written[keys] = written = _look_closely if writing.pointless else writing.function()
        return written

    def shape(self, values: Sequence[str], line: Sequence[str]) -> EventShape:
        """The shape of events with values at these paths, and product lines with these fields."""
        plans = tuple(self._plans[path] for path in values)
        line_plans = tuple(self._line_plans[name] for name in line)
        typed = frozenset(plan.path for plan in (*plans, *line_plans))
        return EventShape(values=plans, line=line_plans, wire=self._wire, typed=typed)

    def write(self, shape: EventShape) -> Writing:
        """The function for a shape, with what it needs."""
        writing = Writing()
        if not self._required <= shape.typed or identifier_problem(self._sheet(shape)) is not None:
            writing.pointless = True
            return writing
        read_values(writing, shape, self._contract)
        if shape.line:
            read_lines(writing, shape, self._contract)
        for rule in self._rules:
            if not rule.looks_at.isdisjoint(shape.typed):
                rule.guard(writing, shape)
        advice = writing.name("ADVICE", self._advice_for(shape))
        writing.add(f"problems = {advice}(event_name, action_source)")
        if IP in shape.typed:
            writing.add("if found is not None:")
            writing.add("    problems = (found, *problems)")
        writing.add("event = {")
        writing.depth += 1
        for line in displayed(shape):
            writing.add(line)
        writing.depth -= 1
        writing.add("}")
        writing.add("return event, problems")
        return writing

    def _advice_for(self, shape: EventShape) -> Callable[[str, str], tuple[Problem, ...]]:
        # Both are texts of closed lists here.
        @cache
        def advice(event_name: str, action_source: str) -> tuple[Problem, ...]:
            sheet = self._sheet(shape)
            sheet.values = {"event_name": event_name, "action_source": action_source}
            sheet.first_line = 0 if shape.line else None
            return tuple(self._advise(sheet))

        return advice

    def _sheet(self, shape: EventShape) -> Sheet:
        hashed = HashedValues({}, fields={}, wire=shape.wire)
        return Sheet(now=0, wire=shape.wire, hashed=hashed, typed=set(shape.typed))


def _look_closely(_values: Mapping[str, object], _lines: Sequence[Line], _now: int) -> None:
    return None
