"""``workbench check``: judges a payload as it would travel."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from workbench.cli.arguments import Parser, epilogue
from workbench.cli.console import Console, Tone
from workbench.cli.event_file import count_of, read_events
from workbench.cli.exit_codes import ExitCode, of_judgement
from workbench.cli.input_file import read_input
from workbench.cli.invocation import Invocation
from workbench.cli.problem_forms import KEYS, problem_document, problem_line
from workbench.contract.loading import Contract, load_contract
from workbench.contract.mode import Mode
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.coverage import coverage
from workbench.judging.judgement import Judgement, RequestJudgement
from workbench.judging.problem import Severity
from workbench.judging.readback import summary

_KEYS = f"""
  ok        whether nothing is at error level
  mode      test or live
  problems  of the whole request, paths from the body's root: [{{{KEYS}}}]
  events    [{{index, event_name, event_id, ok, summary,
             coverage {{score (0 to 1), present, missing}}, problems (paths inside the event)}}]"""


def add_arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.description = (
        "Judges a payload: {“data”: […]}, a list of events, one event, or JSON Lines of events. Fields that travel\n"
        "hashed are expected hashed. Nothing is sent."
    )
    parser.epilog = epilogue(keys=_KEYS, codes=(ExitCode.DONE, ExitCode.WRONG, ExitCode.UNUSABLE))
    parser.add_argument("file", metavar="FILE", help="the payload, or - for standard input")
    parser.add_argument(
        "--mode",
        choices=[Mode.TEST.value, Mode.LIVE.value],
        default=Mode.TEST.value,
        help="judge as this mode's request (default: test)",
    )


def run(options: Namespace, invocation: Invocation) -> ExitCode:
    """Judges the file."""
    contract = load_contract()
    file = read_events(read_input(options.file), contract=contract)
    mode, now = Mode(options.mode), invocation.now
    judgement = file.judged(contract=contract, mode=mode, now=now, wire=True)
    report = _Report(judgement, mode=mode, now=now, contract=contract, aliens=frozenset(file.aliens))
    invocation.tell(report.document, partial(report.lines, invocation.console))
    return of_judgement(ok=judgement.ok)


@dataclass(frozen=True)
class _Report:
    """A judgement in both of its forms."""

    judgement: RequestJudgement
    mode: Mode
    now: int
    contract: Contract
    aliens: frozenset[int]

    def document(self) -> JsonValue:
        return {
            "ok": self.judgement.ok,
            "mode": self.mode.value,
            "problems": [problem_document(problem) for problem in self.judgement.problems],
            "events": [self._event(index, event) for index, event in enumerate(self.judgement.events)],
        }

    def _event(self, index: int, event: Judgement) -> JsonObject:
        found = coverage(event.payload)
        return {
            "index": index,
            "event_name": _text(event, "event_name"),
            "event_id": _text(event, "event_id"),
            "ok": event.ok,
            "summary": self._summary(index, event),
            "coverage": {"score": found.score, "present": list(found.present), "missing": list(found.missing)},
            "problems": [problem_document(problem) for problem in event.problems],
        }

    def lines(self, console: Console) -> Iterator[str]:
        for problem in self.judgement.problems:
            yield problem_line(problem, console=console)
        for index, event in enumerate(self.judgement.events):
            yield from self._event_lines(index, event, console)
        yield self._total(console)

    def _event_lines(self, index: int, event: Judgement, console: Console) -> Iterator[str]:
        mark = console.paint("ok", Tone.GOOD) if event.ok else console.paint("not ok", Tone.ERROR)
        name = " ".join(filter(None, (_text(event, "event_name"), _text(event, "event_id"))))
        yield f"{console.paint(f'Event {index + 1}', Tone.STRONG)} {name or '(no name)'}: {mark}"
        found = coverage(event.payload)
        yield f"  {self._summary(index, event)}"
        yield f"  Coverage {len(found.present)} of {len(found.present) + len(found.missing)}."
        for problem in event.problems:
            yield f"  {problem_line(problem, console=console)}"

    def _total(self, console: Console) -> str:
        counts = [(count_of(self.judgement, severity), severity) for severity in Severity]
        found = ", ".join(_some(count, severity) for count, severity in counts if count) or "nothing to complain of"
        word = console.paint("OK", Tone.GOOD) if self.judgement.ok else console.paint("NOT OK", Tone.ERROR)
        events = len(self.judgement.events)
        return f"{word} as a {self.mode.word} request: {events} event{'' if events == 1 else 's'}, {found}."

    def _summary(self, index: int, event: Judgement) -> str:
        if index in self.aliens:
            return "This is no event."
        return summary(event.payload, contract=self.contract, now=self.now)


def _text(event: Judgement, name: str) -> str:
    value = event.payload.get(name)
    return value if isinstance(value, str) else ""


def _some(count: int, severity: Severity) -> str:
    plural = "s" if count != 1 and severity is not Severity.ADVICE else ""
    return f"{count} {severity.value}{plural}"
