"""The events of a file, judged together, also when something in it is no event at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from workbench.cli.input_file import InputFile
from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.encoding import parse_json
from workbench.events.finding import kind_of_json
from workbench.events.reading import EventReading, Reading, read_body, read_text
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonValue
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement, RequestJudgement
from workbench.judging.problem import Severity
from workbench.judging.rules.unknown_keys import WRONG_SHAPE

_AN_EVENT = "an event, which is an object"


@dataclass(frozen=True, slots=True)
class EventFile:
    """What a file holds. ``aliens`` are the places, by index, where other JSON stands instead of an event, with a name
    for it ("a number"); the reading has an empty event there."""

    reading: Reading
    aliens: Mapping[int, str]

    def judged(self, *, contract: Contract, mode: Mode, now: int, wire: bool) -> RequestJudgement:
        """All events as one request; see ``Judge.request``."""
        judgement = Judge(contract=contract).request(
            self.reading.events, mode=mode, now=now, wire=wire, findings=self.reading.findings
        )
        if not self.aliens:
            return judgement
        events = [
            _no_event(self.aliens[index]) if index in self.aliens else each
            for index, each in enumerate(judgement.events)
        ]
        return replace(judgement, events=tuple(events))


def read_events(file: InputFile, *, contract: Contract) -> EventFile:
    """Reads ``{"data": […]}``, a list of events, one event, or JSON Lines. Raises InputError for anything else."""
    try:
        return EventFile(read_text(file.data, contract=contract, what=file.name), MappingProxyType({}))
    except InputError:
        mixed = _mixed(file)
        if mixed is None:
            raise
    aliens = {index: kind_of_json(item) for index, item in enumerate(mixed) if not isinstance(item, dict)}
    items: list[JsonValue] = [item if isinstance(item, dict) else {} for item in mixed]
    reading = read_body(items, contract=contract, what=file.name)
    events = tuple(EventReading(Draft()) if at in aliens else each for at, each in enumerate(reading.events))
    return EventFile(replace(reading, events=events), MappingProxyType(aliens))


def _mixed(file: InputFile) -> list[JsonValue] | None:
    """The list of events, when that is readable and only some of its items are none."""
    try:
        value = parse_json(file.data, what=file.name)
    except InputError:
        return None
    data = value.get("data") if isinstance(value, dict) else value
    return data if isinstance(data, list) else None


def _no_event(found: str) -> Judgement:
    problem = WRONG_SHAPE.at("", found=f"{found[0].upper()}{found[1:]}", expected=_AN_EVENT)
    return Judgement(payload={}, problems=(problem,), hashed=MappingProxyType({}))


def count_of(judgement: RequestJudgement, severity: Severity) -> int:
    """How many problems of a severity there are, in the request and in all events."""
    listed = (judgement.problems, *(event.problems for event in judgement.events))
    return sum(problem.severity is severity for problems in listed for problem in problems)
