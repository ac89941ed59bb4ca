"""The values of one event, field by field: the short way for what is evidently clean, a close look at the rest."""

from collections.abc import Callable, Mapping, Sequence

from workbench.contract.field import CONTENTS
from workbench.events.draft import Draft, Line, Typed
from workbench.events.payload import completed, nested
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.clean_hashing import Clean
from workbench.judging.rules.plan import FieldPlan
from workbench.judging.rules.shapes import Shape, Shapes
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.values import no_such_field, read_value


class EventReader:
    """Reads drafts into sheets; ``clean`` makes the short way of each field."""

    def __init__(self, *, plans: Sequence[FieldPlan], clean: Callable[[FieldPlan], Clean]) -> None:
        self._shapes = Shapes({plan.path: plan for plan in plans if not plan.field.in_line}, clean=clean)
        self._line_shapes = Shapes({plan.field.name: plan for plan in plans if plan.field.in_line}, clean=clean)

    def read(self, draft: Draft, sheet: Sheet) -> JsonObject:
        """Judges all values; gives the event as it travels, in the catalogue's order."""
        shape = self._shapes.of(draft.values)
        found = _values(shape, draft.values, sheet, line=None)
        lacking = None in found
        sheet.values = _without_none(shape, found) if lacking else dict(zip(shape.keys, found, strict=True))
        for index, line in enumerate(draft.lines):
            values = self._line(line, sheet, index)
            # Nothing comes of an empty line, but it stays, so that indexes hold.
            sheet.lines.append(values)
            if sheet.first_line is None and (values or any(text.strip() for text in line.values())):
                sheet.first_line = index
        event = nested(sheet.values) if lacking else shape.nested(found)
        return completed(event, sheet.lines, draft.extras)

    def _line(self, line: Line, sheet: Sheet, index: int) -> dict[str, JsonValue]:
        shape = self._line_shapes.of(line)
        found = _values(shape, line, sheet, line=index)
        return _without_none(shape, found) if None in found else dict(zip(shape.keys, found, strict=True))


def _values(shape: Shape, typed: Mapping[str, Typed], sheet: Sheet, *, line: int | None) -> list[JsonValue]:
    """The wire value of each field of the shape, None where there is none."""
    found = [clean(text) for clean, text in zip(shape.clean, map(typed.__getitem__, shape.keys), strict=True)]
    if None in found or len(found) != len(typed):
        blank = _look_closely(shape, typed, found, sheet, "" if line is None else f"{CONTENTS}[{line}].")
        sheet.typed |= shape.typed.difference(blank) if blank else shape.typed
    else:
        sheet.typed |= shape.typed
    return found


def _look_closely(
    shape: Shape, typed: Mapping[str, Typed], found: list[JsonValue], sheet: Sheet, prefix: str
) -> list[str]:
    """Fills in what the short way left open, and gives the catalogue paths of what is blank.

    ``prefix`` is what stands before the keys of a product line.
    """
    blank = []
    at = -1
    for _ in range(found.count(None)):
        at = found.index(None, at + 1)
        plan, key = shape.plans[at], shape.keys[at]
        found[at] = read_value(plan, prefix + key, typed[key], sheet)
        if found[at] is None and plan.path not in sheet.typed:
            blank.append(plan.path)
    if len(found) != len(typed):
        for key, text in typed.items():
            if key not in shape.keys:
                no_such_field(prefix + key, text, sheet)
    return blank


def _without_none(shape: Shape, found: list[JsonValue]) -> dict[str, JsonValue]:
    return {key: value for key, value in zip(shape.keys, found, strict=True) if value is not None}
