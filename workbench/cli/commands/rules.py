"""List every rule: code, severity, what it says, what to do, and the source it rests on.

JSON: rules[code, severity, message, fix, source].
"""

from argparse import ArgumentParser, Namespace

from workbench.cli.exits import DONE
from workbench.cli.output import coloured, print_json
from workbench.judging.rulebook import all_rules


def add_arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""
    del parser


def run(options: Namespace) -> int:
    """Lists."""
    rules = sorted(all_rules(), key=lambda rule: (rule.severity.rank, rule.code))
    if options.json:
        rows = [
            {"code": r.code, "severity": r.severity.value, "message": r.says, "fix": r.fix, "source": r.source}
            for r in rules
        ]
        print_json({"rules": rows})
        return DONE
    for rule in rules:
        print(f"{coloured(rule.severity.value, rule.severity.value)} {rule.code} ({rule.source})")
        print(f"    {rule.says} {rule.fix}".rstrip())
    return DONE
