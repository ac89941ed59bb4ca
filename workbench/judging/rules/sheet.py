"""The working record of one judgement: what was read so far, and what was found."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.ground.json_types import JsonValue
from workbench.judging.hashed_values import HashedValues
from workbench.judging.problem import Problem
from workbench.judging.rules.places import catalogue_path


@dataclass(slots=True)
class Sheet:
    """One event on its way through the rules.

    ``values`` holds wire values by catalogue path and ``lines`` those of the product lines by bare name; what was
    refused is in neither. ``typed`` are the catalogue paths where something stands, right or wrong; ``told`` are those
    that a finding speaks of already, so that no second one is made of the same fault. ``now`` is in Unix seconds.
    ``first_line`` is the index of the first product line with anything in it. ``wire`` says that the event is judged as
    it would travel, not as it was typed.
    """

    now: int
    wire: bool
    hashed: HashedValues
    problems: list[Problem] = field(default_factory=list)
    values: dict[str, JsonValue] = field(default_factory=dict)
    lines: list[dict[str, JsonValue]] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    first_line: int | None = None

    def tell(self, problems: Iterable[Problem]) -> None:
        """Takes findings in, and remembers the places they speak of."""
        for problem in problems:
            self.problems.append(problem)
            self.told.add(catalogue_path(problem.path))

    def text(self, path: str) -> str:
        """The wire value at ``path`` when it is a text, else ""."""
        value = self.values.get(path)
        return value if isinstance(value, str) else ""

    def number(self, path: str) -> int | None:
        """The wire value at ``path`` when it is an integer."""
        value = self.values.get(path)
        return value if isinstance(value, int) and not isinstance(value, bool) else None
