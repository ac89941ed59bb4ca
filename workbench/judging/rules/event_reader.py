"""The values of one event, field by field: the short way for what is evidently clean, a close look at the rest."""

from collections.abc import Callable, Mapping

from workbench.contract.field import CONTENTS
from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Line, Typed
from workbench.events.payload import completed, nested
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.clean_hashing import Clean
from workbench.judging.rules.plan import FieldPlan, field_plan
from workbench.judging.rules.shapes import Shape, Shapes
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.values import no_such_field, read_value


class EventReader:
    """Reads drafts into sheets; ``clean`` makes the short way of each field."""

    def __init__(self, *, contract: Contract, clean: Callable[[FieldPlan], Clean]) -> None:
        plans = [field_plan(each, contract, order=order) for order, each in enumerate(contract.fields)]
        self._shapes = Shapes({plan.path: plan for plan in plans if not plan.field.in_line}, clean=clean)
        self._line_shapes = Shapes({plan.field.name: plan for plan in plans if plan.field.in_line}, clean=clean)

    def read(self, draft: Draft, sheet: Sheet) -> JsonObject:
        """Judges all values; gives the event as it travels, in the catalogue's order."""
        shape = self._shapes.of(draft.values)
        found = _values(shape, draft.values, sheet)
        lacking = None in found
        sheet.values = _without_none(shape, found) if lacking else dict(zip(shape.keys, found, strict=True))
        for index, line in enumerate(draft.lines):
            values = self._line(index, line, sheet)
            sheet.lines.append(values)
            if sheet.first_line is None and (values or any(text.strip() for text in line.values())):
                sheet.first_line = index
        event = nested(sheet.values) if lacking else shape.nested(found)
        return completed(event, sheet.lines, draft.extras)

    def _line(self, index: int, line: Line, sheet: Sheet) -> dict[str, JsonValue]:
        """Nothing comes of an empty line, but it stays, so that indexes hold."""
        shape = self._line_shapes.of(line)
        found = _values(shape, line, sheet, prefix=f"{CONTENTS}[{index}].")
        return _without_none(shape, found) if None in found else dict(zip(shape.keys, found, strict=True))


def _values(shape: Shape, typed: Mapping[str, Typed], sheet: Sheet, *, prefix: str = "") -> list[JsonValue]:
    """The wire value of each field of the shape, None where there is none.

    ``prefix`` is what stands before the keys of a product line.
    """
    found = [clean(text) for clean, text in zip(shape.clean, map(typed.__getitem__, shape.keys), strict=True)]
    if len(shape.keys) != len(typed):
        for key, text in typed.items():
            if key not in shape.keys:
                no_such_field(prefix + key, text, sheet)
    if None not in found:
        sheet.typed |= shape.typed
    else:
        places = [at for at, value in enumerate(found) if value is None]
        for at in places:
            key = shape.keys[at]
            found[at] = read_value(shape.plans[at], prefix + key, typed[key], sheet)
        # What was looked at closely counts itself as typed, unless it is blank.
        sheet.typed |= shape.typed.difference([shape.plans[at].path for at in places])
    return found


def _without_none(shape: Shape, found: list[JsonValue]) -> dict[str, JsonValue]:
    return {key: value for key, value in zip(shape.keys, found, strict=True) if value is not None}
