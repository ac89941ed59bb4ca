"""Composition root of the window: the only place that knows every part."""

import os
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench import __version__
from workbench.accounts.account import Account
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import Vault
from workbench.contract.loading import Contract, load_contract
from workbench.contract.mode import Mode
from workbench.events.encoding import encode_json
from workbench.events.payload import request_body
from workbench.ground.errors import WorkbenchError
from workbench.ground.paths import AppPaths
from workbench.history.store import History
from workbench.history.unusable import UnusableHistory
from workbench.judging.judge import Judge
from workbench.practice.server import PracticeServer
from workbench.sending.pinterest import Transport
from workbench.sending.probe import ProbeResult, explain_probe, token_probe
from workbench.sending.request import DEFAULT_ENDPOINT, SendRequest
from workbench.sending.sender import Sender

NO_DISPLAY = (
    "There is no display to open the window on. These commands need none: "
    "workbench check, build, hash, explain, send, practice, history, accounts, fields, rules."
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything below the window, made once and handed to those who need it."""

    paths: AppPaths
    contract: Contract
    judge: Judge
    book: AccountBook
    vault: Vault
    history: History | UnusableHistory
    practice: PracticeServer
    clock: Callable[[], float]
    endpoint_override: str | None

    def sender(self) -> Sender:
        """What sends one request. Made in the worker that uses it."""
        return Sender(
            tokens=self.vault,
            ledger=self.history,
            transport=Transport(user_agent=f"conversion-workbench/{__version__}"),
            contract=self.contract,
            clock=self.clock,
        )

    def endpoint(self, account: Account) -> str:
        """Where an account's events go; starts the practice endpoint when it is wanted first. Runs in a worker."""
        if account.practice:
            return self.practice.start()
        return self.endpoint_override or DEFAULT_ENDPOINT

    def probe(self, account: Account) -> ProbeResult:
        """Sends one minimal test event to see whether the token works. Blocks; runs in a worker."""
        event = token_probe(now=int(self.clock()), event_id=fresh_id())
        request = SendRequest(
            account_name=account.name,
            ad_account_id=account.ad_account_id,
            mode=Mode.PRACTICE if account.practice else Mode.TEST,
            body=encode_json(request_body([event])),
            event_count=1,
            endpoint=self.endpoint(account),
        )
        return explain_probe(self.sender().send(request).outcome)


def fresh_id() -> str:
    """An ``event_id`` that no other event has."""
    return str(uuid.uuid4())


def make_parts(paths: AppPaths, *, clock: Callable[[], float] = time.time) -> Parts:
    """The parts for one data folder. A history that cannot be opened is replaced by one that says why."""
    contract = load_contract()
    judge = Judge(contract=contract)
    history: History | UnusableHistory
    try:
        history = History(path=paths.history)
        history.settle_orphans()
    except WorkbenchError as error:
        history = UnusableHistory(reason=error)
    return Parts(
        paths=paths,
        contract=contract,
        judge=judge,
        book=AccountBook(path=paths.accounts),
        vault=Vault(),
        history=history,
        practice=PracticeServer(judge=judge, contract=contract, clock=clock),
        clock=clock,
        # For rehearsals against a test server; the request itself refuses anything but https or this computer.
        endpoint_override=os.environ.get("WORKBENCH_ENDPOINT"),
    )


def open_window(data_dir: str | None) -> int:
    """Opens the window and returns the exit code when it has closed. Without a display: one line, exit code 2."""
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - the one line for people at a terminal
        return 2
    from workbench.ui.workbench import Workbench

    app = QApplication(sys.argv[:1])
    app.setApplicationName("conversion-workbench")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("conversion-workbench")
    parts = make_parts(AppPaths.at(Path(data_dir) if data_dir else None))
    workbench = Workbench(app=app, parts=parts, fresh_id=fresh_id)
    workbench.open()
    return app.exec()


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
