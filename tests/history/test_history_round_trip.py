"""Whatever is begun and finished comes back as it was."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.history.query import Query
from workbench.history.store import History

_TEXTS = st.text(max_size=40)
_INT64 = st.integers(-(2**63) + 1, 2**63 - 1)
_SECONDS = st.floats(allow_nan=False)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)
_EVENTS = st.lists(
    st.dictionaries(st.sampled_from(["event_name", "event_id", "event_time", "custom_data"]), _JSON) | _JSON
)
_BODIES = st.binary(max_size=60) | _EVENTS.map(lambda events: json.dumps({"data": events}).encode())
_VERDICTS = st.lists(
    st.builds(
        EventVerdict,
        index=st.integers(0, 1000),
        status=_TEXTS,
        error=st.none() | _TEXTS,
        warnings=st.lists(_TEXTS, max_size=3).map(tuple),
        path=st.none() | _TEXTS,
    ),
    max_size=4,
    unique_by=lambda verdict: verdict.index,
).map(lambda verdicts: tuple(sorted(verdicts, key=lambda verdict: verdict.index)))
_OUTCOMES = st.builds(
    Outcome,
    state=st.sampled_from(State),
    cause=_TEXTS,
    fix=_TEXTS,
    status=st.none() | _INT64,
    received=st.none() | _INT64,
    processed=st.none() | _INT64,
    verdicts=_VERDICTS,
    answer=st.binary(max_size=60),
    headers=st.dictionaries(_TEXTS, _TEXTS, max_size=3),
    elapsed=st.none() | _SECONDS,
)

# No deadline: a synced write takes as long as the disk takes.
_AS_LONG_AS_IT_TAKES = settings(deadline=None)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    with History(path=tmp_path_factory.mktemp("round-trip") / "history.sqlite3") as history:
        yield history


@_AS_LONG_AS_IT_TAKES
@given(
    names=st.tuples(_TEXTS, _TEXTS, _TEXTS), body=_BODIES, mode=st.sampled_from(Mode), at=_SECONDS, outcome=_OUTCOMES
)
def test_a_request_comes_back_as_it_was(  # noqa: PLR0917 - hypothesis hands each over by name
    shared: History, names: tuple[str, str, str], body: bytes, mode: Mode, at: float, outcome: Outcome
) -> None:
    account_name, ad_account_id, url = names
    row_id = shared.begin(account_name=account_name, ad_account_id=ad_account_id, mode=mode, url=url, body=body, at=at)
    shared.finish(row_id, outcome, at=at)
    entry = shared.entry(row_id)
    row = entry.row
    assert (row.account_name, row.ad_account_id, entry.url, row.mode, row.sent_at) == (*names, mode, at)
    assert (entry.body, row.state, entry.cause, entry.fix) == (body, outcome.state, outcome.cause, outcome.fix)
    assert (row.status, row.received, row.processed) == (outcome.status, outcome.received, outcome.processed)
    assert (entry.verdicts, entry.answer, entry.headers) == (outcome.verdicts, outcome.answer, outcome.headers)
    assert row.elapsed == outcome.elapsed


@_AS_LONG_AS_IT_TAKES
@given(event_id=st.text(min_size=1, max_size=30, alphabet=st.characters(exclude_characters="\x00", codec="utf-8")))
def test_every_event_id_is_found_by_itself(shared: History, event_id: str) -> None:
    body = json.dumps({"data": [{"event_id": event_id}]}).encode()
    row_id = shared.begin(
        account_name="", ad_account_id="", mode=Mode.TEST, url="", body=body, at=9e12 + shared.count(Query())
    )
    assert row_id in {row.id for row in shared.rows(Query(text=event_id, limit=2000))}
