"""A close look at one value: the typed text into its wire value or digest, with what is wrong with it."""

from dataclasses import replace

from workbench.events.draft import Typed
from workbench.events.wire import TypeFault, wire_value
from workbench.ground.json_types import JsonValue
from workbench.judging.hashing import hash_text
from workbench.judging.rules.identifiers import BIRTH_DATE, EQUAL_DIGESTS, REMOVE_REPEATED, birth_date_problem
from workbench.judging.rules.plan import FieldPlan
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.types import broken_problem, is_broken, type_problem
from workbench.judging.rules.unknown_keys import unknown_column
from workbench.judging.rules.wire_shapes import stray_space_problem


def read_value(plan: FieldPlan, path: str, typed: Typed, sheet: Sheet) -> JsonValue:
    """The wire value of a field; None when it has none. ``path`` is the field's, or that of its place in a line."""
    if plan.is_list:
        return _items(plan, typed, sheet) or None
    return _scalar(plan, path, typed if isinstance(typed, str) else next(iter(typed), ""), sheet)


def _scalar(plan: FieldPlan, path: str, text: str, sheet: Sheet) -> str | int | None:
    """The wire value of one text; None when it is blank, or when it has none, which a problem then says."""
    value = text.strip()
    if not value:
        return None
    if plan.on_use is not None and plan.path not in sheet.typed:
        sheet.problems.append(replace(plan.on_use, path=path))
    sheet.typed.add(plan.path)
    # A plain text travels as it is; asking for its wire value would add a tenth to the cost of judging an event.
    return _text(plan, path, text, value, sheet) if plan.plain else _typed(plan, path, text, sheet)


def _typed(plan: FieldPlan, path: str, text: str, sheet: Sheet) -> str | int | None:
    value = wire_value(plan.field, text)
    if isinstance(value, str):
        return _text(plan, path, text, value, sheet)
    if isinstance(value, TypeFault):
        sheet.problems.append(type_problem(plan.field, path, text, value))
        return None
    for check in plan.number_checks:
        problem = check(path, value)
        if problem is not None:
            sheet.problems.append(problem)
            break
    return value


def _text(plan: FieldPlan, path: str, typed: str, value: str, sheet: Sheet) -> str | None:
    if not value.isascii() and is_broken(value):
        sheet.problems.append(broken_problem(plan.field, path))
        return None
    for check in plan.text_checks:
        problem = check(path, value)
        if problem is not None:
            sheet.problems.append(problem)
            return value
    if sheet.wire and len(value) != len(typed):
        sheet.problems.append(stray_space_problem(plan.field, path, value))
    return value


def _items(plan: FieldPlan, typed: Typed, sheet: Sheet) -> list[JsonValue]:
    items: list[JsonValue] = []
    first_path: dict[str, str] = {}
    for index, text in enumerate((typed,) if isinstance(typed, str) else typed):
        if not text or text.isspace():
            continue
        path = f"{plan.path}[{index}]"
        value = _digest(plan, path, text, sheet) if plan.hashed else _scalar(plan, path, text, sheet)
        if value is None:
            continue
        if not isinstance(value, str) or not plan.hashed:
            items.append(value)
        elif value not in first_path:
            first_path[value] = path
            items.append(value)
        else:
            sheet.problems.append(EQUAL_DIGESTS.at(path, first=first_path[value], repair=REMOVE_REPEATED))
    return items


def _digest(plan: FieldPlan, path: str, text: str, sheet: Sheet) -> str | None:
    sheet.typed.add(plan.path)
    hashed = hash_text(plan.field, text, wire=sheet.wire)
    if plan.path == BIRTH_DATE and hashed.normalised:
        ahead = birth_date_problem(hashed.normalised, sheet.now)
        if ahead is not None:
            hashed = replace(hashed, normalised=None, digest=None, problems=(ahead,))
    sheet.hashed.looked_at[path] = hashed
    if hashed.problems:
        sheet.problems.extend(replace(problem, path=path) for problem in hashed.problems)
    return hashed.digest


def no_such_field(path: str, typed: Typed, sheet: Sheet) -> None:
    """A value under a path the catalogue does not have, as a file with a foreign column may bring it, is left out."""
    if "".join(typed).strip():
        sheet.problems.append(unknown_column(path))
