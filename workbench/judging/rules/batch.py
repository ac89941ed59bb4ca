"""The events of one request together: how many they are, and which are the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json
from workbench.events.payload import request_body
from workbench.ground.json_types import JsonObject
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.rules.wording import some

DATA = "data"
ORDER_ID = "custom_data.order_id"
NO_EVENTS = Rule(
    "no-events",
    Severity.ERROR,
    "The request has no events, and Pinterest takes at least one.",
    "Add an event.",
    "spec",
)
TOO_MANY_EVENTS = Rule(
    "too-many-events",
    Severity.ERROR,
    "The request has {found:,} events and Pinterest takes at most {limit:,}: it would refuse all of them.",
    "Split it into requests of at most {limit:,} events.",
    "spec, guide",
)
TOO_MANY_FOR_TEST = Rule(
    "too-many-test-events",
    Severity.WARNING,
    "The request has {found:,} events, and of a test request only the first {limit} are processed.",
    "Split it into requests of at most {limit} events.",
    "guide",
)
DUPLICATE = Rule(
    "duplicate-event",
    Severity.WARNING,
    "Event {first} of this request has the same event_id and event_name, so Pinterest keeps only the first of the two.",
    "Remove one of them, or give each event its own event_id.",
    "guide, spec",
)
DUPLICATE_OFFLINE = Rule(
    "duplicate-offline-event",
    Severity.WARNING,
    "Event {first} of this request has the same event_id and event_name, and offline events are not deduplicated: "
    "both would count.",
    "Remove one of them.",
    "guide, spec",
)
ID_REUSED = Rule(
    "event-id-reused",
    Severity.WARNING,
    "Event {first} of this request has the same event_id and another event_name, so the two are not deduplicated.",
    "If they are the same event, give both one name; if not, give each its own event_id.",
    "guide",
)
ORDER_REPEATED = Rule(
    "order-repeated",
    Severity.WARNING,
    "Event {first} of this request has the same order_id and event_name under another event_id: the order would count "
    "twice.",
    "Remove one of them, or give both the same event_id.",
    "guide, workbench",
)
ONE_ID_FOR_ALL = Rule(
    "one-event-id-for-all",
    Severity.WARNING,
    "All {found:,} events of the request have the same event_id. Of those with the same name Pinterest keeps only the "
    "first; those with other names and those that happened offline it cannot deduplicate by it.",
    "Give each event an event_id of its own, such as the order number or a UUID.",
    "guide, spec",
)
BODY_LARGE = Rule(
    "body-large",
    Severity.WARNING,
    "The body has {found:,} bytes. Pinterest publishes no limit, but other senders stop at {limit:,}.",
    "Split the request into smaller ones.",
    "implementers, workbench",
)
MANY_CUSTOM_NAMES = Rule(
    "many-custom-names",
    Severity.WARNING,
    "The request has {found} event names of your own, such as {names}; an advertiser may have {limit}.",
    "Use standard names, or tell the cases apart in custom_data.",
    "guide",
)
RULES = (
    NO_EVENTS,
    TOO_MANY_EVENTS,
    TOO_MANY_FOR_TEST,
    DUPLICATE,
    DUPLICATE_OFFLINE,
    ID_REUSED,
    ONE_ID_FOR_ALL,
    BODY_LARGE,
    ORDER_REPEATED,
    MANY_CUSTOM_NAMES,
)


class BatchRules:
    """What can only be seen by looking at all events of a request."""

    def __init__(self, *, contract: Contract) -> None:
        self._limits = contract.limits
        self._standard = contract.event_name_set

    def request(self, drafts: Sequence[Draft], mode: Mode) -> Iterator[Problem]:
        """Findings of the request itself. A practice request counts as a test."""
        found, most = len(drafts), self._limits["events_per_request"]
        test = self._limits["events_per_test_request"]
        if not found:
            yield NO_EVENTS.at(DATA)
        elif found > most:
            yield TOO_MANY_EVENTS.at(DATA, found=found, limit=most)
        elif found > test and mode is not Mode.LIVE:
            yield TOO_MANY_FOR_TEST.at(DATA, found=found, limit=test)
        if _have_one_id(drafts):
            yield ONE_ID_FOR_ALL.at(DATA, found=found)
        typed = dict.fromkeys(draft.text("event_name") for draft in drafts)
        names = dict.fromkeys(text.strip().lower() for text in typed)
        own = [name for name in names if name and name not in self._standard]
        limit = self._limits["custom_event_names_per_advertiser"]
        if len(own) > limit:
            yield MANY_CUSTOM_NAMES.at(DATA, found=len(own), names=some(own), limit=limit)

    def size(self, payloads: Iterable[JsonObject]) -> Iterator[Problem]:
        """What is to be said of the size of the body that these events make."""
        found, limit = len(encode_json(request_body(payloads))), self._limits["body_bytes_advised"]
        if found > limit:
            yield BODY_LARGE.at(DATA, found=found, limit=limit)

    def events(self, drafts: Sequence[Draft]) -> Mapping[int, tuple[Problem, ...]]:
        """Findings of single events, by index: each repetition is told at the later event.

        When all events have one id, that is told of the request instead.
        """
        if _have_one_id(drafts):
            return {}
        first_of: dict[str, dict[str, int]] = {}
        orders: dict[tuple[str, str], int] = {}
        repeated: dict[int, Problem] = {}
        found: dict[int, tuple[Problem, ...]] = {}
        for index, draft in enumerate(drafts):
            event_id = draft.text("event_id").strip()
            if not event_id:
                continue
            name, problem = _name(draft), None
            names = first_of.get(event_id)
            if names is None:
                first_of[event_id] = {name: index}
            else:
                problem = _repetition(draft, name, names)
                names.setdefault(name, index)
            order_id = draft.text(ORDER_ID).strip()
            if order_id:
                first = orders.setdefault((name, order_id), index)
                if first != index and problem is None:
                    # One order may stand in each of a thousand events, and the same is said of all of them.
                    problem = repeated.get(first) or ORDER_REPEATED.at(ORDER_ID, first=first + 1)
                    repeated[first] = problem
            if problem is not None:
                found[index] = (problem,)
        return found


def _have_one_id(drafts: Sequence[Draft]) -> bool:
    """Whether there are at least three events, and all have the same id: of two, one may simply be a repetition."""
    if len(drafts) < 3:
        return False
    first = drafts[0].text("event_id").strip()
    return bool(first) and all(each.text("event_id").strip() == first for each in drafts)


def _repetition(draft: Draft, name: str, names: Mapping[str, int]) -> Problem:
    if name in names:
        offline = draft.text("action_source").strip() == "offline"
        return (DUPLICATE_OFFLINE if offline else DUPLICATE).at("event_id", first=names[name] + 1)
    return ID_REUSED.at("event_id", first=min(names.values()) + 1)


def _name(draft: Draft) -> str:
    return draft.text("event_name").strip().lower()
