"""What follows from which fields of an event are filled, worked out once for all events that have the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.events.draft import Line, Typed
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.clean_hashing import Clean
from workbench.judging.rules.plan import FieldPlan

MOST_SHAPES = 1000
"""Beyond that many, all are forgotten: events that differ so much gain little, and memory is not to grow."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Some fields, in the order of the catalogue. ``keys`` are what their typed texts are found by.

    ``typed`` are the catalogue paths of all of them. ``objects`` are the runs of fields that stand in one object of
    the event: its name, "" for the event itself, the bare names, and where the run begins and ends.
    """

    keys: tuple[str, ...]
    plans: tuple[FieldPlan, ...]
    clean: tuple[Clean, ...]
    typed: frozenset[str]
    objects: tuple[tuple[str, tuple[str, ...], int, int], ...]

    def nested(self, values: Sequence[JsonValue]) -> JsonObject:
        """One event out of a wire value for each field."""
        event: JsonObject = {}
        for holder, names, start, end in self.objects:
            inner = dict(zip(names, values[start:end], strict=True))
            if holder:
                event[holder] = inner
            else:
                event.update(inner)
        return event


class Shapes:
    """The shapes that were met so far. Remembers names of fields only, never a value."""

    def __init__(self, plans: Mapping[str, FieldPlan], *, clean: Callable[[FieldPlan], Clean]) -> None:
        self._plans = plans
        self._clean = {key: clean(plan) for key, plan in plans.items()}
        self._met: dict[tuple[str, ...], Shape] = {}

    def of(self, typed: Mapping[str, Typed] | Line) -> Shape:
        """The shape of an event's values or of a product line; keys that no field has are not in it."""
        keys = tuple(typed)
        return self._met.get(keys) or self._meet(keys)

    def _meet(self, keys: tuple[str, ...]) -> Shape:
        known = tuple(key for key in keys if key in self._plans)
        shape = self._met.get(known)
        if shape is None:
            if len(self._met) >= MOST_SHAPES:
                self._met.clear()
            # Unknown keys may be anything, and many: only the names of fields are kept.
            shape = self._met[known] = self._shape(known)
        return shape

    def _shape(self, known: tuple[str, ...]) -> Shape:
        keys = tuple(sorted(known, key=lambda key: self._plans[key].order))
        plans = tuple(self._plans[key] for key in keys)
        return Shape(
            keys=keys,
            plans=plans,
            clean=tuple(self._clean[key] for key in keys),
            typed=frozenset(plan.path for plan in plans),
            objects=tuple(_objects(plans)),
        )


def _objects(plans: Sequence[FieldPlan]) -> list[tuple[str, tuple[str, ...], int, int]]:
    objects: list[tuple[str, tuple[str, ...], int, int]] = []
    end = 0
    for holder, run in groupby(plans, key=lambda plan: plan.path.rpartition(".")[0]):
        names = tuple(plan.field.name for plan in run)
        objects.append((holder, names, end, end + len(names)))
        end += len(names)
    return objects
