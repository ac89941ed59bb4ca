"""Turn events whose hashed fields may be plain text into the wire body {"data": […]}, printed on stdout.

Problems go to stderr, one a line. Exit 0: built; 1: an event has an error (no body, unless --keep-going);
2: the file cannot be used.
"""

import sys
from argparse import ArgumentParser, Namespace

from workbench.cli.exits import DONE, WRONG
from workbench.cli.inputs import read_events
from workbench.cli.options import now_of
from workbench.cli.output import complain, problem_line
from workbench.contract.loading import load_contract
from workbench.contract.mode import Mode
from workbench.events.encoding import encode_json
from workbench.events.payload import request_body
from workbench.judging.judge import Judge
from workbench.judging.judgement import RequestJudgement


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", help="the events; - for standard input")
    parser.add_argument("--keep-going", action="store_true", help="print what could be built in spite of errors")


def run(options: Namespace) -> int:
    """Builds and prints."""
    contract = load_contract()
    reading = read_events(options.file, contract)
    judged = Judge(contract=contract).request(
        reading.events, mode=Mode.LIVE, now=now_of(options), findings=reading.findings
    )
    complain_of(judged)
    if judged.ok or options.keep_going:
        body = request_body(event.payload for event in judged.events)
        sys.stdout.write(encode_json(body, pretty=True).decode() + "\n")
    return DONE if judged.ok else WRONG


def complain_of(judged: RequestJudgement) -> None:
    """Every problem on stderr, with its path from the body's root."""
    for problem in judged.problems:
        complain(problem_line(problem))
    for index, event in enumerate(judged.events):
        for problem in event.problems:
            complain(problem_line(problem, f"data[{index}]." if problem.path else f"data[{index}]"))
