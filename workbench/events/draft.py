"""The event as the user types it: texts only, immutable, nothing judged and nothing lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from workbench.contract.field import LINE_PREFIX
from workbench.ground.json_types import JsonValue

Typed: TypeAlias = str | tuple[str, ...]
Line: TypeAlias = Mapping[str, str]

_NOTHING: Mapping[str, str] = MappingProxyType({})


def _frozen(values: Mapping[str, Typed]) -> Mapping[str, Typed]:
    return values if isinstance(values, MappingProxyType) else MappingProxyType(dict(values))


@dataclass(frozen=True, slots=True)
class Draft:
    """One event being composed.

    ``values`` holds what was typed, by catalogue path: a text, or a tuple of texts for fields that take several.
    ``lines`` are the product lines (``custom_data.contents``), each a mapping of bare field name to text.
    ``extras`` keeps JSON that the catalogue has no place for (unknown keys, alien shapes), by its path in the event.
    Blank texts mean "left out". A draft may be wrong in every way; judging says so.
    """

    values: Mapping[str, Typed] = field(default_factory=lambda: _NOTHING)
    lines: tuple[Line, ...] = ()
    extras: Mapping[str, JsonValue] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", _frozen(self.values))

    def text(self, path: str) -> str:
        """The text at a path; for a field with several values, the first one; "" when nothing was typed."""
        typed = self.values.get(path, "")
        if isinstance(typed, tuple):
            return typed[0] if typed else ""
        return typed

    def texts(self, path: str) -> tuple[str, ...]:
        """All texts at a path, blank ones included, so that an index means the same everywhere."""
        typed = self.values.get(path, ())
        return typed if isinstance(typed, tuple) else (typed,)

    def with_value(self, path: str, typed: Typed) -> "Draft":
        """The same draft with another value at ``path``; an empty one removes it."""
        changed = dict(self.values)
        if typed:
            changed[path] = typed
        else:
            changed.pop(path, None)
        return replace(self, values=MappingProxyType(changed))

    def with_lines(self, lines: tuple[Line, ...]) -> "Draft":
        """The same draft with other product lines."""
        return replace(self, lines=lines)

    def without_extra(self, path: str) -> "Draft":
        """The same draft without one piece of unknown JSON."""
        kept = {key: value for key, value in self.extras.items() if key != path}
        return replace(self, extras=MappingProxyType(kept))

    def filled(self) -> Iterator[str]:
        """The paths with at least one non-blank text; product lines count by ``custom_data.contents[].name``."""
        for path, typed in self.values.items():
            if typed.strip() if isinstance(typed, str) else any(text.strip() for text in typed):
                yield path
        seen: set[str] = set()
        for line in self.lines:
            for name, text in line.items():
                if text.strip() and name not in seen:
                    seen.add(name)
                    yield LINE_PREFIX + name
