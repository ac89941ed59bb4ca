"""What tests of the judge share: the judge itself, a fixed clock, and a good event to spoil."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Line, Typed
from workbench.events.reading import read_event
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement

NOW = 1_800_000_000
DIGEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"  # of test@example.com

MakeDraft: TypeAlias = Callable[..., Draft]
JudgeDraft: TypeAlias = Callable[..., Judgement]

_VALUES: Mapping[str, Typed] = {
    "event_name": "checkout",
    "action_source": "web",
    "event_time": str(NOW - 180),
    "event_id": "o-1042",
    "user_data.em": ("test@example.com",),
    "user_data.client_ip_address": "84.12.9.1",
    "user_data.client_user_agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
    "custom_data.currency": "USD",
    "custom_data.value": "66.95",
    "custom_data.num_items": "2",
    "custom_data.content_ids": ("sku-1", "sku-2"),
}
_LINES: tuple[Line, ...] = ({"id": "sku-1", "quantity": "1"}, {"id": "sku-2", "quantity": "1"})


@pytest.fixture(scope="session")
def judge(contract: Contract) -> Judge:
    """A judge of the real catalogue."""
    return Judge(contract=contract)


@pytest.fixture(scope="session")
def now() -> int:
    """The fixed clock of these tests, in Unix seconds."""
    return NOW


@pytest.fixture(scope="session")
def draft() -> MakeDraft:
    """Makes a good web checkout; keyword values change it, None removes a field."""

    def make(
        changes: Mapping[str, Typed | None] | None = None,
        *,
        lines: Sequence[Line] = _LINES,
        extras: Mapping[str, JsonValue] | None = None,
    ) -> Draft:
        values = {**_VALUES, **(changes or {})}
        kept = {path: typed for path, typed in values.items() if typed is not None}
        return Draft(values=kept, lines=tuple(lines), extras=extras or {})

    return make


@pytest.fixture(scope="session")
def judged(judge: Judge, draft: MakeDraft) -> JudgeDraft:
    """Judges a changed good checkout as somebody typed it."""

    def judged_draft(changes: Mapping[str, Typed | None] | None = None, **parts: Any) -> Judgement:
        return judge.event(draft(changes, **parts), now=NOW)

    return judged_draft


@pytest.fixture(scope="session")
def on_wire(judge: Judge, contract: Contract) -> Callable[[JsonObject], Judgement]:
    """Judges a good checkout as it travels, with keys replaced: dicts are merged, a missing value is ``...``."""

    def judged_json(changes: Mapping[str, Any]) -> Judgement:
        event: dict[str, Any] = {
            "event_name": "checkout",
            "action_source": "web",
            "event_time": NOW - 180,
            "event_id": "o-1042",
            "user_data": {"em": [DIGEST]},
            "custom_data": {"currency": "USD", "value": "66.95", "num_items": 2},
        }
        for key, value in changes.items():
            event[key] = {**event[key], **value} if isinstance(value, dict) and key in event else value
        reading = read_event(event, contract=contract)
        return judge.event(reading.draft, now=NOW, wire=True, findings=reading.findings)

    return judged_json
