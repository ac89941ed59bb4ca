"""JSON as it stands on the wire: values of another type than Pinterest's schema has, and empty ones."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.contract.field import Field
from workbench.contract.loading import Contract
from workbench.events.finding import Finding, FindingKind, kind_of_json
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import REMOVE, Repair, Write
from workbench.judging.rules.expected import Expected
from workbench.judging.rules.places import catalogue_path, is_item
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.wording import capitalised

QUOTED_NUMBER = Rule(
    "quoted-number",
    Severity.ERROR,
    "A text stands where Pinterest takes {expected}, so it refuses the whole request.",
    "Remove the quotation marks.",
    "spec",
)
UNQUOTED = Rule(
    "unquoted-text",
    Severity.ERROR,
    "A bare number, true or false stands where Pinterest takes a text, so it refuses the whole request.",
    "Put it in quotation marks.",
    "spec",
)
SINGLE_FOR_LIST = Rule(
    "single-for-list",
    Severity.ERROR,
    "A single value stands where Pinterest takes {expected}, so it refuses the whole request.",
    "Put the value in square brackets, even if it is the only one.",
    "spec",
)
NULL = Rule(
    "null-refused",
    Severity.ERROR,
    "null stands here, and Pinterest takes {expected} or nothing at all.",
    "Leave it out when there is no value.",
    "spec",
)
EMPTY = Rule(
    "empty-value",
    Severity.WARNING,
    "{found} stands here, so it says nothing.",
    "Leave it out when there is no value.",
    "workbench",
)
EMPTY_MISPLACED = Rule(
    "empty-value-misplaced",
    Severity.ERROR,
    "{found} stands where Pinterest takes {expected}, so it refuses the whole request.",
    "Leave it out when there is no value.",
    "spec",
)
STRAY_SPACE = Rule(
    "white-space-around",
    Severity.WARNING,
    "White space stands before or after the value and travels with it.",
    "Remove the white space.",
    "workbench",
)
STRAY_SPACE_IN_CODE = Rule(
    "white-space-in-code",
    Severity.ERROR,
    "White space stands before or after the value, which Pinterest takes only exactly as listed or described.",
    "Remove the white space.",
    "spec, workbench",
)
RULES = (QUOTED_NUMBER, UNQUOTED, SINGLE_FOR_LIST, NULL, EMPTY, EMPTY_MISPLACED, STRAY_SPACE, STRAY_SPACE_IN_CODE)

_RULES: Mapping[FindingKind, Rule] = {
    FindingKind.QUOTED_NUMBER: QUOTED_NUMBER,
    FindingKind.UNQUOTED: UNQUOTED,
    FindingKind.SINGLE_FOR_LIST: SINGLE_FOR_LIST,
    FindingKind.NULL: NULL,
    FindingKind.EMPTY_LIST: EMPTY,
    FindingKind.EMPTY_TEXT: EMPTY,
}
_NOTHING = frozenset({FindingKind.NULL, FindingKind.EMPTY_LIST, FindingKind.EMPTY_TEXT})
_AN_EMPTY_LIST = kind_of_json([])


class WireShapeRule:
    """Judges what a reading told of the JSON's types.

    For events judged as they travel only: in a draft the types are put right on the way.
    """

    def __init__(self, *, contract: Contract) -> None:
        self._expected = Expected(contract=contract)

    def __call__(self, findings: Sequence[Finding], sheet: Sheet) -> Iterator[Problem]:
        for finding in findings:
            place, item = catalogue_path(finding.path), is_item(finding.path)
            rule = self._rule(finding, place, item=item)
            if rule is None or (finding.kind in _NOTHING and place in sheet.told):
                continue
            if rule is UNQUOTED and finding.path in sheet.hashed:
                # A bare number is no digest, and that was said already.
                continue
            expected = self._expected.at(place, item=item)
            repair = REMOVE if finding.kind in _NOTHING else None
            yield rule.at(finding.path, repair=repair, found=capitalised(finding.found), expected=expected)

    def _rule(self, finding: Finding, place: str, *, item: bool) -> Rule | None:
        kind = finding.kind
        if kind is FindingKind.NULL:
            field = self._expected.field(place)
            return None if field is not None and field.nullable and not item else NULL
        if kind is FindingKind.EMPTY_TEXT and not self._expected.is_text(place, item=item):
            return EMPTY_MISPLACED
        # It is told of lists and of product lines alone: these are objects.
        if kind is FindingKind.EMPTY_LIST and item == (finding.found == _AN_EMPTY_LIST):
            return EMPTY_MISPLACED
        return _RULES.get(kind)


def stray_space_problem(field: Field, path: str, bare: str) -> Problem:
    """The finding for white space around a text on the wire, which is ``bare`` without it."""
    closed = bool(field.values or field.format)
    return (STRAY_SPACE_IN_CODE if closed else STRAY_SPACE).at(path, repair=Repair("Trim it", Write(bare)))
