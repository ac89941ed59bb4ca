"""What the history indexes of a request body: the few values by which an event is looked for."""

import json
import re
from dataclasses import dataclass

_INT64_DIGITS = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class IndexedEvent:
    """The searchable values of one event as texts, None where it has none. Numbers keep the digits they had."""

    event_name: str | None = None
    event_id: str | None = None
    event_time: int | None = None
    action_source: str | None = None
    order_id: str | None = None
    value: str | None = None
    currency: str | None = None


def storable(text: str) -> str:
    r"""The text as SQLite can hold it: half a surrogate pair, which UTF-8 cannot express, is written as ``\ud800``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return storable(value) if isinstance(value, str) else None


def _indexed(event: object) -> IndexedEvent:
    if not isinstance(event, dict):
        return IndexedEvent()
    custom_data = event.get("custom_data")
    custom = custom_data if isinstance(custom_data, dict) else {}
    time = _text(event.get("event_time")) or ""
    return IndexedEvent(
        event_name=_text(event.get("event_name")),
        event_id=_text(event.get("event_id")),
        event_time=int(time) if _INT64_DIGITS.fullmatch(time) else None,
        action_source=_text(event.get("action_source")),
        order_id=_text(custom.get("order_id")),
        value=_text(custom.get("value")),
        currency=_text(custom.get("currency")),
    )


def indexed_events(body: bytes) -> tuple[IndexedEvent, ...]:
    """The events of ``{"data": […]}`` in their order; none when the body is anything else: that is no error here."""
    try:
        # Numbers stay texts: an index needs their digits, and one too long to convert must not cost the body its index.
        decoded = json.loads(body, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return ()
    events = decoded.get("data") if isinstance(decoded, dict) else None
    return tuple(map(_indexed, events)) if isinstance(events, list) else ()
