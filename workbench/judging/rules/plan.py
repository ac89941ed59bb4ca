"""What is done with the value of each field, worked out once from the catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.contract.field import Field, FieldType
from workbench.contract.loading import Contract
from workbench.judging.problem import Problem
from workbench.judging.rules.addresses import ip_check
from workbench.judging.rules.click_id import click_id_check
from workbench.judging.rules.codes import currency_check, language_check, listed_check
from workbench.judging.rules.event_name import event_name_check
from workbench.judging.rules.event_time import unit_check
from workbench.judging.rules.numbers import NumberCheck, amount_check, count_check, range_check
from workbench.judging.rules.order import CONTENT_IDS, content_id_check
from workbench.judging.rules.presence import use_problem
from workbench.judging.rules.text_shapes import (
    EVENT_ID_LONG,
    TextCheck,
    length_check,
    locale_check,
    opt_out_type_check,
    partner_name_check,
    url_check,
)
from workbench.judging.rules.user_agent import user_agent_check

_MakeCheck = Callable[[Field, Contract], TextCheck]

FORMATS: Mapping[str, _MakeCheck] = {
    "action-source": lambda field, contract: listed_check(field, [each.name for each in contract.action_sources]),
    "click-id": lambda _field, _contract: click_id_check,
    "currency": lambda _field, _contract: currency_check,
    # A gift may cost nothing, and a customer may be worth nothing later; an order is worth something.
    "decimal": lambda field, _contract: amount_check(field, above_zero=field.name == "value"),
    "event-name": lambda _field, contract: event_name_check(contract),
    "ip": lambda _field, _contract: ip_check,
    "language": lambda _field, _contract: language_check,
    "locale": lambda _field, _contract: locale_check,
    "opt-out-type": lambda _field, _contract: opt_out_type_check,
    "partner-name": lambda _field, _contract: partner_name_check,
    "url": lambda field, _contract: url_check(field),
    "user-agent": lambda _field, _contract: user_agent_check,
}
"""The check of each format of the catalogue. ``unix-time`` is a number's; for ``timezone`` no source has a rule."""


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field with its checks. ``on_use`` is said whenever the field is used, with the field's own path.

    ``plain`` says that the typed text is the wire value, but for white space around it.
    """

    field: Field
    path: str
    order: int
    hashed: bool
    is_list: bool
    plain: bool
    text_checks: tuple[TextCheck, ...]
    number_checks: tuple[NumberCheck, ...]
    on_use: Problem | None


def field_plans(contract: Contract) -> tuple[FieldPlan, ...]:
    """The plans for all fields, in the order of the catalogue."""
    return tuple(field_plan(each, contract, order=order) for order, each in enumerate(contract.fields))


def field_plan(field: Field, contract: Contract, *, order: int) -> FieldPlan:
    """The plan for one field; ``order`` is its place in the catalogue."""
    return FieldPlan(
        field=field,
        path=field.path,
        order=order,
        hashed=field.hashed,
        is_list=field.is_list,
        plain=field.type in {FieldType.STRING, FieldType.STRINGS} and field.format != "decimal",
        text_checks=() if field.hashed else tuple(_text_checks(field, contract)),
        number_checks=tuple(_number_checks(field, contract)) if field.type is FieldType.INTEGER else (),
        on_use=use_problem(field, contract),
    )


def _text_checks(field: Field, contract: Contract) -> list[TextCheck]:
    checks: list[TextCheck] = []
    if field.values:
        checks.append(listed_check(field, field.values))
    if field.format in FORMATS:
        checks.append(FORMATS[field.format](field, contract))
    if field.max_length is not None:
        checks.append(length_check(field, field.max_length))
    elif field.path == CONTENT_IDS:
        checks.append(content_id_check)
    elif field.path == "event_id":
        checks.append(length_check(field, contract.limits["event_id_length_advised"], EVENT_ID_LONG))
    return checks


def _number_checks(field: Field, contract: Contract) -> list[NumberCheck]:
    checks: list[NumberCheck] = []
    if field.format == "unix-time":
        checks.append(unit_check(field))
    if field.name in {"quantity", "num_items"}:
        checks.append(count_check(field, unusual=contract.limits["unusual_count"]))
    if field.minimum is not None or field.maximum is not None:
        checks.append(range_check(field))
    return checks
