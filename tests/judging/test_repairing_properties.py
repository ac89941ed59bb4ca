"""Whatever a draft holds, a repair that is offered can be carried out, and its finding is gone."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.strategies import CONTRACT, DRAFTS, EVENTS, JUDGE, NAMES
from workbench.events.draft import Draft
from workbench.events.payload import document
from workbench.events.reading import read_event
from workbench.judging.problem import Problem, Severity
from workbench.judging.repair import Part, Remove, Write
from workbench.judging.repairing import repaired

NOW = 1_800_000_000
HASHED = [each.path for each in CONTRACT.fields if each.hashed]
# Near misses of what hashed and checked fields take: the rules that repair are rarely called by chance alone.
MISSPELT = st.one_of(
    st.text("aA1. @<>\"'mailto:+0-/T:x,;\u200b\u00a0%4", max_size=24),
    st.sampled_from(
        ["<jane@example.com>", "mailto:a@b.co", "a@b.co, c@d.co", "+49 (0)151 23456789", "202-555-0142 x12",
         "1990-1-31", "31/12/1990", "1990-01-31 10:00", "England", "uk", "en-us", "Californa", "94107-1234",
         "94107.0", "null",
         "A" * 64, "ab:" * 31 + "ab", "a" * 64 + "," + "b" * 64, "0" * 32, "rL0Y20zC+Fzt72VPzMSk2A==", "ab" * 16]
    ),
    st.text("aA1", min_size=62, max_size=70),
)  # fmt: skip
PERSON = st.builds(
    Draft,
    values=st.dictionaries(st.sampled_from(HASHED), st.lists(MISSPELT, min_size=1, max_size=3).map(tuple), min_size=1),
)
UNKNOWN = st.dictionaries(st.sampled_from(NAMES), st.one_of(MISSPELT, st.integers(), st.lists(MISSPELT, max_size=2)))


def repair(draft: Draft, problem: Problem) -> Draft:
    return repaired(draft, problem, contract=CONTRACT, now=NOW, fresh_id=lambda: "fresh-1")


def _error_at(path: str, problems: Sequence[Problem]) -> bool:
    """Whether an error stands at ``path``; that a date of birth lies ahead is only seen when it can be read."""
    at_path = (each for each in problems if each.path == path and each.code != "birth-date-in-future")
    return any(each.severity is Severity.ERROR for each in at_path)


def assert_each_repair_repairs(draft: Draft) -> None:
    for problem in JUDGE.event(draft, now=NOW).problems:
        if problem.repair is None:
            continue
        after = JUDGE.event(repair(draft, problem), now=NOW).problems
        # Where an item is taken out or parted, others move up or down to its place.
        if not isinstance(problem.repair.action, (Remove, Part)):
            assert (problem.path, problem.code) not in {(each.path, each.code) for each in after}
            assert not (isinstance(problem.repair.action, Write) and _error_at(problem.path, after))
        else:
            assert repair(draft, problem) != draft


@given(draft=st.one_of(DRAFTS, PERSON))
@settings(deadline=None, max_examples=300)
def test_repaired_draft_has_the_finding_no_longer(draft: Draft) -> None:
    assert_each_repair_repairs(draft)


@given(event=EVENTS, user=UNKNOWN, custom=UNKNOWN, line=UNKNOWN)
@settings(deadline=None, max_examples=200)
def test_repaired_draft_of_alien_json_has_the_finding_no_longer(
    event: dict[str, Any], user: dict[str, Any], custom: dict[str, Any], line: dict[str, Any]
) -> None:
    whole = {**event, "user_data": user, "custom_data": {**custom, "contents": [line]}}
    assert_each_repair_repairs(read_event(whole, contract=CONTRACT).draft)


@given(event=EVENTS)
@settings(deadline=None, max_examples=200)
def test_repaired_wire_event_has_the_finding_no_longer(event: dict[str, Any]) -> None:
    reading = read_event(event, contract=CONTRACT)
    for problem in JUDGE.event(reading.draft, now=NOW, wire=True, findings=reading.findings).problems:
        if problem.repair is None or isinstance(problem.repair.action, (Remove, Part)):
            continue
        again = read_event(document(repair(reading.draft, problem), contract=CONTRACT), contract=CONTRACT)
        after = JUDGE.event(again.draft, now=NOW, wire=True, findings=again.findings).problems
        assert (problem.path, problem.code) not in {(each.path, each.code) for each in after}
