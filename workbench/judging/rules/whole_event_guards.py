"""The lines of a written function that stand for the rules about several fields.

Each of them has the function give up on an event unless its rule would certainly say nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from workbench.judging.hashed_values import HashedValues
from workbench.judging.problem import Problem
from workbench.judging.rules.amounts import AmountRule
from workbench.judging.rules.app_event import ACTION_SOURCE, AppEventRule
from workbench.judging.rules.click_id import URL
from workbench.judging.rules.device_twins import TwinRule
from workbench.judging.rules.event_time import EVENT_TIME, LatenessRule
from workbench.judging.rules.list_length import ListLengthRule
from workbench.judging.rules.order import CONTENT_IDS, CURRENCY, NUM_ITEMS, VALUE
from workbench.judging.rules.personal_data import PersonalDataRule
from workbench.judging.rules.personal_patterns import is_suspicious
from workbench.judging.rules.personal_url import personal_key
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.whole_event_source import EventShape, Writing, variable_at

Guard: TypeAlias = Callable[[Writing, EventShape], None]


def no_guard(_writing: Writing, _shape: EventShape) -> None:
    """For a rule that says nothing of values that took the short way."""


def filled_guard(rule: Callable[[Sheet], Iterable[Problem]]) -> Guard:
    """For a rule that asks only which fields are filled."""

    def guard(writing: Writing, shape: EventShape) -> None:
        hashed = HashedValues({}, fields={}, wire=shape.wire)
        if any(True for _ in rule(Sheet(now=0, wire=shape.wire, hashed=hashed, typed=set(shape.typed)))):
            writing.pointless = True

    return guard


def lateness_guard(rule: LatenessRule) -> Guard:
    """The moment is neither ahead nor late."""

    def guard(writing: Writing, _shape: EventShape) -> None:
        least, most = rule.ordinary_ages
        writing.stop_if(f"not {least} <= now - {variable_at(EVENT_TIME)} <= {most}")

    return guard


def item_count_guard(writing: Writing, shape: EventShape) -> None:
    """As many items as pieces, if the lines count them."""
    if _in_line(shape, "quantity"):
        writing.stop_if(f"{variable_at(NUM_ITEMS)} != pieces")


def content_id_guard(writing: Writing, shape: EventShape) -> None:
    """The same products in the same order."""
    if _in_line(shape, "id"):
        writing.stop_if(f'{variable_at(CONTENT_IDS)} != [line["id"] for line in contents]')


def amount_guard(rule: AmountRule) -> Guard:
    """The sum of the lines and nothing unusual; otherwise the rule itself decides, which knows of discounts."""

    def guard(writing: Writing, shape: EventShape) -> None:
        own = variable_at(VALUE)
        lines = "contents" if shape.line else "()"
        currency = variable_at(CURRENCY) if CURRENCY in shape.typed else "None"
        summed = _in_line(shape, "quantity") and _in_line(shape, "item_price")
        agrees = "value == total and " if summed else ""
        writing.add(f"value = float({own})")
        writing.stop_if(
            f"not ({agrees}value < {rule.least_unusual!r})"
            f" and {writing.name('AMOUNT', rule.problem)}({own}, {currency}, {lines}) is not None"
        )

    return guard


def url_click_id_guard(writing: Writing, _shape: EventShape) -> None:
    """No click id in the page's address."""
    writing.stop_if(f'"epik=" in {variable_at(URL)}')


def list_length_guard(rule: ListLengthRule) -> Guard:
    """No more entries than are allowed."""

    def guard(writing: Writing, shape: EventShape) -> None:
        for path, limit in rule.limits.items():
            if path in shape.typed:
                writing.stop_if(f"len({variable_at(path)}) > {limit}")

    return guard


def app_event_guard(rule: AppEventRule, platform_of: Mapping[str, str]) -> Guard:
    """Not of an app, or with a field of the app."""
    sources = frozenset(source for source, platform in platform_of.items() if platform == "app")

    def guard(writing: Writing, shape: EventShape) -> None:
        if rule.fields.isdisjoint(shape.typed):
            writing.stop_if(f"{variable_at(ACTION_SOURCE)} in {writing.name('APPS', sources)}")

    return guard


def personal_data_guard(rule: PersonalDataRule) -> Guard:
    """One look at all texts that travel as they are; those of product lines as they were typed."""

    def guard(writing: Writing, shape: EventShape) -> None:
        plans = [plan for plan in shape.values if plan.path in rule.paths]
        each = (f"*{variable_at(plan.path)}" if plan.is_list else variable_at(plan.path) for plan in plans)
        writing.add(f"texts = [{', '.join(each)}]")
        if shape.line:
            writing.add("for line in lines:")
            writing.add("    texts += line.values()")
        writing.stop_if(f'{writing.name("SUSPICIOUS", is_suspicious)}("\\n".join(texts))')
        if URL in shape.typed:
            own = variable_at(URL)
            writing.stop_if(f'"=" in {own} and {writing.name("PERSONAL_KEY", personal_key)}({own})')

    return guard


def twin_guard(rule: TwinRule) -> Guard:
    """The same value under both names."""

    def guard(writing: Writing, shape: EventShape) -> None:
        for flat, twin in rule.pairs:
            if {flat, twin} <= shape.typed:
                writing.stop_if(f"{variable_at(flat)} != {variable_at(twin)}")

    return guard


def _in_line(shape: EventShape, name: str) -> bool:
    return any(plan.field.name == name for plan in shape.line)
