"""What is told of a right digest whose value the rule doubts."""

from workbench.judging.detective.detection import Detection
from workbench.judging.detective.explaining import with_doubts
from workbench.judging.judgement import Hashed
from workbench.judging.problem import Problem, Severity

RIGHT = Detection(match=True, correct=True, recipe=("sha256",), explanation="the digest is the right one", fix="")


def doubt(message: str, fix: str = "Check it.") -> Problem:
    return Problem("user_data.fn", Severity.WARNING, "doubt", message, fix, "workbench")


def told(*problems: Problem) -> str:
    """The fix told of the value Jane."""
    return with_doubts(RIGHT, Hashed("Jane", "jane", "digest", problems=problems)).fix


def test_doubts_are_told_one_after_the_other() -> None:
    assert told(doubt("It is short."), doubt("It is odd.")) == "It is short. Check it. It is odd. Check it."


def test_doubt_that_repeats_the_value_is_left_out() -> None:
    assert told(doubt("JANE is odd."), doubt("It is odd.")) == "It is odd. Check it."


def test_doubt_whose_fix_repeats_the_value_is_left_out() -> None:
    assert told(doubt("It is odd.", "Write Jane.")) == ""
