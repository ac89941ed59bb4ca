"""Say what an answer of Pinterest means. FILE may hold JSON, HTML, or nothing.

JSON: verdict, cause, fix, received, processed, events[index, status, error, warnings, path].
Exit 0: processed; 1: some or all events failed; 3: refused; 4: unclear.
"""

from argparse import ArgumentParser, Namespace

from workbench.cli.exits import exit_of_states
from workbench.cli.inputs import read_bytes, what_is
from workbench.cli.outcomes import outcome_row, print_outcome
from workbench.cli.output import print_json
from workbench.contract.loading import load_contract
from workbench.events.encoding import parse_json
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject
from workbench.sending.answer import explain_answer


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", help="the answer's body; - for standard input")
    parser.add_argument("--status", type=int, required=True, metavar="N", help="the HTTP status")
    parser.add_argument("--sent", metavar="FILE", help="the request's body, to name the fields at fault")


def run(options: Namespace) -> int:
    """Explains and tells."""
    if not 100 <= options.status <= 599:
        raise InputError(f"{options.status} is no HTTP status.", fix="Give a number from 100 to 599.")
    sent = _sent(options.sent) if options.sent else None
    outcome = explain_answer(
        options.status,
        read_bytes(options.file),
        headers={},
        event_count=len(sent) if sent is not None else None,
        sent=sent,
        contract=load_contract(),
    )
    if options.json:
        print_json(outcome_row(outcome))
    else:
        print_outcome(outcome)
    return exit_of_states([outcome.state])


def _sent(name: str) -> list[JsonObject]:
    body = parse_json(read_bytes(name), what=what_is(name))
    data = body.get("data") if isinstance(body, dict) else body
    if not isinstance(data, list):
        data = [body]
    events = [each for each in data if isinstance(each, dict)]
    if len(events) != len(data):
        raise InputError(f"{what_is(name)} holds something that is no event.", fix="Give the body that was sent.")
    return events
