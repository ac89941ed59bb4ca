"""Whatever a draft or a body holds, judging answers and never raises."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contract.field import CONTENTS
from workbench.contract.loading import load_contract
from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json
from workbench.events.reading import read_event
from workbench.judging.coverage import coverage
from workbench.judging.judge import Judge
from workbench.judging.problem import Severity
from workbench.judging.readback import summary

CONTRACT = load_contract()
JUDGE = Judge(contract=CONTRACT)
NAMES = sorted(
    {part for each in CONTRACT.by_path for part in each.replace("[]", "").split(".")} | {"price", "email", "x"}
)
TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(st.characters(categories=None), max_size=5),
    st.sampled_from(
        ["checkout", "web", "1800000000", "1800000000000", "-1", "0.00", "USD", "usd", "en", "true", "::1"]
    ),
    st.integers().map(str),
)
TIMES = st.integers(-(2**70), 2**70)
PATHS = st.sampled_from([*(path for path in CONTRACT.by_path if "[]" not in path), "no.such.field", "foo"])
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), TEXTS, st.decimals(allow_nan=False, allow_infinity=False))
JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=4)), inner, max_size=6),
    ),
    max_leaves=20,
)
EXTRAS = st.dictionaries(
    st.sampled_from(
        ["foo", "user_data", "user_data.em[1]", "custom_data", CONTENTS, f"{CONTENTS}[1]", f"{CONTENTS}[0].price"]
    ),
    JSON,
    max_size=3,
)
DRAFTS = st.builds(
    Draft,
    values=st.dictionaries(PATHS, st.one_of(TEXTS, st.lists(TEXTS, max_size=3).map(tuple)), max_size=12),
    lines=st.lists(st.dictionaries(st.sampled_from([*CONTRACT.line_fields, "foo"]), TEXTS, max_size=4), max_size=3).map(
        tuple
    ),
    extras=EXTRAS,
)
EVENTS = st.dictionaries(st.sampled_from([*NAMES, "user_data", "custom_data"]), JSON, max_size=8)


@given(draft=DRAFTS, now=TIMES, wire=st.booleans())
@settings(deadline=None, max_examples=200)
def test_event_never_raises_for_any_draft(draft: Draft, now: int, wire: bool) -> None:
    judgement = JUDGE.event(draft, now=now, wire=wire)
    ranks = [problem.severity.rank for problem in judgement.problems]
    assert ranks == sorted(ranks)


@given(draft=DRAFTS)
@settings(deadline=None)
def test_event_gives_each_finding_once(draft: Draft) -> None:
    problems = JUDGE.event(draft, now=1_800_000_000).problems
    assert len({(each.path, each.code) for each in problems}) == len(problems)


@given(draft=DRAFTS, now=TIMES)
@settings(deadline=None)
def test_event_payload_without_extras_can_be_encoded(draft: Draft, now: int) -> None:
    payload = JUDGE.event(Draft(draft.values, draft.lines), now=now).payload
    assert encode_json(payload)


@given(draft=DRAFTS)
@settings(deadline=None)
def test_event_payload_is_good_on_the_wire_where_the_draft_was(draft: Draft) -> None:
    typed = JUDGE.event(draft, now=1_800_000_000)
    reading = read_event(typed.payload, contract=CONTRACT)
    wired = JUDGE.event(reading.draft, now=1_800_000_000, wire=True, findings=reading.findings)
    errors = {each.code for each in wired.problems if each.severity is Severity.ERROR}
    assert not typed.ok or not errors


@given(events=st.lists(EVENTS, max_size=4), now=TIMES, wire=st.booleans(), mode=st.sampled_from(Mode))
@settings(deadline=None, max_examples=200)
def test_request_never_raises_for_any_json(events: list[Any], now: int, wire: bool, mode: Mode) -> None:
    readings = [read_event(each, contract=CONTRACT) for each in events]
    judgement = JUDGE.request(readings, mode=mode, now=now, wire=wire)
    assert len(judgement.events) == len(events)


@given(payload=EVENTS, now=TIMES)
@settings(deadline=None, max_examples=200)
def test_summary_and_coverage_take_any_json(payload: dict[str, Any], now: int) -> None:
    assert summary(payload, contract=CONTRACT, now=now).endswith(".")
    assert 0 <= coverage(payload).score <= 1
