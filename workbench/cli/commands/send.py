"""Build, judge, send and record events. TEST mode (test=true), unless --live and --confirm ACCOUNT_ID are both there.

The token is the account's entry in the keyring, or the variable WORKBENCH_TOKEN. With that variable, --account may be
an ad account id that is not listed. --account practice sends to an endpoint on this computer. A live send of made-up
data (example.com, documentation addresses, the people of the templates) is refused, unless --endpoint is this computer.

After a refused connection, 429 or 503, of which nothing was taken, a request is sent again after the wait the answer
asks for. Each attempt has a row in the history.

JSON: verdict, cause, fix, received, processed, events, mode, account, history_id, history_ids, requests[…].
Exit 0: processed; 1: an error, nothing sent, or some event failed; 2: unusable; 3: not sent or refused; 4: unknown.
"""

import os
import signal
import threading
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack

from workbench import __version__
from workbench.accounts.account import Account
from workbench.accounts.vault import Vault
from workbench.cli.accounts import TOKEN_VARIABLE, TokenFor, account_for, live_is_confirmed
from workbench.cli.commands.build import complain_of
from workbench.cli.exits import NOT_SENT, UNKNOWN, WRONG, complain_of_error, exit_of_states
from workbench.cli.inputs import read_events
from workbench.cli.options import now_of
from workbench.cli.output import complain
from workbench.cli.send_report import Report
from workbench.contract.loading import Contract, load_contract
from workbench.contract.mode import Mode
from workbench.ground.errors import InputError, WorkbenchError, explain_error
from workbench.ground.json_types import JsonObject
from workbench.ground.paths import AppPaths
from workbench.history.store import History
from workbench.judging.duplicates import went_live
from workbench.judging.judge import Judge
from workbench.judging.synthetic import live_refusal
from workbench.practice.server import PracticeServer
from workbench.sending.batches import pace_for, requests_for
from workbench.sending.delivery import MOST_AT_ONCE, Delivery, Waiting
from workbench.sending.patience import Patience
from workbench.sending.pinterest import Transport
from workbench.sending.request import DEFAULT_ENDPOINT, SendRequest
from workbench.sending.sender import Sender, Sent


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", help="the events; - for standard input")
    parser.add_argument("--account", metavar="NAME", help="an account's name or id, or practice")
    parser.add_argument("--live", action="store_true", help="send for real; needs --confirm")
    parser.add_argument("--confirm", metavar="ACCOUNT_ID", help="the ad account id once more, for --live")
    parser.add_argument("--endpoint", metavar="URL", help="another endpoint: https, or this computer")
    parser.add_argument(
        "--retries",
        type=int,
        default=Patience().retries,
        choices=range(11),
        metavar="N",
        help="attempts after a refused connection, 429 or 503, 0 to 10 (default: 3); never after a time-out",
    )
    parser.add_argument(
        "--at-once",
        type=int,
        default=1,
        choices=range(1, MOST_AT_ONCE + 1),
        metavar="N",
        help=f"requests under way at the same time, 1 to {MOST_AT_ONCE} (default: 1)",
    )


def run(options: Namespace) -> int:
    """Builds, judges, sends, records, tells."""
    contract = load_contract()
    judge = Judge(contract=contract)
    paths = AppPaths.at(options.data_dir)
    account = account_for(options.account, paths=paths)
    mode = _mode(options, account)
    reading = read_events(options.file, contract)
    # The size of a request is our own affair here: chunks are made below.
    judged = judge.request(reading.events, mode=Mode.LIVE, now=now_of(options), findings=reading.findings)
    events = [event.payload for event in judged.events]
    report = Report(events=events, account=account, mode=mode, as_json=options.json)
    if any(not event.ok for event in judged.events) or not events:
        complain_of(judged)
        report.nothing_sent("The events have errors, so nothing was sent.", "Put the errors right first.")
        return WRONG
    with ExitStack() as stack:
        endpoint = options.endpoint or DEFAULT_ENDPOINT
        if account.practice:
            server = PracticeServer(judge=judge, contract=contract, clock=lambda: float(now_of(options)))
            endpoint = server.start()
            stack.callback(server.stop)
        requests = requests_for(
            events,
            account_name=account.name,
            ad_account_id=account.ad_account_id,
            mode=mode,
            contract=contract,
            endpoint=endpoint,
        )
        # A rehearsal of the live form against this computer counts nowhere, so made-up data is welcome there.
        if mode is Mode.LIVE and not requests[0].loopback:
            refusal = live_refusal(each.draft for each in reading.events)
            if refusal:
                report.nothing_sent(refusal, "Nothing was sent.")
                return WRONG
        history = stack.enter_context(History(path=paths.history))
        if mode is Mode.LIVE:
            _complain_of_duplicates(events, account, history, contract)
        sent, error = _send(requests, contract, history, options)
    return _told(report, sent, error)


def _complain_of_duplicates(
    events: Sequence[JsonObject], account: Account, history: History, contract: Contract
) -> None:
    now = int(time.time())
    again = went_live(events, ad_account_id=account.ad_account_id, memory=history, now=now, contract=contract)
    for index, problem in again.items():
        complain(f"Event {index}: {problem.message}")


def _told(report: Report, sent: list[Sent], error: Exception | None) -> int:
    code = exit_of_states([each.outcome.state for each in sent])
    if error is not None:
        complain_of_error(error)
        # A fault of our own may have come after bytes left; everything else is raised before any did.
        code = max(code, NOT_SENT if isinstance(error, WorkbenchError) else UNKNOWN)
    if sent:
        report.sent(sent)
    elif error is not None:
        explained = explain_error(error)
        report.nothing_sent(explained.message, explained.fix)
    return code


def _mode(options: Namespace, account: Account) -> Mode:
    live = live_is_confirmed(account, live=options.live, confirm=options.confirm)
    if not account.practice:
        return Mode.LIVE if live else Mode.TEST
    if options.endpoint:
        raise InputError("The practice account has an endpoint of its own.", fix="Leave --endpoint out.")
    return Mode.PRACTICE


def _send(
    requests: Sequence[SendRequest], contract: Contract, history: History, options: Namespace
) -> tuple[list[Sent], Exception | None]:
    """What was sent, and what stopped the rest. Ctrl+C stops too, and the request under way gets its true outcome."""
    sender = Sender(
        tokens=TokenFor(vault=Vault()),
        ledger=history,
        transport=Transport(user_agent=f"conversion-workbench/{__version__}"),
        contract=contract,
        any_host=bool(os.environ.get(TOKEN_VARIABLE)),
    )
    cancel = threading.Event()
    before = signal.signal(signal.SIGINT, lambda _number, _frame: cancel.set())
    delivery = Delivery(
        sender=sender,
        patience=Patience(retries=options.retries),
        pace=pace_for(requests, contract=contract),
        cancel=cancel,
        at_once=options.at_once,
        tell=_tell_wait,
    )
    sent: list[Sent] = []
    try:
        for each in delivery.deliver(requests):
            sent.append(each)
            if len(requests) > 1:
                complain(f"{len(sent)} of {len(requests)} requests sent")
    except Exception as error:  # noqa: BLE001 - what was sent by then must be told, whatever stopped the rest
        return sent, error
    finally:
        signal.signal(signal.SIGINT, before)
    return sent, None


def _tell_wait(waiting: Waiting) -> None:
    complain(f"Request {waiting.position + 1} waits {waiting.seconds:.0f} s. {waiting.reason} Ctrl+C ends the wait.")
