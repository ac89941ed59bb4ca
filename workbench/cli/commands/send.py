"""Build, judge, send and record events. TEST mode (test=true), unless --live and --confirm ACCOUNT_ID are both there.

The token is the account's entry in the keyring, or the variable WORKBENCH_TOKEN. With that variable, --account may be
an ad account id that is not listed. --account practice sends to an endpoint on this computer.

JSON: verdict, cause, fix, received, processed, events, mode, account, history_id, history_ids, requests[…].
Exit 0: processed; 1: an error, nothing sent, or some event failed; 2: unusable; 3: not sent or refused; 4: unknown.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from workbench import __version__
from workbench.accounts.account import Account
from workbench.accounts.vault import Vault
from workbench.cli.accounts import TokenFor, account_for, live_is_confirmed
from workbench.cli.commands.build import complain_of
from workbench.cli.exits import WRONG, exit_of_states
from workbench.cli.inputs import read_events
from workbench.cli.options import now_of
from workbench.cli.outcomes import outcome_row, print_outcome, worst_of
from workbench.cli.output import complain, print_json
from workbench.contract.loading import Contract, load_contract
from workbench.contract.mode import Mode
from workbench.ground.json_types import JsonObject
from workbench.ground.paths import AppPaths
from workbench.history.store import History
from workbench.judging.judge import Judge
from workbench.practice.server import PracticeServer
from workbench.sending.batches import requests_for, send_in_turn
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
    if any(not event.ok for event in judged.events) or not events:
        complain_of(judged)
        complain("Nothing was sent: put the errors right first.")
        return WRONG
    with ExitStack() as stack:
        endpoint = options.endpoint or DEFAULT_ENDPOINT
        if account.practice:
            server = PracticeServer(judge=judge, contract=contract)
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
        history = stack.enter_context(History(path=paths.history))
        sent = _send(requests, contract, history)
    _tell(sent, events, account, mode, as_json=options.json)
    return exit_of_states([each.outcome.state for each in sent])


def _mode(options: Namespace, account: Account) -> Mode:
    if account.practice:
        return Mode.PRACTICE
    return Mode.LIVE if live_is_confirmed(account, live=options.live, confirm=options.confirm) else Mode.TEST


def _send(requests: Sequence[SendRequest], contract: Contract, history: History) -> list[Sent]:
    sender = Sender(
        tokens=TokenFor(vault=Vault()),
        ledger=history,
        transport=Transport(user_agent=f"conversion-workbench/{__version__}"),
        contract=contract,
    )

    def progress(done: int, of: int) -> None:
        if of > 1:
            complain(f"{done} of {of} requests sent")

    return list(send_in_turn(sender, requests, progress=progress))


def _tell(sent: Sequence[Sent], events: Sequence[JsonObject], account: Account, mode: Mode, *, as_json: bool) -> None:
    rows: list[dict[str, Any]] = []
    offset = 0
    for each in sent:
        row = outcome_row(each.outcome, offset)
        row |= {
            "history_id": each.row_id,
            "http_status": each.outcome.status,
            "request_id": each.outcome.request_id,
        }
        rows.append(row)
        offset += each.request.event_count
        if each.unrecorded:
            complain(each.unrecorded)
    if as_json:
        worst = outcome_row(worst_of([each.outcome for each in sent]))
        print_json({**worst, **_joined(rows), "mode": mode.value, "account": account.name, "requests": rows})
        return
    names = [f"{event.get('event_name')} {event.get('event_id')}" for event in events]
    offset = 0
    for each in sent:
        print(f"{mode.word} to {account.name} ({account.ad_account_id}), history row {each.row_id}:")
        print_outcome(each.outcome, names=names[offset : offset + each.request.event_count])
        offset += each.request.event_count
    if offset < len(events):
        print(f"{len(events) - offset} events were not sent any more.")


def _joined(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Several requests told as one."""

    def total(name: str) -> int | None:
        counts = [row[name] for row in rows if row[name] is not None]
        return sum(counts) if counts else None

    return {
        "received": total("received"),
        "processed": total("processed"),
        "events": [event for row in rows for event in row["events"]],
        "history_id": rows[0]["history_id"],
        "history_ids": [row["history_id"] for row in rows],
    }
