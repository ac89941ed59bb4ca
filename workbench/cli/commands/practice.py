"""The practice endpoint in the foreground: prints its address, then a line for each request; Ctrl+C ends it.

JSON: one document with the address. Point a sender's base URL at it; any Bearer token is taken. Each --fault meets one
request, in the order given.
"""

import signal
import threading
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from workbench.cli.exits import DONE
from workbench.cli.output import complain, print_json
from workbench.contract.loading import load_contract
from workbench.judging.judge import Judge
from workbench.practice.faults import Fault
from workbench.practice.received import ReceivedRequest
from workbench.practice.received_words import answer_words, events_words, mode_words, verdict_words
from workbench.practice.server import PracticeServer


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=int, default=0, metavar="N", help="the port (default: any free one)")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        choices=[fault.value for fault in Fault],
        metavar="KIND",
        help=f"a fault for the next request: {', '.join(fault.value for fault in Fault)}",
    )


def run(options: Namespace) -> int:
    """Serves until it is told to stop."""
    contract = load_contract()
    server = PracticeServer(
        judge=Judge(contract=contract),
        contract=contract,
        port=options.port,
        faults=[Fault(kind) for kind in options.fault],
        on_request=_tell,
    )
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: ended.set())
    address = server.start()
    try:
        if options.json:
            print_json({"address": address})
        else:
            print(address)
        _flush()
        ended.wait()
    finally:
        server.stop()
    return DONE


def _flush() -> None:
    import sys

    sys.stdout.flush()


def _tell(received: ReceivedRequest) -> None:
    at = datetime.fromtimestamp(received.at, tz=UTC).astimezone().strftime("%H:%M:%S")
    if not received.ad_account_id:
        complain(f"{at} another path than that of the events: {answer_words(received)}")
        return
    what = f"{mode_words(received)} {received.ad_account_id} {events_words(received)}"
    complain(f"{at} {what}: {answer_words(received)}, {verdict_words(received)}")
