"""Spoilt events and all that is said of each, word for word, with what the buttons do.

A change of words, or of a bound, changes data/findings.jsonl with it. What a good event is told, too, is left out.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem

_LINES = (Path(__file__).parent / "data" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
CASES: list[Mapping[str, Any]] = [json.loads(line) for line in _LINES]
EVENTS = [case for case in CASES if "typed" in case]
ON_WIRE = [case for case in CASES if "wire" in case]


def told(problem: Problem) -> list[str]:
    """All that a person or a button gets of a finding."""
    said = [problem.path, str(problem.severity), problem.code, problem.message, problem.fix, problem.source]
    if problem.repair is not None:
        action = problem.repair.action
        said += [problem.repair.label, type(action).__name__, *map(str, asdict(action).values())]
        said.append("sweeping" if problem.repair.sweeping else "on its own")
    return said


def news(judgement: Judgement, good: Judgement) -> list[list[str]]:
    """What is told of a spoilt event and not of the good one."""
    return [told(problem) for problem in judgement.problems if problem not in good.problems]


def typed(changes: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Values, and lines and extras, as JSON holds them."""
    values = {path: tuple(text) if isinstance(text, list) else text for path, text in changes.items()}
    parts = {name: changes[name] for name in ("lines", "extras") if name in changes}
    return {path: text for path, text in values.items() if path not in parts}, parts


@pytest.mark.parametrize("case", EVENTS, ids=range(1, len(EVENTS) + 1))
def test_spoilt_event_is_told_in_full(judged: Callable[..., Judgement], case: Mapping[str, Any]) -> None:
    values, parts = typed(case["typed"])
    assert news(judged(values, **parts), judged()) == case["told"]


@pytest.mark.parametrize("case", ON_WIRE, ids=range(1, len(ON_WIRE) + 1))
def test_spoilt_json_is_told_in_full(on_wire: Callable[..., Judgement], case: Mapping[str, Any]) -> None:
    assert news(on_wire(case["wire"]), on_wire({})) == case["told"]
