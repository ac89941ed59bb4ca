"""A body, a list, one event, or lines of them: whatever was pasted or opened, as drafts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from workbench.contract.loading import Contract
from workbench.events.decoding import decode_text
from workbench.events.draft import Draft
from workbench.events.encoding import parse_json
from workbench.events.event_reading import EventReading, read_event
from workbench.events.finding import Finding, FindingKind, kind_of_json
from workbench.events.paths import item_path, join_path
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue

__all__ = ["EventReading", "Finding", "FindingKind", "Reading", "read_body", "read_event", "read_text"]

_DATA = "data"


@dataclass(frozen=True, slots=True)
class Reading:
    """All events of a text. ``findings`` and ``extras`` are those of the body around them, with paths from its root."""

    events: tuple[EventReading, ...]
    findings: tuple[Finding, ...] = ()
    extras: Mapping[str, JsonValue] = field(default_factory=lambda: MappingProxyType({}))


def read_text(data: str | bytes, *, contract: Contract, what: str = "The text", aliens: bool = False) -> Reading:
    """The events in JSON (as ``read_body`` takes them) or in JSON Lines, one event or body on each line.

    In JSON Lines, paths of findings and extras around the events begin with the line's index: ``[2].unknown``.
    Raises InputError as ``parse_json`` and ``read_body`` do; the message names the line. ``aliens``: see there.
    """
    text = decode_text(data, what=what)
    lines = tuple(_filled_lines(text))
    if not _are_json_lines([line for _, line in lines[:2]]):
        return read_body(parse_json(text, what=what), contract=contract, what=what, aliens=aliens)
    return _joined(
        read_body(
            parse_json(line, what=what, first_line=number),
            contract=contract,
            what=f"{what}, line {number},",
            aliens=aliens,
        )
        for number, line in lines
    )


def read_body(value: JsonValue, *, contract: Contract, what: str = "The text", aliens: bool = False) -> Reading:
    """The events in ``{"data": […]}``, in a list of events, or in one event.

    Raises InputError for any other JSON, and for an event that is no object. With ``aliens`` such an event becomes an
    empty draft with a finding, for those who judge a list and do not compose one.
    """
    if isinstance(value, dict) and _DATA in value:
        return _read_envelope(value, contract, what, aliens=aliens)
    if isinstance(value, dict):
        return Reading((read_event(value, contract=contract),))
    if isinstance(value, list):
        return _read_list(value, contract, what, aliens=aliens)
    raise InputError(
        f"{what} holds {kind_of_json(value)}, no event.",
        fix='Events are JSON objects: {"data": [ … ]}, a list of events, or one event.',
    )


def _read_envelope(body: JsonObject, contract: Contract, what: str, *, aliens: bool) -> Reading:
    extras = {join_path("", key): value for key, value in body.items() if key != _DATA}
    unknown = tuple(Finding(path, FindingKind.UNKNOWN_KEY, kind_of_json(value)) for path, value in extras.items())
    data = body[_DATA]
    if isinstance(data, list):
        reading = _read_list(data, contract, what, aliens=aliens)
    elif isinstance(data, dict):
        single = Finding(_DATA, FindingKind.SINGLE_FOR_LIST, kind_of_json(data))
        reading = Reading((read_event(data, contract=contract),), (single,))
    else:
        raise InputError(f"{what} has {kind_of_json(data)} in “data”.", fix=_fix_of_data(data))
    return replace(reading, findings=reading.findings + unknown, extras=MappingProxyType(extras))


def _fix_of_data(data: JsonValue) -> str:
    if isinstance(data, str) and data.lstrip().startswith(("[", "{")):
        return "It holds JSON that was written as a text: encode it once only."
    return "Write a list of events there: [ … ]."


def _read_list(items: list[JsonValue], contract: Contract, what: str, *, aliens: bool) -> Reading:
    events: list[EventReading] = []
    for index, item in enumerate(items):
        if not isinstance(item, dict) and aliens:
            events.append(EventReading(Draft(), (Finding("", FindingKind.WRONG_SHAPE, kind_of_json(item)),)))
            continue
        if not isinstance(item, dict):
            raise InputError(
                f"{what} has {kind_of_json(item)} where event {index + 1} should be, at {item_path(_DATA, index)}.",
                fix="Each event is a JSON object: { … }.",
            )
        events.append(read_event(item, contract=contract))
    findings = () if items else (Finding(_DATA, FindingKind.EMPTY_LIST, kind_of_json(items)),)
    return Reading(tuple(events), findings)


def _filled_lines(text: str) -> Iterator[tuple[int, str]]:
    # Not splitlines: inside a JSON text it would break at U+2028 and its like.
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _are_json_lines(first_two: list[str]) -> bool:
    if len(first_two) < 2:
        return False
    first, second = (line.strip() for line in first_two)
    return first.startswith("{") and first.endswith("}") and second.startswith("{")


def _joined(readings: Iterable[Reading]) -> Reading:
    events: list[EventReading] = []
    findings: list[Finding] = []
    extras: dict[str, JsonValue] = {}
    for index, reading in enumerate(readings):
        events.extend(reading.events)
        findings.extend(replace(each, path=f"[{index}].{each.path}") for each in reading.findings)
        extras.update({f"[{index}].{path}": value for path, value in reading.extras.items()})
    return Reading(tuple(events), tuple(findings), MappingProxyType(extras))
