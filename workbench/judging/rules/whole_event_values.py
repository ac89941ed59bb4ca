"""The lines of a written function that look at the values of an event, each as the short way of its field does."""

from collections.abc import Sequence

from workbench.contract.loading import Contract
from workbench.judging.rules.clean_values import clean_value, is_free_text
from workbench.judging.rules.identifiers import IP
from workbench.judging.rules.plan import FieldPlan
from workbench.judging.rules.whole_event_source import EventShape, Writing, displayed_line, variable


def read_values(writing: Writing, shape: EventShape, contract: Contract) -> None:
    """Turns what was typed into wire values, in the order in which it stands in the draft."""
    writing.add(f"{_unpacked(shape.values)} = values.values()")
    for plan in shape.values:
        _value(writing, plan, contract, wire=shape.wire)


def read_lines(writing: Writing, shape: EventShape, contract: Contract) -> None:
    """Reads all product lines into ``contents``, and adds up their ``pieces`` and what they cost, ``total``."""
    names = {plan.field.name for plan in shape.line}
    keys = writing.name("LINE", tuple(plan.field.name for plan in shape.line))
    writing.add("contents, pieces, total = [], 0, 0.0")
    writing.add("for line in lines:")
    writing.depth += 1
    writing.stop_if(f"tuple(line) != {keys}")
    writing.add(f"{_unpacked(shape.line)} = line.values()")
    for plan in shape.line:
        _value(writing, plan, contract, wire=shape.wire)
    writing.add(f"contents.append({displayed_line(shape)})")
    if "quantity" in names:
        writing.add("pieces += line_quantity")
    if {"quantity", "item_price"} <= names:
        writing.add("total += float(line_item_price) * line_quantity")
    writing.depth -= 1


def _unpacked(plans: Sequence[FieldPlan]) -> str:
    return " ".join(f"{variable(plan)}," for plan in plans)


def _value(writing: Writing, plan: FieldPlan, contract: Contract, *, wire: bool) -> None:
    own = variable(plan)
    if plan.on_use is not None:
        writing.pointless = True
    elif is_free_text(plan, contract):
        _free_text(writing, plan, own)
    else:
        clean = writing.name(f"CLEAN_{own}", clean_value(plan, contract, wire=wire))
        writing.add(f"{own} = {clean}({own})")
        writing.stop_if(f"{own} is None")


def _free_text(writing: Writing, plan: FieldPlan, own: str) -> None:
    # Printable text is free of half characters, and of white space but for spaces.
    writing.stop_if(f"{own}.__class__ is not str or not {own} or not {own}.isprintable() or {own}.strip() != {own}")
    for number, each in enumerate(plan.text_checks):
        check = writing.name(f"CHECK_{own}_{number}", each)
        if plan.path == IP:
            # The one finding that an event may have here: a request of tests has it in each, for good reason.
            writing.add(f'found = {check}("{plan.path}", {own})')
        else:
            writing.stop_if(f'{check}("{plan.path}", {own}) is not None')
