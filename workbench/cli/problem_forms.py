"""A problem as JSON and as a line for people."""

from collections.abc import Iterator

from workbench.cli.console import Console, Tone
from workbench.ground.json_types import JsonObject
from workbench.judging.judgement import RequestJudgement
from workbench.judging.problem import Problem, Severity

KEYS = "path, severity (error, warning, advice), code (see `workbench rules`), message, fix, source"

_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.ADVICE: Tone.QUIET}


def problem_document(problem: Problem) -> JsonObject:
    """A problem as JSON."""
    return {
        "path": problem.path,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "fix": problem.fix,
        "source": problem.source,
    }


def problem_line(problem: Problem, *, console: Console) -> str:
    """A problem on one line: severity, path, code, message and fix."""
    severity = console.paint(f"{problem.severity.value:<8}", _TONES[problem.severity])
    place = " ".join(filter(None, (problem.path, problem.code)))
    return f"{severity} {place}: {problem.message} {problem.fix}".rstrip()


def located_problems(judgement: RequestJudgement) -> Iterator[tuple[str, Problem]]:
    """Every problem with its whole path, from the body's root: ``data[0].user_data.em[0]``."""
    for problem in judgement.problems:
        yield problem.path, problem
    for index, event in enumerate(judgement.events):
        for problem in event.problems:
            yield _in_body(index, problem.path), problem


def complaint(path: str, problem: Problem) -> str:
    """A problem as a compiler would put it: ``data[0].user_data.em[0]: error not-hashed: message fix``."""
    return f"{path}: {problem.severity.value} {problem.code}: {problem.message} {problem.fix}".rstrip()


def _in_body(index: int, path: str) -> str:
    event = f"data[{index}]"
    return f"{event}{path}" if not path or path.startswith("[") else f"{event}.{path}"
