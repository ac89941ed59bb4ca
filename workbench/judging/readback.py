"""One event in one sentence, so that somebody who reads no JSON can say whether it is what was meant."""

from collections.abc import Iterator, Mapping

from workbench.contract.loading import Contract
from workbench.events.time_text import distance
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.coverage import says_something
from workbench.judging.rules.wording import counted, listed, quoted

_PLACES: Mapping[str, str] = {
    "web": "on the web",
    "app_ios": "in the iOS app",
    "app_android": "in the Android app",
    "offline": "offline",
}
_OF_ITEMS = frozenset({"checkout"})
# Match keys by field, in the order of their weight. The first three, with the pair of IP and user agent, identify.
_KEYS: Mapping[str, str] = {
    "em": "e-mail",
    "hashed_maids": "mobile ad id",
    "external_id": "customer id",
    "click_id": "click id",
    "ph": "phone",
}
_PERSONAL: Mapping[str, tuple[str, ...]] = {
    "name": ("fn", "ln"),
    "date of birth": ("db",),
    "gender": ("ge",),
    "place": ("ct", "st", "zp", "country"),
}
# Strong signals that are named when they are missing. A missing customer id stands among the problems: it is the shop's
# own number, and matches nobody whom another key has not matched before.
_EXPECTED = ("em", "click_id", "hashed_maids")
# More pieces than any order has: a number beyond is a slip, and would only fill the line.
_MOST_ITEMS = 10**9


def summary(payload: JsonObject, *, contract: Contract, now: int) -> str:
    """What the event says, when and where, whom Pinterest can match it with, and which strong signal is missing.

    ``now`` is in Unix seconds. Any JSON object will do; what is missing or of an alien shape is called so or left out.
    """
    name = _text(payload.get("event_name"))
    place = _text(payload.get("action_source"))
    said = ", ".join([_what(payload, name, contract), *_money(payload), _when(payload, now), _where(place)])
    who = [*_who(payload, name, contract.platform_of.get(place, ""), contract)]
    if payload.get("opt_out") is True:
        who.append("the person has opted out of tracking")
    return f"{said}; {'; '.join(who)}."


def _what(payload: JsonObject, name: str, contract: Contract) -> str:
    known = name.lower()
    label = next((each.label for each in contract.event_names if each.name == known), "")
    what = label or (f"Event {quoted(name)}" if name else "An unnamed event")
    custom_data = _object(payload.get("custom_data"))
    words = _text(custom_data.get("search_string"))
    if words:
        what += f" for {quoted(words)}"
    items = _items(custom_data)
    if items is not None:
        what += f" {'of' if known in _OF_ITEMS else 'with'} {counted(items, 'item')}"
    return what


def _items(custom_data: JsonObject) -> int | None:
    """How many pieces the event is about, by the most explicit number there is."""
    total = _count(custom_data.get("num_items"))
    if total is not None:
        return total
    contents = custom_data.get("contents")
    lines = [line for line in contents if isinstance(line, dict)] if isinstance(contents, list) else []
    if lines:
        counts = [_count(line.get("quantity")) for line in lines]
        return sum(1 if count is None else count for count in counts)
    ids = custom_data.get("content_ids")
    return (len(ids) or None) if isinstance(ids, list) else None


def _money(payload: JsonObject) -> Iterator[str]:
    custom_data = _object(payload.get("custom_data"))
    value = custom_data.get("value")
    amount = _text(value) if isinstance(value, str) else ""
    if value is not None and not isinstance(value, (str, bool, list, dict)):
        amount = str(value)
    currency = _text(custom_data.get("currency"))
    if amount:
        yield f"{_short(currency)} {_short(amount)}" if currency else f"{_short(amount)} in no named currency"


def _when(payload: JsonObject, now: int) -> str:
    moment = payload.get("event_time")
    if not isinstance(moment, int) or isinstance(moment, bool):
        return "at an unknown time"
    # Beyond the calendar the number is in another unit than seconds, and a distance in days would mislead.
    return distance(moment, now=now) if abs(moment) < 10**11 else "at an impossible time"


def _where(place: str) -> str:
    if place in _PLACES:
        return _PLACES[place]
    return f"from an unknown source ({quoted(place)})" if place else "from an unknown source"


def _who(payload: JsonObject, name: str, platform: str, contract: Contract) -> Iterator[str]:
    user_data = _object(payload.get("user_data"))
    has = {key for key, value in user_data.items() if says_something(value)}
    pair = {"client_ip_address", "client_user_agent"} <= has
    matching = [label for key, label in _KEYS.items() if key in has]
    if pair:
        matching.insert(1 if "em" in has else 0, "IP with user agent")
    matching += [label for label, keys in _PERSONAL.items() if has.intersection(keys)]
    if not (pair or has & {"em", "hashed_maids"}):
        yield _nobody(matching, has)
        return
    yield f"matchable by {listed(matching)}"
    lacking = [_KEYS[key] for key in _EXPECTED if key not in has and _is_expected(key, name, platform, contract)]
    if lacking:
        yield f"{listed(lacking)} {'is' if len(lacking) == 1 else 'are'} missing"


def _is_expected(key: str, name: str, platform: str, contract: Contract) -> bool:
    field = contract.by_path[f"user_data.{key}"]
    return (not field.platforms or platform in field.platforms) and field.recommended_for(name.lower(), platform)


def _nobody(matching: list[str], has: set[str]) -> str:
    half = [
        *(["IP address"] if "client_ip_address" in has else []),
        *(["user agent"] if "client_user_agent" in has else []),
    ]
    if not matching and not half:
        return "nothing identifies the person"
    return f"nothing identifies the person: {listed(half + matching)} alone will not do"


def _object(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _text(value: JsonValue) -> str:
    return value.strip() if isinstance(value, str) else ""


def _count(value: JsonValue) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= _MOST_ITEMS else None


def _short(text: str) -> str:
    return quoted(text).strip("“”")
