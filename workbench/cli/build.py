"""``workbench build``: events with plain values to the body that travels."""

from argparse import Namespace

from workbench.cli.arguments import Parser, epilogue
from workbench.cli.event_file import count_of, read_events
from workbench.cli.exit_codes import ExitCode, of_judgement
from workbench.cli.input_file import read_input
from workbench.cli.invocation import Invocation
from workbench.cli.problem_forms import complaint, located_problems
from workbench.contract.loading import load_contract
from workbench.contract.mode import Mode
from workbench.events.payload import request_body
from workbench.judging.problem import Severity

_KEYS = """
  The body itself, {"data": […]}, byte for byte as it would travel. Without --json it is indented.
  Problems go to standard error, one a line: PATH: SEVERITY CODE: MESSAGE FIX"""


def add_arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.description = (
        "Prints the body to send: normalised, hashed and typed. Values of hashed fields may be plain text; what is\n"
        "hashed already passes through. Nothing is sent."
    )
    parser.epilog = epilogue(keys=_KEYS, codes=(ExitCode.DONE, ExitCode.WRONG, ExitCode.UNUSABLE))
    parser.add_argument("file", metavar="FILE", help="the events, or - for standard input")
    parser.add_argument(
        "--keep-going", action="store_true", help="print a body in spite of errors, without what cannot be built"
    )


def run(options: Namespace, invocation: Invocation) -> ExitCode:
    """Builds the body."""
    contract = load_contract()
    file = read_events(read_input(options.file), contract=contract)
    # LIVE, because only its limit holds for any request; a test request's is for whoever sends the body.
    judgement = file.judged(contract=contract, mode=Mode.LIVE, now=invocation.now, wire=False)
    for path, problem in located_problems(judgement):
        invocation.console.complain(complaint(path, problem))
    if judgement.ok or options.keep_going:
        body = request_body(event.payload for event in judgement.events)
        invocation.console.document(body, pretty=not invocation.as_json)
    else:
        errors = count_of(judgement, Severity.ERROR)
        invocation.console.complain(f"No body was built: {errors} error{'' if errors == 1 else 's'}.")
    return of_judgement(ok=judgement.ok)
