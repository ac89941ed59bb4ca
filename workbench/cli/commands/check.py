"""Judge a payload: {"data": […]}, a list of events, one event, or JSON Lines. Hashed fields must be digests already.

JSON: ok, mode, problems, events[index, event_name, event_id, ok, summary, coverage(score, present, missing), problems].
Exit 0: no error; 1: an error; 2: the file cannot be used.
"""

from argparse import ArgumentParser, Namespace
from typing import Any

from workbench.cli.exits import DONE, WRONG
from workbench.cli.inputs import read_events
from workbench.cli.options import now_of
from workbench.cli.output import coloured, print_json, print_problems, problem_rows
from workbench.contract.loading import Contract, load_contract
from workbench.contract.mode import Mode
from workbench.judging.batch_coverage import coverage_lines, coverage_of
from workbench.judging.coverage import coverage
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement, RequestJudgement
from workbench.judging.readback import summary


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", help="the payload; - for standard input")
    parser.add_argument("--mode", choices=["test", "live"], default="test", help="which limits apply (default: test)")


def run(options: Namespace) -> int:
    """Judges and tells."""
    contract = load_contract()
    reading = read_events(options.file, contract, aliens=True)
    now = now_of(options)
    judged = Judge(contract=contract).request(
        reading.events, mode=Mode(options.mode), now=now, wire=True, findings=reading.findings
    )
    rows = [_row(index, event, contract, now) for index, event in enumerate(judged.events)]
    if options.json:
        problems = problem_rows(judged.problems)
        print_json({"ok": judged.ok, "mode": options.mode, "problems": problems, "events": rows})
    else:
        _tell(judged, rows, contract)
    return DONE if judged.ok else WRONG


def _row(index: int, event: Judgement, contract: Contract, now: int) -> dict[str, Any]:
    covered = coverage(event.payload)
    return {
        "index": index,
        "event_name": event.payload.get("event_name"),
        "event_id": event.payload.get("event_id"),
        "ok": event.ok,
        "summary": summary(event.payload, contract=contract, now=now),
        "coverage": {"score": covered.score, "present": list(covered.present), "missing": list(covered.missing)},
        "problems": problem_rows(event.problems),
    }


def _tell(judged: RequestJudgement, rows: list[dict[str, Any]], contract: Contract) -> None:
    print_problems(judged.problems, indent="")
    for row, event in zip(rows, judged.events, strict=True):
        mark = coloured("ok   ", "good") if event.ok else coloured("error", "error")
        print(f"{mark} event {row['index']}: {row['summary']}")
        print(f"      coverage {len(row['coverage']['present'])} of 11")
        print_problems(event.problems, indent="      ")
    if rows:
        _tell_coverage(judged, contract)
    wrong = sum(not event.ok for event in judged.events)
    print(f"{len(rows)} event{'' if len(rows) == 1 else 's'}, {wrong} with errors.")


def _tell_coverage(judged: RequestJudgement, contract: Contract) -> None:
    print("Coverage of Event Quality components, a count and no grade:")
    for line in coverage_lines(coverage_of([event.payload for event in judged.events], contract=contract)):
        print(f"      {line}")
