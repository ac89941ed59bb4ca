"""A fault found in an event, and the rule that found it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.judging.repair import Repair


class Severity(StrEnum):
    """How bad it is, worst first.

    ERROR: Pinterest refuses it, or the field is worthless as it stands. WARNING: accepted, but probably not what was
    meant, or the sources disagree. ADVICE: recommended and missing.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where (wire path in the event, with indexes), how bad, which rule, what, what to do, who says so.

    ``repair`` is there when what to do is certain and a button can do it.
    """

    path: str
    severity: Severity
    code: str
    message: str
    fix: str
    source: str
    repair: "Repair | None" = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its kebab-case ``code``. ``says`` and ``fix`` are sentences in which ``{name}`` is filled in."""

    code: str
    severity: Severity
    says: str
    fix: str
    source: str

    def at(self, path: str, *, repair: "Repair | None" = None, **details: object) -> Problem:
        """The rule's finding at ``path``, with the repair that does what ``fix`` says, if that is certain."""
        return Problem(
            path=path,
            severity=self.severity,
            code=self.code,
            message=self.says.format(**details) if details else self.says,
            fix=self.fix.format(**details) if details else self.fix,
            source=self.source,
            repair=repair,
        )
