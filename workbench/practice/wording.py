"""A judgement as Pinterest would put it: one row an event, in its observed words where some have been observed.

Everything at error level fails the event, every warning warns. Of mere advice only what Pinterest itself was seen to
say is repeated, so that a good event reads as processed. One exception, because it was measured: an ``external_id``
that is not hashed is processed with a warning, while a plain ``em`` is refused.
"""

from collections.abc import Mapping

from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem, Severity
from workbench.practice.answers import EventRow

_EXTERNAL_ID = "user_data.external_id"
_NOT_A_DIGEST = frozenset({"not-hashed", "not-sha256"})
_SEPARATOR = "; "  # observed between several warnings

OBSERVED: Mapping[tuple[str, str], str] = {
    ("recommended-missing", "user_data.click_id"): "click_id is missing",
    ("recommended-missing", _EXTERNAL_ID): "external_id is missing. We highly recommend this on all events.",
    ("event-name-unlisted", "event_name"): (
        "This event has a non-standard name and is currently being labeled as an 'Unknown' event."
    ),
    **{(code, _EXTERNAL_ID): "'external_id' is not in sha256 hashed format" for code in _NOT_A_DIGEST},
}
"""Pinterest's own words, by the rule's code and the path of the field without indexes."""


def event_row(judgement: Judgement) -> EventRow:
    """The row of one event."""
    errors = [_words(problem) for problem in judgement.problems if _fails(problem)]
    warnings = [_words(problem) for problem in judgement.problems if not _fails(problem) and _is_told(problem)]
    return EventRow(
        processed=not errors,
        error=_SEPARATOR.join(dict.fromkeys(errors)),
        warning=_SEPARATOR.join(dict.fromkeys(warnings)),
    )


def _fails(problem: Problem) -> bool:
    measured_as_warning = problem.code in _NOT_A_DIGEST and _field_of(problem) == _EXTERNAL_ID
    return problem.severity is Severity.ERROR and not measured_as_warning


def _is_told(problem: Problem) -> bool:
    return problem.severity is not Severity.ADVICE or (problem.code, _field_of(problem)) in OBSERVED


def _words(problem: Problem) -> str:
    # Whoever reads the joined text takes it apart at the separator, so none may stand inside a message.
    return OBSERVED.get((problem.code, _field_of(problem)), problem.message.replace(_SEPARATOR, " – "))


def _field_of(problem: Problem) -> str:
    return problem.path.partition("[")[0]
