"""The text of a function that judges a whole event of one shape, while it is being written.

A thousand events of a shop fill the same fields. Asking for each of forty fields again what is to be done with it costs
more than doing it, so that for a shape that is met often a function is written that goes straight through its fields.
It gives the event as it travels, and what is said of it; None as soon as one value is not evidently clean or two of
them may disagree: such an event is judged field by field, by the code that has the last word on every event.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from workbench.contract.field import CONTENTS
from workbench.events.draft import Line, Typed
from workbench.ground.json_types import JsonObject
from workbench.judging.problem import Problem
from workbench.judging.rules.plan import FieldPlan

WholeEvent: TypeAlias = Callable[
    [Mapping[str, Typed], Sequence[Line], int], tuple[JsonObject, tuple[Problem, ...]] | None
]
"""Values, product lines and the present moment in; the event and its findings out, or None: look at each field."""


@dataclass(frozen=True, slots=True)
class EventShape:
    """Which fields are filled: those of the event and those of each of its product lines, in the draft's own order.

    ``typed`` are the catalogue paths of all of them. ``line`` is empty when there is no product line.
    """

    values: tuple[FieldPlan, ...]
    line: tuple[FieldPlan, ...]
    wire: bool
    typed: frozenset[str]


@dataclass(slots=True)
class Writing:
    """A function being written: its lines, and what the names in capitals stand for.

    ``pointless`` says that something is to be said of every event of the shape.
    """

    lines: list[str] = field(default_factory=lambda: ["def judged(values, lines, now):"])
    names: dict[str, object] = field(default_factory=dict)
    depth: int = 1
    pointless: bool = False

    def add(self, line: str) -> None:
        """One more line, at the present depth."""
        self.lines.append(f"{'    ' * self.depth}{line}")

    def stop_if(self, condition: str) -> None:
        """Has the function give up on an event for which the condition holds."""
        self.add(f"if {condition}:")
        self.add("    return None")

    def name(self, name: str, meaning: object) -> str:
        """Has a name in capitals stand for something, and gives it."""
        self.names[name.upper()] = meaning
        return name.upper()

    @property
    def source(self) -> str:
        """The whole text."""
        return "\n".join([*self.lines, ""])

    def function(self) -> WholeEvent:
        """The function itself."""
        scope = dict(self.names)
        # Names and limits of the catalogue stand in the text, never anything that was typed.
        exec(compile(self.source, "<a whole event>", "exec"), scope)  # noqa: S102
        judged: WholeEvent = scope["judged"]  # type: ignore[assignment]
        return judged


def variable(plan: FieldPlan) -> str:
    """The variable that holds the value of a field: ``user_data_em``, or ``line_id`` of a product line."""
    return f"line_{plan.field.name}" if plan.field.in_line else variable_at(plan.path)


def variable_at(path: str) -> str:
    """The variable that holds the value at the path of an event's own field."""
    return path.replace(".", "_")


def displayed(shape: EventShape) -> list[str]:
    """The lines of a dict display of the event, in the order of the catalogue, without the outer braces."""
    holder_of_lines, _, name_of_lines = CONTENTS.rpartition(".")
    objects: dict[str, list[str]] = {}
    event: dict[str, str] = {}
    for plan in sorted(shape.values, key=lambda plan: plan.order):
        holder, _, name = plan.path.rpartition(".")
        if holder:
            objects.setdefault(holder, []).append(f'    "{name}": {variable(plan)},')
        event[holder or name] = variable(plan)
    if shape.line:
        objects.setdefault(holder_of_lines, []).append(f'    "{name_of_lines}": contents,')
        event.setdefault(holder_of_lines, "")
    lines: list[str] = []
    for key, own in event.items():
        lines += [f'"{key}": {{', *objects[key], "},"] if key in objects else [f'"{key}": {own},']
    return lines


def displayed_line(shape: EventShape) -> str:
    """One product line as a dict display, in the order of the catalogue."""
    ordered = sorted(shape.line, key=lambda plan: plan.order)
    return "{" + ", ".join(f'"{plan.field.name}": {variable(plan)}' for plan in ordered) + "}"
