"""What normalising one value gives."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from workbench.judging.problem import Problem


class Normalised(NamedTuple):
    """The text to hash, or None for a refused value, with what was changed and what was found.

    A named tuple, because one is made for each hashed value and it costs a third of a frozen dataclass.
    """

    text: str | None
    steps: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Normalise: TypeAlias = Callable[[str, str], Normalised]
"""From the field's wire path and a tidied, non-empty text to what is hashed. Never raises, for any text."""


def refused(problem: Problem) -> Normalised:
    """A value that cannot be hashed, and why."""
    return Normalised(None, (), (problem,))
