"""Judgements as rows of an answer."""

import pytest

from workbench.contract.loading import Contract
from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem, Severity
from workbench.judging.rulebook import all_rules
from workbench.practice.answers import EventRow
from workbench.practice.wording import OBSERVED, event_row


def _row(*problems: Problem) -> EventRow:
    return event_row(Judgement(payload={}, problems=problems, hashed={}))


def _problem(severity: Severity, message: str, *, code: str = "a-rule", path: str = "event_id") -> Problem:
    return Problem(path=path, severity=severity, code=code, message=message, fix="", source="guide")


def test_row_of_a_faultless_event_says_nothing() -> None:
    assert _row() == EventRow(processed=True)


def test_row_fails_for_an_error() -> None:
    assert _row(_problem(Severity.ERROR, "Wrong.")) == EventRow(processed=False, error="Wrong.")


def test_row_joins_warnings() -> None:
    row = _row(_problem(Severity.WARNING, "Odd."), _problem(Severity.WARNING, "Strange."))
    assert row == EventRow(processed=True, warning="Odd.; Strange.")


def test_row_does_not_warn_of_mere_advice() -> None:
    assert _row(_problem(Severity.ADVICE, "Missing.")) == EventRow(processed=True)


def test_row_keeps_warnings_beside_an_error() -> None:
    row = _row(_problem(Severity.WARNING, "Odd."), _problem(Severity.ERROR, "Wrong."))
    assert row == EventRow(processed=False, error="Wrong.", warning="Odd.")


def test_row_can_be_taken_apart_at_the_separator() -> None:
    row = _row(_problem(Severity.WARNING, "It is odd; look again."), _problem(Severity.WARNING, "Strange."))
    assert row.warning.split("; ") == ["It is odd – look again.", "Strange."]


def test_row_says_a_thing_once() -> None:
    row = _row(_problem(Severity.ERROR, "Wrong.", path="user_data.em[0]"), _problem(Severity.ERROR, "Wrong."))
    assert row.error == "Wrong."


@pytest.mark.parametrize(("path", "processed"), [("user_data.external_id[1]", True), ("user_data.em[0]", False)])
def test_row_only_warns_of_a_plain_external_id(path: str, processed: bool) -> None:
    assert _row(_problem(Severity.ERROR, "Plain.", code="not-hashed", path=path)).processed == processed


def test_row_uses_the_observed_words() -> None:
    missing = [
        _problem(Severity.ADVICE, "…", code="recommended-missing", path="user_data.external_id"),
        _problem(Severity.ADVICE, "…", code="recommended-missing", path="user_data.click_id"),
    ]
    warning = "external_id is missing. We highly recommend this on all events.; click_id is missing"
    assert _row(*missing) == EventRow(processed=True, warning=warning)


def test_observed_words_belong_to_rules_that_exist() -> None:
    codes = {rule.code for rule in all_rules()}
    assert {code for code, _ in OBSERVED} <= codes


def test_observed_words_belong_to_fields_that_exist(contract: Contract) -> None:
    assert {path for _, path in OBSERVED} <= set(contract.by_path)
