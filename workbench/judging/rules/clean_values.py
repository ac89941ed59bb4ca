"""The short way of a value that travels as it was typed, or as a number: no finding, and nothing to take off it."""

import re
from collections.abc import Callable, Collection, Mapping

from workbench.contract.field import FieldType
from workbench.contract.loading import Contract
from workbench.events.draft import Typed
from workbench.ground.json_types import JsonValue
from workbench.judging.clean_hashing import Clean, clean_digests, clean_wire_digests
from workbench.judging.rules.codes import COMMON_CURRENCIES, COMMON_LANGUAGES
from workbench.judging.rules.plan import FieldPlan

_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_LONGEST_INTEGER = 18
_LISTS: Mapping[str, Callable[[Contract], Collection[str]]] = {
    "event-name": lambda contract: contract.event_name_set,
    "action-source": lambda contract: contract.platform_of,
    "currency": lambda _contract: COMMON_CURRENCIES,
    "language": lambda _contract: COMMON_LANGUAGES,
}
# A look costs these as much as the close one, and what it finds would be found twice.
_ALWAYS_CLOSELY = frozenset({"ip"})


def no_short_way(_plan: FieldPlan) -> Clean:
    """The way of a field whose every value is looked at closely."""
    return _never


def _never(_typed: Typed) -> JsonValue:
    return None


def clean_value(plan: FieldPlan, contract: Contract, *, wire: bool) -> Clean:
    """The short way of one field; ``wire`` asks for digests where the field is hashed."""
    field = plan.field
    if plan.on_use is not None or field.format in _ALWAYS_CLOSELY:
        return _never
    if plan.hashed:
        return clean_wire_digests if wire else clean_digests(field.hash_rule)
    if field.type is FieldType.BOOLEAN:
        return {"true": True, "false": False}.get  # type: ignore[return-value]  # a tuple is in no such table
    if field.type is FieldType.INTEGER:
        return _integer(plan)
    if plan.is_list:
        return _texts(plan)
    if is_free_text(plan, contract):
        return _text(plan)
    if known := _listed(plan, contract):
        return known.get  # type: ignore[return-value]
    return _amount(plan)


def is_free_text(plan: FieldPlan, contract: Contract) -> bool:
    """Whether the value is one text that travels as it is, and no entry of a closed list."""
    return plan.plain and not plan.hashed and not plan.is_list and not _listed(plan, contract)


def _listed(plan: FieldPlan, contract: Contract) -> dict[str, str]:
    """The texts of a closed list that nothing is found in."""
    texts = _LISTS[plan.field.format](contract) if plan.field.format in _LISTS else plan.field.values
    return {text: text for text in texts if _passes(plan, text)}


def _passes(plan: FieldPlan, text: str) -> bool:
    return all(check(plan.path, text) is None for check in plan.text_checks)


def _text(plan: FieldPlan) -> Clean:
    path, checks = plan.path, plan.text_checks

    # Printable text is free of half characters.
    def plain(typed: Typed) -> JsonValue:
        if isinstance(typed, str) and typed and typed.isprintable() and typed.strip() == typed:
            return typed
        return None

    def checked(typed: Typed) -> JsonValue:
        if isinstance(typed, str) and typed and typed.isprintable() and typed.strip() == typed:
            for check in checks:
                if check(path, typed) is not None:
                    return None
            return typed
        return None

    return checked if checks else plain


def _texts(plan: FieldPlan) -> Clean:
    one = _text(plan)

    def several(typed: Typed) -> JsonValue:
        found = [one(text) for text in typed] if isinstance(typed, tuple) else []
        return found if found and None not in found else None

    return several


def _amount(plan: FieldPlan) -> Clean:
    path, checks, shape = plan.path, plan.text_checks, _AMOUNT.fullmatch

    def amount(typed: Typed) -> JsonValue:
        if not isinstance(typed, str) or not shape(typed):
            return None
        for check in checks:
            if check(path, typed) is not None:
                return None
        return typed

    return amount


def _integer(plan: FieldPlan) -> Clean:
    path, checks = plan.path, plan.number_checks

    def integer(typed: Typed) -> JsonValue:
        if not isinstance(typed, str) or not typed.isdigit() or not typed.isascii() or len(typed) > _LONGEST_INTEGER:
            return None
        number = int(typed)
        for check in checks:
            if check(path, number) is not None:
                return None
        return number

    return integer
