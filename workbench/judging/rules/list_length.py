"""Lists that are longer than Pinterest's schema allows."""

from collections.abc import Iterator

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.rules.sheet import Sheet

TOO_MANY_VALUES = Rule(
    "too-many-values",
    Severity.ERROR,
    "{label} has {found:,} entries and Pinterest takes at most {limit:,}: the whole request would be refused.",
    "Keep the first {limit:,}.",
    "spec",
)
RULES = (TOO_MANY_VALUES,)


class ListLengthRule:
    """Counts the entries of each field that the catalogue bounds."""

    def __init__(self, *, contract: Contract) -> None:
        self._bounded = tuple((each, each.max_items) for each in contract.fields if each.max_items is not None)
        self.limits = {each.path: limit for each, limit in self._bounded}
        self.paths = frozenset(self.limits)

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        for field, limit in self._bounded:
            listed = sheet.values.get(field.path)
            if isinstance(listed, list) and len(listed) > limit:
                yield TOO_MANY_VALUES.at(field.path, label=field.label, found=len(listed), limit=limit)
