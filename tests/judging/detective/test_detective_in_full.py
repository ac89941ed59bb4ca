"""Known digests and what is told of each: the recipe that the JSON of the command line names, and whole sentences.

A change of words, or of what the detective takes for the simplest explanation, changes data/detections.jsonl with it.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from workbench.judging.detective.detective import Detective

_LINES = (Path(__file__).parent / "data" / "detections.jsonl").read_text(encoding="utf-8").splitlines()
CASES: list[Mapping[str, Any]] = [json.loads(line) for line in _LINES]


@pytest.mark.parametrize("case", CASES, ids=range(1, len(CASES) + 1))
def test_detection_is_told_in_full(detective: Detective, case: Mapping[str, Any]) -> None:
    field = detective.field(case["field"])
    found = detective.detect(field, case["digest"], case["value"]) if field else detective.look_up(case["digest"])
    assert {
        "match": found.match,
        "correct": found.correct,
        "recipe": " > ".join(found.recipe),
        "explanation": re.sub(r"[\d,]+ candidates", "N candidates", found.explanation),
        "fix": found.fix,
        "hashed_text": found.hashed_text,
        "right_digest": found.right_digest,
    }.items() <= case.items()
