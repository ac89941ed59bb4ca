"""The body around the events: it has the key ``data`` with a list, and nothing else."""

from collections.abc import Iterator, Sequence

from workbench.events.finding import Finding, FindingKind
from workbench.judging.problem import Problem
from workbench.judging.rules.unknown_keys import unknown_envelope_key
from workbench.judging.rules.wire_shapes import SINGLE_FOR_LIST


def envelope_problems(findings: Sequence[Finding], *, wire: bool) -> Iterator[Problem]:
    """The findings of the body's root. An empty list is left to the rule that counts events."""
    for finding in findings:
        if finding.kind is FindingKind.UNKNOWN_KEY:
            yield unknown_envelope_key(finding.path)
        elif finding.kind is FindingKind.SINGLE_FOR_LIST and wire:
            yield SINGLE_FOR_LIST.at(finding.path, expected="a list of events")
