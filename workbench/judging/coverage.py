"""How many of the signals in Pinterest's Event Quality Score one event carries, counted before it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.ground.json_types import JsonObject, JsonValue


@dataclass(frozen=True, slots=True)
class Coverage:
    """``score`` is the share of the components present, 0 to 1 in steps of a hundredth; names as Pinterest has them.

    Pinterest publishes no thresholds, so the score is a count and no grade.
    """

    score: float
    present: tuple[str, ...]
    missing: tuple[str, ...]


def coverage(payload: JsonObject) -> Coverage:
    """The components in one event's payload, the five resilient signals first; any JSON object will do."""
    present = tuple(name for name, is_there in _COMPONENTS.items() if is_there(payload))
    missing = tuple(name for name in _COMPONENTS if name not in present)
    return Coverage(round(len(present) / len(_COMPONENTS), 2), present, missing)


def _at(path: str) -> Callable[[JsonObject], bool]:
    holder, _, name = path.rpartition(".")

    def is_there(payload: JsonObject) -> bool:
        container: JsonValue = payload.get(holder) if holder else payload
        return isinstance(container, dict) and _says_something(container.get(name))

    return is_there


def _has_product(payload: JsonObject) -> bool:
    custom_data = payload.get("custom_data")
    if not isinstance(custom_data, dict):
        return False
    contents = custom_data.get("contents")
    lines = contents if isinstance(contents, list) else []
    in_lines = any(isinstance(line, dict) and _says_something(line.get("id")) for line in lines)
    return in_lines or _says_something(custom_data.get("content_ids"))


def _says_something(value: JsonValue) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, list):
        return any(_says_something(item) for item in value)
    return value is not None and not isinstance(value, (bool, dict))


# The components of the conversion_eqs endpoint. Pinterest's help calls the first five resilient: they outlive cookies.
_COMPONENTS: Mapping[str, Callable[[JsonObject], bool]] = {
    "hashed_email": _at("user_data.em"),
    "advertiser_external_id": _at("user_data.external_id"),
    "click_id_epik": _at("user_data.click_id"),
    "ip_address": _at("user_data.client_ip_address"),
    "hashed_maid": _at("user_data.hashed_maids"),
    "user_agent": _at("user_data.client_user_agent"),
    "external_event_id": _at("event_id"),
    "order_id": _at("custom_data.order_id"),
    "order_value": _at("custom_data.value"),
    "product_id": _has_product,
    "source_url": _at("event_source_url"),
}
