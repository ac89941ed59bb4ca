"""``workbench rules``: every rule that events are judged by."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial

from workbench.cli.arguments import Parser, epilogue
from workbench.cli.console import Console, Tone
from workbench.cli.exit_codes import ExitCode
from workbench.cli.invocation import Invocation
from workbench.ground.json_types import JsonValue
from workbench.judging.problem import Rule
from workbench.judging.rulebook import all_rules

_KEYS = """
  rules  [{code, severity (error, warning, advice), message, fix, source}]; {words} in braces are filled in"""


def add_arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.description = "Lists every rule that events are judged by: its code, how bad it is, what it says, who says so."
    parser.epilog = epilogue(keys=_KEYS, codes=(ExitCode.DONE, ExitCode.UNUSABLE))


def run(options: Namespace, invocation: Invocation) -> ExitCode:
    """Lists the rules."""
    del options
    rules = all_rules()
    invocation.tell(partial(_document, rules), partial(_lines, rules, invocation.console))
    return ExitCode.DONE


def _document(rules: Sequence[Rule]) -> JsonValue:
    return {
        "rules": [
            {
                "code": rule.code,
                "severity": rule.severity.value,
                "message": rule.says,
                "fix": rule.fix,
                "source": rule.source,
            }
            for rule in rules
        ]
    }


def _lines(rules: Sequence[Rule], console: Console) -> Iterator[str]:
    for rule in rules:
        yield f"{console.paint(rule.code, Tone.STRONG)} ({rule.severity.value}; {rule.source})"
        yield f"  {rule.says} {rule.fix}".rstrip()
