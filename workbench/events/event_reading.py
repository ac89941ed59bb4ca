"""One event's JSON to a draft, with a finding for each thing that was not as the catalogue says."""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeGuard

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Line, Typed
from workbench.events.finding import Finding, FindingKind, kind_of_json
from workbench.events.paths import item_path, join_path
from workbench.events.wire import TypeFault, wire_value
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

# Looking a member up on its enum costs more than the rest of reading a value.
_STRING, _STRINGS = FieldType.STRING, FieldType.STRINGS


@dataclass(frozen=True, slots=True)
class EventReading:
    """A draft that holds all of the JSON it was read from, and what was noticed on the way."""

    draft: Draft
    findings: tuple[Finding, ...] = ()


def read_event(value: JsonValue, *, contract: Contract) -> EventReading:
    """The event that ``value`` describes, as a draft: hashed fields as they stand, numbers as their literals.

    What the catalogue has no place for goes into the draft's extras. A list keeps a blank text for each item that was
    left out, so that indexes mean the same in the JSON, the findings and the draft. Raises InputError when ``value`` is
    no object.
    """
    if not isinstance(value, dict):
        raise InputError(f"An event is a JSON object, but this is {kind_of_json(value)}.", fix="Write it in { … }.")
    walk = _Walk(contract)
    walk.container("", value)
    draft = Draft(values=MappingProxyType(walk.values), lines=tuple(walk.lines), extras=MappingProxyType(walk.extras))
    return EventReading(draft, tuple(walk.findings))


@dataclass(slots=True)
class _Walk:
    """One pass over one event. Paths are built and looked up as texts, which is cheaper than any tree of them."""

    contract: Contract
    values: dict[str, Typed] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    extras: dict[str, JsonValue] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def container(self, parent: str, found: JsonObject) -> None:
        """Reads the event itself (``parent`` is "") or one of its objects."""
        prefix = f"{parent}." if parent else ""
        by_path, values = self.contract.by_path, self.values
        # A key with a point in it could look like the path of another field.
        dotted = "." in "".join(found)
        for key, value in found.items():
            path = prefix + key
            leaf = by_path.get(path)
            if leaf is None or (dotted and "." in key):
                self._no_leaf(parent, key, value)
            elif value.__class__ is str and leaf.type is _STRING and value and not value.isspace():
                values[path] = value
            elif leaf.type is _STRINGS:
                if texts := self._texts(path, value, leaf):
                    values[path] = texts
            elif text := self._scalar(path, value, leaf):
                values[path] = text

    def _no_leaf(self, parent: str, key: str, value: JsonValue) -> None:
        path = join_path(parent, key)
        if path == CONTENTS:
            self._contents(value)
        elif not self._is_container(path, value):
            self._set_aside(path, FindingKind.UNKNOWN_KEY, value)
        elif isinstance(value, dict):
            self.container(path, value)
        elif value is None:
            self._note(path, FindingKind.NULL, value)
        else:
            self._set_aside(path, FindingKind.WRONG_SHAPE, value)

    def _is_container(self, path: str, value: JsonValue) -> bool:
        by_path = self.contract.by_path
        if isinstance(value, dict) and any(f"{path}.{key}" in by_path for key in value):
            return True
        return any(known.startswith(f"{path}.") for known in by_path)

    def _contents(self, value: JsonValue) -> None:
        if isinstance(value, list) and value:
            self.lines.extend([self._line(item_path(CONTENTS, index), each) for index, each in enumerate(value)])
        elif isinstance(value, dict) and value:
            self._note(CONTENTS, FindingKind.SINGLE_FOR_LIST, value)
            self.lines.append(self._line(item_path(CONTENTS, 0), value))
        else:
            self._no_list(CONTENTS, value)

    def _line(self, path: str, value: JsonValue) -> Line:
        line: dict[str, str] = {}
        if not isinstance(value, dict) or not value:
            self._no_list(path, value)
            return line
        fields = self.contract.line_fields
        for key, each in value.items():
            leaf = fields.get(key)
            if leaf is None:
                self._set_aside(join_path(path, key), FindingKind.UNKNOWN_KEY, each)
            elif each.__class__ is str and leaf.type is _STRING and each and not each.isspace():
                line[key] = each
            elif text := self._scalar(f"{path}.{key}", each, leaf):
                line[key] = text
        return line

    def _texts(self, path: str, value: JsonValue, leaf: Field) -> tuple[str, ...]:
        if isinstance(value, list) and value:
            if _are_plain(value):
                return tuple(value)
            return tuple([self._scalar(item_path(path, index), each, leaf) for index, each in enumerate(value)])
        if value is None or isinstance(value, (list, dict)):
            self._no_list(path, value)
            return ()
        text = self._scalar(path, value, leaf)
        if text.strip():
            self._note(path, FindingKind.SINGLE_FOR_LIST, value)
        return (text,) if text else ()

    def _scalar(self, path: str, value: JsonValue, leaf: Field) -> str:
        """The text of one value or item, "" when there is none."""
        bare = leaf.type is not _STRING and leaf.type is not _STRINGS
        if isinstance(value, str):
            if not value or value.isspace():
                self._note(path, FindingKind.EMPTY_TEXT, value)
            elif bare and not isinstance(wire_value(leaf, value), TypeFault):
                self._note(path, FindingKind.QUOTED_NUMBER, value)
            return value
        if value is None:
            self._note(path, FindingKind.NULL, value)
            return ""
        if isinstance(value, (list, dict)):
            self._set_aside(path, FindingKind.WRONG_SHAPE, value)
            return ""
        if not bare:
            self._note(path, FindingKind.UNQUOTED, value)
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _no_list(self, path: str, value: JsonValue) -> None:
        """``value`` stands where a list or an object with something in it belongs."""
        if value is None:
            self._note(path, FindingKind.NULL, value)
        elif value == "":
            self._note(path, FindingKind.EMPTY_TEXT, value)
        elif isinstance(value, (list, dict)) and not value:
            self._note(path, FindingKind.EMPTY_LIST, value)
        else:
            self._set_aside(path, FindingKind.WRONG_SHAPE, value)

    def _note(self, path: str, kind: FindingKind, value: JsonValue) -> None:
        self.findings.append(Finding(path, kind, kind_of_json(value)))

    def _set_aside(self, path: str, kind: FindingKind, value: JsonValue) -> None:
        self.extras[path] = value
        self._note(path, kind, value)


def _are_plain(items: list[JsonValue]) -> TypeGuard[list[str]]:
    """Whether every item is a text with something in it, as nearly every list is."""
    for each in items:  # noqa: SIM110 - a generator costs more than the whole list
        if each.__class__ is not str or not each or each.isspace():
            return False
    return True
