"""Device data given twice, flat and in ``app_info`` or ``device_info``, with different values."""

from collections.abc import Iterator

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.rules.sheet import Sheet

TWINS_DIFFER = Rule(
    "device-fields-differ",
    Severity.WARNING,
    "{flat} and {twin} mean the same and hold different values; which of them counts is not documented.",
    "Give both the same value, or keep only one of them.",
    "spec, guide",
)
RULES = (TWINS_DIFFER,)

_OBJECTS = ("app_info", "device_info")


class TwinRule:
    """Compares each flat field with its newer twin; the pairs come from the names in the catalogue."""

    def __init__(self, *, contract: Contract) -> None:
        flat = [each.path for each in contract.fields if "." not in each.path]
        self.pairs = tuple((path, twin) for path in flat if (twin := _twin(path, contract)))
        self.paths = frozenset(path for path, _ in self.pairs)

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        values = sheet.values
        for path, twin in self.pairs:
            if path in values and twin in values and values[path] != values[twin]:
                yield TWINS_DIFFER.at(path, flat=path, twin=twin)


def _twin(path: str, contract: Contract) -> str:
    bare = path.removeprefix("device_")
    candidates = (f"{place}.{name}" for place in _OBJECTS for name in (path, bare))
    return next((each for each in candidates if each in contract.by_path), "")
