"""From the Send button to the outcome: checks, asks before live, sends in a worker, delivers one result."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict
from workbench.ground.errors import explain_error
from workbench.ground.json_types import JsonObject
from workbench.ui.background import Background
from workbench.ui.compose.composer import Composer
from workbench.ui.compose.live_order import LiveOrder
from workbench.ui.compose.response_rows import Response, VerdictRow

if TYPE_CHECKING:
    from workbench.accounts.account import Account
    from workbench.sending.delivery import Sends, Waiting
    from workbench.sending.rehearsals import Rehearsals
    from workbench.sending.sender import Sent


@dataclass(frozen=True, slots=True)
class _Order:
    """One press of the Send button, as plain values: no QObject goes to the worker."""

    account: "Account"
    mode: Mode
    payloads: tuple[JsonObject, ...]
    cancel: threading.Event
    at_once: int


class Dispatch(QObject):
    """One send at a time. ``finished`` or ``refused`` follows ``started``; after a live send, ``fall_back`` too.

    ``waits`` says why a request under way pauses, and for how long.
    """

    started = Signal(str)
    waits = Signal(str)
    finished = Signal(object)
    refused = Signal(str)
    fall_back = Signal()

    def __init__(
        self,
        *,
        composer: Composer,
        contract: Contract,
        background: Background,
        sender: "Callable[[], Sends]",
        endpoint: "Callable[[Account], str]",
        at_once: Callable[[], int],
        rehearsals: "Callable[[], Rehearsals]",
        went_live: "Callable[[Account, Sequence[JsonObject]], Sequence[str]]",
        confirm: "Callable[[LiveOrder], bool]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._composer = composer
        self._contract = contract
        self._background = background
        self._sender = sender
        self._endpoint = endpoint
        self._at_once = at_once
        self._rehearsals = rehearsals
        self._went_live = went_live
        self._confirm = confirm
        self._order: _Order | None = None

    @property
    def sending(self) -> bool:
        """Whether a send is under way."""
        return self._order is not None

    def readiness(self, *, mode: Mode) -> str:
        """Why the request cannot be sent now; "" when it can."""
        if self.sending:
            return "A send is under way."
        if self._composer.obstacle:
            return self._composer.obstacle
        if not self._composer.is_judged:
            return "The request is being judged."
        errors = self._composer.error_count()
        if errors:
            return f"{errors} error{'' if errors == 1 else 's'} to put right first: see Problems."
        return self._live_objection() if mode is Mode.LIVE else ""

    def send(self, *, account: "Account", mode: Mode) -> None:
        """Sends the request; a second call during a send does nothing."""
        if self.sending:
            return
        self._composer.refresh()
        reason = self.readiness(mode=mode)
        if reason:
            self.refused.emit(reason)
            return
        payloads = self._composer.payloads()
        if mode is Mode.LIVE and not self._confirmed(account, payloads):
            # Enter in the question means no: whoever typed the name and pressed it has to learn what came of it.
            self.refused.emit("The answer was not to send live. The mode is TEST again.")
            return
        order = _Order(account, mode, payloads, threading.Event(), self._at_once())
        self._order = order
        count = f"{len(payloads):,} event{'' if len(payloads) == 1 else 's'}"
        self.started.emit(f"{count} to {account.name}, {mode.word}.")
        tell = self._background.teller(receiver=self, hear=self._tell_wait)
        work = partial(_carry_out, order, self._contract, self._sender, self._endpoint, tell)
        self._background.run(work, receiver=self, done=self._done, failed=self._failed)

    def cancel(self) -> None:
        """Asks the send under way to stop; what was sent by then keeps its row in the history."""
        if self._order is not None:
            self._order.cancel.set()

    def _tell_wait(self, waiting: "Waiting") -> None:
        if self._order is not None and not self._order.cancel.is_set():
            self.waits.emit(f"Waiting {waiting.seconds:.0f} s before request {waiting.position + 1}: {waiting.reason}")

    def _confirmed(self, account: "Account", payloads: tuple[JsonObject, ...]) -> bool:
        order = LiveOrder(
            account=account,
            events=len(payloads),
            standing=self._rehearsals().standing(account.ad_account_id, payloads),
            duplicates=tuple(self._went_live(account, payloads)),
        )
        return self._confirm(order)

    def _live_objection(self) -> str:
        from workbench.judging.synthetic import live_refusal

        drafts = self._composer.composition.drafts
        limit = self._contract.limits["events_per_request"]
        if len(drafts) > limit:
            return f"At most {limit:,} events go live in one request; these are {len(drafts):,}."
        return live_refusal(drafts)

    def _done(self, sent: "Sequence[Sent]") -> None:
        order, self._order = self._order, None
        if order is None:
            return
        if order.mode is Mode.TEST:
            self._rehearsals().remember(order.account.ad_account_id, order.payloads, sent)
        if not sent:
            self.refused.emit("Cancelled before anything was sent.")
        else:
            self.finished.emit(
                Response(
                    mode=order.mode,
                    account_name=order.account.name,
                    outcomes=tuple(each.outcome for each in sent),
                    rows=join_verdicts(order.payloads, sent),
                )
            )
        if order.mode is Mode.LIVE:
            self.fall_back.emit()

    def _failed(self, error: BaseException) -> None:
        order, self._order = self._order, None
        explained = explain_error(error)
        self.refused.emit(f"{explained.message} {explained.fix}".strip())
        if order is not None and order.mode is Mode.LIVE:
            self.fall_back.emit()


def _carry_out(
    order: _Order,
    contract: Contract,
    sender: "Callable[[], Sends]",
    endpoint: "Callable[[Account], str]",
    tell: "Callable[[Waiting], None]",
) -> "tuple[Sent, ...]":
    """Runs in a worker."""
    from workbench.sending.batches import pace_for, requests_for
    from workbench.sending.delivery import Delivery
    from workbench.sending.patience import Patience

    requests = requests_for(
        order.payloads,
        account_name=order.account.name,
        ad_account_id=order.account.ad_account_id,
        mode=order.mode,
        contract=contract,
        endpoint=endpoint(order.account),
    )
    delivery = Delivery(
        sender=sender(),
        patience=Patience(),
        pace=pace_for(requests, contract=contract),
        cancel=order.cancel,
        at_once=order.at_once,
        tell=tell,
    )
    return tuple(delivery.deliver(requests))


def join_verdicts(payloads: Sequence[JsonObject], sent: "Sequence[Sent]") -> tuple[VerdictRow, ...]:
    """Each event as it was sent, joined to the answer's row for it; events never sent have no verdict."""
    verdicts: list[EventVerdict] = []
    for each in sent:
        told = {verdict.index: verdict for verdict in each.outcome.verdicts}
        verdicts.extend(told.get(at, EventVerdict(at, "unknown")) for at in range(each.request.event_count))
    asked = len(verdicts)
    verdicts.extend(EventVerdict(at, "unknown") for at in range(asked, len(payloads)))
    return tuple(
        VerdictRow(
            position,
            str(payload.get("event_name", "")),
            str(payload.get("event_id", "")),
            verdict,
            sent=position < asked,
        )
        for position, (payload, verdict) in enumerate(zip(payloads, verdicts, strict=False))
    )
