"""What differs between two events, field by field: the order of lists, keys and product lines does not count.

What is compared are payloads, so a match key is a digest: two that differ are said to differ, and nothing about whom
they belong to is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.contract.field import CONTENTS
from workbench.contract.loading import Contract
from workbench.events.encoding import encode_json
from workbench.events.paths import item_path, join_path
from workbench.ground.json_types import JsonObject, JsonValue

VOLATILE = frozenset({"event_id", "event_time"})
"""What differs between two sends of the same thing, and is no difference of meaning."""

_LONGEST = 60


class Change(StrEnum):
    """What became of a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two events differ. ``path`` is the wire path, in the later event unless the value was removed.

    ``before`` and ``after`` are the values as short texts, "" where there is none; for a match key they say how many
    digests there are and never what they are. ``hashed`` tells such a field.
    """

    path: str
    change: Change
    before: str
    after: str
    hashed: bool = False

    @property
    def words(self) -> str:
        """The difference in a few words: ``custom_data.value: 66.95 → 70.00``."""
        if self.change is Change.ADDED:
            return f"{self.path}: added, {self.after}"
        if self.change is Change.REMOVED:
            return f"{self.path}: removed, was {self.before}"
        if self.hashed:
            return f"{self.path}: another digest"
        return f"{self.path}: {self.before} → {self.after}"


@dataclass(frozen=True, slots=True)
class EventComparison:
    """Two events that belong together, by their positions (from 0); None where one has no partner."""

    before: int | None
    after: int | None
    differences: tuple[Difference, ...]

    @property
    def same(self) -> bool:
        """Whether both are there and nothing differs."""
        return self.before is not None and self.after is not None and not self.differences


def compare_events(
    before: JsonObject, after: JsonObject, *, contract: Contract, ignored: frozenset[str] = frozenset()
) -> tuple[Difference, ...]:
    """The differences of two payloads, in the order of the catalogue; paths in ``ignored`` do not count."""
    old, new = dict(_leaves(before, "")), dict(_leaves(after, ""))
    order = {path: number for number, path in enumerate([*contract.by_path, CONTENTS])}
    found = [
        _difference(path, old.get(path), new.get(path), contract)
        for path in {**old, **new}
        if path not in ignored and _key(old.get(path)) != _key(new.get(path))
    ]
    found += _lines(before, after)
    return tuple(sorted(found, key=lambda each: order.get(each.path.partition("[")[0], len(order))))


def compare_requests(
    before: Sequence[JsonObject],
    after: Sequence[JsonObject],
    *,
    contract: Contract,
    ignored: frozenset[str] = frozenset(),
) -> tuple[EventComparison, ...]:
    """The events of two requests side by side.

    Partners have the same event_name and event_id, else the same order_id and name, else the same place. Events of
    ``after`` come in their order; those of ``before`` that have no partner any more come last.
    """
    partner = _partners(before, after)
    compared = [
        EventComparison(
            partner.get(at),
            at,
            compare_events(before[partner[at]], event, contract=contract, ignored=ignored) if at in partner else (),
        )
        for at, event in enumerate(after)
    ]
    gone = sorted(set(range(len(before))) - set(partner.values()))
    return (*compared, *(EventComparison(at, None, ()) for at in gone))


def _partners(before: Sequence[JsonObject], after: Sequence[JsonObject]) -> Mapping[int, int]:
    """For events of ``after``, the position of its partner in ``before``."""
    found: dict[int, int] = {}
    for identity in (_by_id, _by_order, None):
        free = [at for at in range(len(before)) if at not in found.values()]
        waiting: dict[object, list[int]] = {}
        for at in free:
            waiting.setdefault(at if identity is None else identity(before[at]), []).append(at)
        for at, event in enumerate(after):
            if at in found:
                continue
            key: object = at if identity is None else identity(event)
            if key is not None and waiting.get(key):
                found[at] = waiting[key].pop(0)
    return found


def _by_id(event: JsonObject) -> object:
    event_id = event.get("event_id")
    return (_name(event), event_id) if isinstance(event_id, str) and event_id else None


def _by_order(event: JsonObject) -> object:
    custom_data = event.get("custom_data")
    order_id = custom_data.get("order_id") if isinstance(custom_data, dict) else None
    return (_name(event), order_id) if isinstance(order_id, str) and order_id else None


def _name(event: JsonObject) -> str:
    name = event.get("event_name")
    return name.lower() if isinstance(name, str) else ""


def _leaves(value: JsonValue, path: str) -> Iterator[tuple[str, JsonValue]]:
    """Every value that is no object, by its path; a list is one value. Product lines are left to ``_lines``."""
    if path == CONTENTS and isinstance(value, list):
        return
    if isinstance(value, dict) and (value or not path):
        for key, inner in value.items():
            yield from _leaves(inner, join_path(path, key))
    else:
        yield path, value


def _key(value: JsonValue) -> object:
    """Equal for values that mean the same: the order in a list of texts does not count."""
    if isinstance(value, list):
        return sorted(encode_json(each) for each in value)
    return None if value is None else encode_json(value)


def _difference(path: str, old: JsonValue, new: JsonValue, contract: Contract) -> Difference:
    field = contract.by_path.get(path)
    hashed = field is not None and field.hashed
    change = Change.ADDED if old is None else Change.REMOVED if new is None else Change.CHANGED
    return Difference(path, change, _text(old, hashed=hashed), _text(new, hashed=hashed), hashed)


def _lines(before: JsonObject, after: JsonObject) -> list[Difference]:
    """Differences of product lines, which belong together by their id, else by their place."""
    old, new = _line_list(before), _line_list(after)
    ids = [line.get("id") for line in old]
    taken: set[int] = set()
    found: list[Difference] = []
    for at, line in enumerate(new):
        wanted = line.get("id")
        same_id = (i for i, known in enumerate(ids) if i not in taken and wanted is not None and known == wanted)
        partner = next(same_id, at if at < len(old) and at not in taken and None in (wanted, ids[at]) else None)
        if partner is None:
            found.append(Difference(item_path(CONTENTS, at), Change.ADDED, "", _text(line)))
            continue
        taken.add(partner)
        for name in {**old[partner], **line}:
            was, now = old[partner].get(name), line.get(name)
            if _key(was) != _key(now):
                change = Change.ADDED if was is None else Change.REMOVED if now is None else Change.CHANGED
                path = join_path(item_path(CONTENTS, at), name)
                found.append(Difference(path, change, _text(was), _text(now)))
    found += [
        Difference(item_path(CONTENTS, at), Change.REMOVED, _text(line), "")
        for at, line in enumerate(old)
        if at not in taken
    ]
    return found


def _line_list(event: JsonObject) -> list[JsonObject]:
    custom_data = event.get("custom_data")
    contents = custom_data.get("contents") if isinstance(custom_data, dict) else None
    return [line for line in contents if isinstance(line, dict)] if isinstance(contents, list) else []


def _text(value: JsonValue, *, hashed: bool = False) -> str:
    if value is None:
        return ""
    if hashed:
        count = len(value) if isinstance(value, list) else 1
        return f"{count} digest{'' if count == 1 else 's'}"
    text = value if isinstance(value, str) else encode_json(value).decode()
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
