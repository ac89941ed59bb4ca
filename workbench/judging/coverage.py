"""How many of the signals in Pinterest's Event Quality Score one event carries, counted before it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.components import COMPONENTS


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
        return isinstance(container, dict) and says_something(container.get(name))

    return is_there


def _has_product(payload: JsonObject) -> bool:
    custom_data = payload.get("custom_data")
    if not isinstance(custom_data, dict):
        return False
    contents = custom_data.get("contents")
    lines = contents if isinstance(contents, list) else []
    in_lines = any(isinstance(line, dict) and says_something(line.get("id")) for line in lines)
    return in_lines or says_something(custom_data.get("content_ids"))


def says_something(value: JsonValue) -> bool:
    """Whether a value counts as there: no blank text, no empty list, no object."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, list):
        return any(says_something(item) for item in value)
    return value is not None and not isinstance(value, (bool, dict))


_COMPONENTS: Mapping[str, Callable[[JsonObject], bool]] = {
    each.name: _has_product if each.name == "product_id" else _at(each.path) for each in COMPONENTS
}
