"""The export of many results."""

import csv
import io

import pytest

from workbench.judging.detective.detection import Detection
from workbench.judging.detective.pairs import PairResult
from workbench.judging.detective.results_csv import COLUMNS, results_csv, verdict


def result(**changes: str) -> PairResult:
    found = Detection(
        match=True,
        correct=False,
        recipe=("strip", "sha256"),
        explanation=changes.get("explanation", "not lower-cased"),
        fix="Lower-case it.",
        senders=("A (as of 2026)", "B (as of 2025)"),
        hashed_text="Jane@Example.com",
    )
    return PairResult(2, changes.get("field_name", "em"), changes.get("digest", "abc"), found)


def rows(*results: PairResult) -> list[list[str]]:
    return list(csv.reader(io.StringIO(results_csv(results), newline="")))


def test_results_csv_has_a_header_and_a_line_for_each_result() -> None:
    assert rows(result()) == [
        list(COLUMNS),
        [
            "2",
            "em",
            "abc",
            "wrong",
            "strip > sha256",
            "not lower-cased",
            "Lower-case it.",
            "A (as of 2026); B (as of 2025)",
        ],
    ]


def test_results_csv_ends_its_lines_as_spreadsheets_do() -> None:
    assert results_csv([result()]).count("\r\n") == results_csv([result()]).count("\n") == 2


def test_results_csv_leaves_the_hashed_text_out() -> None:
    assert "Jane" not in results_csv([result()])


def test_results_csv_lets_no_cell_be_a_formula() -> None:
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx")
    for text in texts:
        _header, row = rows(result(field_name=text, digest=text))
        assert row[1:3] == [f"'{text}", f"'{text}"]


@pytest.mark.parametrize(
    ("match", "correct", "word"), [(True, True, "right"), (True, False, "wrong"), (False, False, "unexplained")]
)
def test_verdict_is_one_word(match: bool, correct: bool, word: str) -> None:
    assert verdict(Detection(match=match, correct=correct, recipe=(), explanation="", fix="")) == word
