"""What commands print: JSON for programs, text for people, complaints on stderr."""

import os
import sys
from collections.abc import Iterable
from typing import Any

from workbench.events.encoding import encode_json
from workbench.judging.problem import Problem, Severity

_PROBLEM_KEYS = ("path", "severity", "code", "message", "fix", "source")
_COLOURS = {"error": "31", "warning": "33", "advice": "34", "good": "32"}


def print_json(document: Any) -> None:
    """One JSON document on stdout."""
    sys.stdout.write(encode_json(document, pretty=True).decode() + "\n")


def complain(text: str) -> None:
    """A line on stderr."""
    print(text, file=sys.stderr)


def coloured(text: str, tone: str) -> str:
    """The text in a colour, on a terminal that wants colours."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m"


def problem_rows(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems as the JSON output has them."""
    return [{key: str(getattr(problem, key)) for key in _PROBLEM_KEYS} for problem in problems]


def problem_line(problem: Problem, prefix: str = "") -> str:
    """``data[0].user_data.em[0]: error not-hashed: message fix``."""
    where = f"{prefix}{problem.path}" or "request"
    return f"{where}: {problem.severity.value} {problem.code}: {problem.message} {problem.fix}".rstrip()


def print_problems(problems: Iterable[Problem], *, indent: str = "  ") -> None:
    """Problems for people on stdout."""
    for problem in problems:
        word = coloured(f"{problem.severity.value:<8}", problem.severity.value)
        print(f"{indent}{word} {problem.path or 'request'}: {problem.message} {problem.fix} [{problem.code}]")


def has_error(problems: Iterable[Problem]) -> bool:
    """Whether any is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
