"""The order in which findings are read: worst first, then as the catalogue orders the fields."""

from collections.abc import Iterable

from workbench.contract.field import CONTENTS, LINE_PREFIX
from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Severity
from workbench.judging.rules.places import catalogue_path, indexes

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class CatalogueOrder:
    """Sorts findings by severity and place; an unknown key stands behind the fields of its object."""

    def __init__(self, *, contract: Contract) -> None:
        self._place: dict[str, float] = {}
        self._last: dict[str, float] = {}
        for number, field in enumerate(contract.fields):
            self._place[field.path] = number
            holder = field.path
            while "." in holder:
                holder = holder.rpartition(".")[0].removesuffix("[]")
                # An object stands just before its first field.
                self._place.setdefault(holder, number - 0.5)
            self._last[field.path.rpartition(".")[0]] = number + 0.25

    def sorted(self, problems: Iterable[Problem]) -> list[Problem]:
        """The findings in reading order; equal places keep the order they were found in."""
        found = list(problems)
        if len(found) > 1:
            found.sort(key=self._key)
        return found

    def _key(self, problem: Problem) -> tuple[int, float, tuple[int, ...], float]:
        path = problem.path
        rank = _RANK[problem.severity]
        place = catalogue_path(path)
        if place.startswith(LINE_PREFIX):
            # Line by line, then field by field.
            return rank, self._at(CONTENTS), indexes(path), self._at(place)
        return rank, self._at(place), indexes(path), 0.0

    def _at(self, place: str) -> float:
        known = self._place.get(place)
        return self._last.get(place.rpartition(".")[0], len(self._place)) if known is None else known
