"""Recipes as data: one aspect after the other, each with the choice that the rule wants and those that are mistakes."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias


class Mistake(NamedTuple):
    """``what`` completes "The value was hashed …"; ``fix`` is a sentence. Of a hash a ``free`` one does not count."""

    what: str
    fix: str
    free: bool = False


class Choice(NamedTuple):
    """One way to deal with an aspect. ``step`` names it in recipes when it changed the text; "" is never named."""

    change: Callable[[str], str]
    step: str = ""
    mistake: Mistake | None = None


Aspect: TypeAlias = tuple[Choice, ...]


class Way(NamedTuple):
    """A text that may have been hashed, and how the value became it. ``cost`` counts the mistakes that are not free.

    ``reading`` says what had to be understood before the rule could be applied: "once “mailto:” is taken off".
    """

    text: str
    steps: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    cost: int = 0
    reading: str = ""


def wrong(change: Callable[[str], str], step: str, what: str, fix: str) -> Choice:
    """A choice that is a mistake."""
    return Choice(change, step, Mistake(what, fix))


def same(text: str) -> str:
    """The text as it is."""
    return text


def started(ways: Iterable[Way], *, most: int) -> dict[str, Way]:
    """The beginnings that cost no more than ``most``, by text, the cheapest of each."""
    found: dict[str, Way] = {}
    for way in ways:
        if way.cost <= most and (way.text not in found or found[way.text].cost > way.cost):
            found[way.text] = way
    return found


def expanded(ways: Mapping[str, Way], aspect: Aspect, *, most: int) -> dict[str, Way]:
    """Every text that a choice makes of every way, with the fewest mistakes; of equals, with the fewest steps."""
    grown: dict[str, Way] = {}
    for way in ways.values():
        for change, step, mistake in aspect:
            cost = way.cost + (mistake is not None)
            if cost > most:
                continue
            text = change(way.text)
            steps = (*way.steps, step) if step and text != way.text else way.steps
            known = grown.get(text)
            if known is not None and (known.cost, len(known.steps)) <= (cost, len(steps)):
                continue
            mistakes = way.mistakes if mistake is None else (*way.mistakes, mistake)
            grown[text] = Way(text, steps, mistakes, cost, way.reading)
    return grown
