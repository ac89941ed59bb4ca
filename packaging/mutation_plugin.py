"""The pytest side of `make mutants`: every test meets the mutant, and the likely killers come first.

mutmut runs the tests once to learn which of them call which function, and then forks a child for each mutant that
runs those. What is made once and kept (a module's constants, caches, session fixtures, values at the top of a test
file) would hide calls from the first run and mutants from the second; here it is made anew, and counted for every test
that stands on it.
"""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Generator
from functools import _lru_cache_wrapper
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from mutmut.state import state

_EXAMPLES = 20
# The same examples for every mutant, and no time spent on making a failing one small.
settings.register_profile(
    "mutants",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=_EXAMPLES,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=tuple(HealthCheck),
)

# Beside mutmut's own notes; the working directory is mutants/.
_MADE_ON_IMPORT = Path("made_on_import.json")
_ROOMS = ("events", "judging")

_calls_on_import: set[str] = set()
_calls_by_test_file: defaultdict[str, set[str]] = defaultdict(set)
_calls_by_fixture: defaultdict[str, set[str]] = defaultdict(set)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Before anything of the project is imported: forget what the process, or its parent, has imported and kept."""
    _forget_modules("tests")
    if _mutant() == "stats":
        _learn_calls_on_import()
    elif _mutant().partition("__mutmut_")[0] in _known_calls_on_import():
        _forget_modules("workbench")
    _forget_caches()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, object, object]:
    """Note what a test file calls while it is imported."""
    if not isinstance(collector, pytest.Module):
        return (yield)
    _calls().clear()
    try:
        return (yield)
    finally:
        _calls_by_test_file[str(collector.path)] |= _calls()
        _calls().clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, those with generated examples last: most mutants die at the first assertion."""
    for test in {item.obj for item in items if isinstance(item, pytest.Function) and _is_generated(item)}:
        own = test._hypothesis_internal_use_settings  # noqa: SLF001 - a test's own number stands above the profile
        test._hypothesis_internal_use_settings = settings(own, max_examples=min(own.max_examples, _EXAMPLES))  # noqa: SLF001
    duration = state().duration_by_test
    items.sort(key=lambda item: (_is_generated(item), duration.get(item.nodeid, 0)))


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """Note what the making of a fixture calls."""
    before = set(_calls())
    _calls().clear()
    try:
        return (yield)
    finally:
        _calls_by_fixture[fixturedef.argname] |= _calls()
        _calls().update(before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """While mutmut learns, what was called before the test began counts as called by the test."""
    if _mutant() == "stats":
        _forget_caches()
        _calls().update(_calls_on_import, _calls_by_test_file[str(item.path)])
        for name in getattr(item, "fixturenames", ()):
            _calls().update(_calls_by_fixture[name])
    return (yield)


def _mutant() -> str:
    """The mutant of this process; "stats" while mutmut learns."""
    return os.environ.get("MUTANT_UNDER_TEST", "")


def _calls() -> set[str]:
    """The functions called since mutmut last looked."""
    calls: set[str] = state()._stats  # noqa: SLF001 - there is no public way
    return calls


def _learn_calls_on_import() -> None:
    """Import every module that is mutated, and keep what they call meanwhile for the children."""
    for room in _ROOMS:
        for file in sorted(Path("workbench", room).rglob("*.py")):
            import_module(".".join(file.with_suffix("").parts).removesuffix(".__init__"))
    _calls_on_import.update(_calls())
    _MADE_ON_IMPORT.write_text(json.dumps(sorted(_calls_on_import)), encoding="utf-8")
    _calls().clear()


def _known_calls_on_import() -> list[str]:
    known: list[str] = json.loads(_MADE_ON_IMPORT.read_text(encoding="utf-8")) if _MADE_ON_IMPORT.exists() else []
    return known


def _forget_modules(package: str) -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == package]:
        del sys.modules[name]


def _forget_caches() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("workbench."):
            for each in vars(module).values():
                if isinstance(each, _lru_cache_wrapper):
                    each.cache_clear()


def _is_generated(item: pytest.Item) -> bool:
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))
