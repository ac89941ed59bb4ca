"""Composition root of the window: the only place that knows every part.

The first paint needs the contract and the form. Every other part is made when it is first asked for: the judge and
the history in the turns that follow the first paint, what sending needs with the first edit, so that its imports
delay nobody and a window that lies idle stays small.
"""

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.contract.loading import load_contract
from workbench.contract.mode import Mode
from workbench.ground.errors import WorkbenchError
from workbench.ground.json_types import JsonObject
from workbench.ground.paths import AppPaths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from workbench.accounts.account import Account
    from workbench.accounts.book import AccountBook
    from workbench.accounts.vault import Vault
    from workbench.history.store import History
    from workbench.history.unusable import UnusableHistory
    from workbench.judging.judge import Judge
    from workbench.practice.captures import Captures
    from workbench.practice.server import PracticeServer
    from workbench.sending.probe import ProbeResult
    from workbench.sending.rehearsals import Rehearsals
    from workbench.sending.sender import Sender
    from workbench.ui.workbench import Workbench

NO_DISPLAY = (
    "There is no display to open the window on. These commands need none: "
    "workbench check, build, hash, detect, explain, send, practice, history, accounts, fields, rules."
)


class Parts:
    """Everything below the window, each part made once, when it is first asked for. Safe to ask from any thread."""

    def __init__(self, *, paths: AppPaths, clock: Callable[[], float] = time.time) -> None:
        self.paths = paths
        self.clock = clock
        self.contract = load_contract()
        # For rehearsals against a test server; the request itself refuses anything but https or this computer.
        self._endpoint_override = os.environ.get("WORKBENCH_ENDPOINT")
        self._lock = threading.RLock()
        # Its own: bringing a large history up to date takes seconds, and the window asks for its other parts meanwhile.
        self._history_lock = threading.Lock()
        self._judge: Judge | None = None
        self._book: AccountBook | None = None
        self._vault: Vault | None = None
        self._history: History | UnusableHistory | None = None
        self._captures: Captures | None = None
        self._practice: PracticeServer | None = None
        self._rehearsals: Rehearsals | None = None

    @property
    def judge(self) -> "Judge":
        """Judges events by every rule."""
        with self._lock:
            if self._judge is None:
                from workbench.judging.judge import Judge

                self._judge = Judge(contract=self.contract)
            return self._judge

    @property
    def book(self) -> "AccountBook":
        """The ad accounts."""
        with self._lock:
            if self._book is None:
                from workbench.accounts.book import AccountBook

                self._book = AccountBook(path=self.paths.accounts)
            return self._book

    @property
    def vault(self) -> "Vault":
        """The tokens."""
        with self._lock:
            if self._vault is None:
                from workbench.accounts.vault import Vault

                self._vault = Vault()
            return self._vault

    @property
    def history(self) -> "History | UnusableHistory":
        """The history; when it cannot be opened, one that says why and lets nothing be sent."""
        with self._history_lock:
            if self._history is None:
                from workbench.history.store import History
                from workbench.history.unusable import UnusableHistory

                try:
                    self._history = History(path=self.paths.history)
                    self._history.settle_orphans()
                except WorkbenchError as error:
                    self._history = UnusableHistory(reason=error)
            return self._history

    @property
    def captures(self) -> "Captures":
        """What arrived at the practice endpoint."""
        with self._lock:
            if self._captures is None:
                from workbench.practice.captures import Captures

                self._captures = Captures()
            return self._captures

    @property
    def practice(self) -> "PracticeServer":
        """The practice endpoint, off until started."""
        with self._lock:
            if self._practice is None:
                from workbench.practice.server import PracticeServer

                self._practice = PracticeServer(
                    judge=self.judge,
                    contract=self.contract,
                    clock=self.clock,
                    on_request=self.captures.keep,
                )
            return self._practice

    def rehearsals(self) -> "Rehearsals":
        """What passed a test in this run."""
        with self._lock:
            if self._rehearsals is None:
                from workbench.sending.rehearsals import Rehearsals

                self._rehearsals = Rehearsals(contract=self.contract)
            return self._rehearsals

    def went_live(self, account: "Account", payloads: Sequence[JsonObject]) -> tuple[str, ...]:
        """What is to be said of events that went live for the account before, a sentence each."""
        from workbench.judging.duplicates import went_live

        try:
            found = went_live(
                payloads,
                ad_account_id=account.ad_account_id,
                memory=self.history,
                now=int(self.clock()),
                contract=self.contract,
            )
        except WorkbenchError:
            # A history that cannot be read lets nothing be sent either, and says why.
            return ()
        return tuple(f"Event {index + 1}: {problem.message}" for index, problem in found.items())

    def sender(self) -> "Sender":
        """What sends one request. Made in the worker that uses it."""
        from workbench.sending.pinterest import Transport
        from workbench.sending.sender import Sender

        return Sender(
            tokens=self.vault,
            ledger=self.history,
            transport=Transport(user_agent=f"conversion-workbench/{__version__}"),
            contract=self.contract,
            clock=self.clock,
        )

    def endpoint(self, account: "Account") -> str:
        """Where an account's events go; starts the practice endpoint when it is wanted first. Runs in a worker."""
        from workbench.sending.request import DEFAULT_ENDPOINT

        return self.practice.start() if account.practice else self._endpoint_override or DEFAULT_ENDPOINT

    def probe(self, account: "Account") -> "ProbeResult":
        """Sends one minimal test event to see whether the token works. Blocks; runs in a worker."""
        from workbench.sending.batches import requests_for
        from workbench.sending.probe import explain_probe, token_probe

        (request,) = requests_for(
            [token_probe(now=int(self.clock()), event_id=fresh_id())],
            account_name=account.name,
            ad_account_id=account.ad_account_id,
            mode=Mode.PRACTICE if account.practice else Mode.TEST,
            contract=self.contract,
            endpoint=self.endpoint(account),
        )
        return explain_probe(self.sender().send(request).outcome)

    def warm_up(self) -> None:
        """Makes and imports what the first send needs, so that it is not the first send that waits."""
        import keyring
        import requests

        del keyring, requests
        _ = (self.vault, self.practice)
        self.sender()

    def close(self) -> None:
        """Ends what was made."""
        with self._lock:
            if self._practice is not None:
                self._practice.stop()
        with self._history_lock:
            if self._history is not None:
                self._history.close()


def fresh_id() -> str:
    """An ``event_id`` that no other event has."""
    import uuid

    return str(uuid.uuid4())


def open_window(data_dir: str | None) -> int:
    """Opens the window and returns the exit code when it has closed. Without a display: one line, exit code 2."""
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - the one line for people at a terminal
        return 2
    # Nothing that is made from here to the first paint is ever thrown away; the window collects from then on.
    gc.disable()
    from PySide6.QtWidgets import QApplication

    from workbench.ui.look.palettes import style_arguments

    if os.environ.get("WORKBENCH_LOG") == "debug":
        import logging

        logging.basicConfig(level=logging.DEBUG)
    app = QApplication([*sys.argv[:1], *style_arguments()])
    app.setApplicationName("conversion-workbench")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("conversion-workbench")
    parts = Parts(paths=AppPaths.at(Path(data_dir) if data_dir else None))
    workbench = make_workbench(app, parts)
    workbench.open()
    code = app.exec()
    if not workbench.background.ended(within=0):
        # A keyring's prompt that nobody answers would keep the interpreter from ending.
        os._exit(code)
    return code


def make_workbench(app: "QApplication", parts: Parts) -> "Workbench":
    """The window over its parts, not shown yet."""
    from workbench.ui.workbench import Workbench

    return Workbench(app=app, parts=parts, fresh_id=fresh_id)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
