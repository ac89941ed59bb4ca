"""Events that this workbench has seen already: what Pinterest drops, and what it would count twice.

Pinterest drops the later of two events with the same event_id and event_name for 48 hours (guide). It alone knows what
other senders sent; this speaks of what this workbench has seen. Its own tests are not among it: they count nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from workbench.contract.loading import Contract
from workbench.events.time_text import distance
from workbench.ground.json_types import JsonObject
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.rules.wording import quoted

ALREADY_SENT = Rule(
    "already-sent",
    Severity.WARNING,
    "The same event_id and event_name {how} {when} ({where}), so Pinterest drops this one: it keeps the first.",
    "Send it only if you doubt that the first arrived. For another event, give it its own event_id.",
    "guide, workbench",
)
ALREADY_SENT_OFFLINE = Rule(
    "offline-already-sent",
    Severity.WARNING,
    "The same event_id and event_name {how} {when} ({where}), and offline events are not deduplicated: this one "
    "would count again.",
    "Do not send it again.",
    "guide, workbench",
)
SENT_UNDER_OTHER_NAME = Rule(
    "sent-under-other-name",
    Severity.WARNING,
    "The same event_id {how} {when} as {name} ({where}). Under two names the events are not deduplicated.",
    "If they are the same event, give both one name; if not, give this one its own event_id.",
    "guide, workbench",
)
ORDER_ALREADY_SENT = Rule(
    "order-already-sent",
    Severity.WARNING,
    "This order {how} {when} under another event_id ({where}), so it would count twice.",
    "Use the event_id of the first send, or leave this one out.",
    "guide, workbench",
)
RULES = (ALREADY_SENT, ALREADY_SENT_OFFLINE, SENT_UNDER_OTHER_NAME, ORDER_ALREADY_SENT)


@dataclass(frozen=True, slots=True)
class SeenEvent:
    """An event that went live, or that came in. ``sent_at`` is a Unix time, ``where`` says where it is kept: "history
    row 12"; ``how`` says what became of it then."""

    event_name: str
    event_id: str
    order_id: str
    sent_at: float
    where: str
    how: str = "went live"


class Memory(Protocol):
    """What remembers the events that went live."""

    def seen_live(
        self, ad_account_id: str, *, event_ids: Iterable[str], order_ids: Iterable[str], since: float
    ) -> tuple[SeenEvent, ...]: ...


def went_live(
    payloads: Sequence[JsonObject], *, ad_account_id: str, memory: Memory, now: int, contract: Contract
) -> Mapping[int, Problem]:
    """As ``seen_problems``, by what ``memory`` knows of the ad account. Raises what the memory raises."""
    seen = memory.seen_live(
        ad_account_id,
        event_ids={each for each in (_text(payload, "event_id") for payload in payloads) if each},
        order_ids={each for each in map(_order, payloads) if each},
        since=now - contract.limits["deduplication_seconds"],
    )
    return seen_problems(payloads, seen, now=now, contract=contract)


def seen_problems(
    payloads: Sequence[JsonObject], seen: Iterable[SeenEvent], *, now: int, contract: Contract
) -> Mapping[int, Problem]:
    """For each event that went live before, within Pinterest's 48 hours, what that means; by position, one each."""
    since = now - contract.limits["deduplication_seconds"]
    by_id: dict[str, list[SeenEvent]] = {}
    by_order: dict[tuple[str, str], list[SeenEvent]] = {}
    for each in sorted(seen, key=lambda known: known.sent_at):
        if since <= each.sent_at:
            by_id.setdefault(each.event_id, []).append(each)
            by_order.setdefault((each.event_name.lower(), each.order_id), []).append(each)
    found: dict[int, Problem] = {}
    for index, payload in enumerate(payloads):
        event_id, name, order_id = _text(payload, "event_id"), _text(payload, "event_name").lower(), _order(payload)
        problem = _same_id(by_id.get(event_id, []) if event_id else [], name, _text(payload, "action_source"), now)
        if problem is None and order_id:
            problem = _same_order(by_order.get((name, order_id), []), now)
        if problem is not None:
            found[index] = problem
    return found


def _same_id(known: Sequence[SeenEvent], name: str, source: str, now: int) -> Problem | None:
    for each in known:
        if each.event_name.lower() == name:
            rule = ALREADY_SENT_OFFLINE if source == "offline" else ALREADY_SENT
            return rule.at("event_id", **_details(each, now))
    if known:
        first = known[0]
        return SENT_UNDER_OTHER_NAME.at("event_id", name=quoted(first.event_name), **_details(first, now))
    return None


def _same_order(known: Sequence[SeenEvent], now: int) -> Problem | None:
    return ORDER_ALREADY_SENT.at("custom_data.order_id", **_details(known[0], now)) if known else None


def _details(seen: SeenEvent, now: int) -> dict[str, Any]:
    return {"how": seen.how, "when": distance(int(seen.sent_at), now=now), "where": seen.where}


def _order(payload: JsonObject) -> str:
    custom_data = payload.get("custom_data")
    return _text(custom_data, "order_id") if isinstance(custom_data, dict) else ""


def _text(holder: JsonObject, key: str) -> str:
    value = holder.get(key)
    return value.strip() if isinstance(value, str) else ""
