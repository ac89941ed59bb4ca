"""What ``send`` tells of a send: one JSON document, or text for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.accounts.account import Account
from workbench.cli.outcomes import outcome_row, print_outcome, worst_of
from workbench.cli.output import complain, print_json
from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.ground.json_types import JsonObject
from workbench.judging.rules.wording import counted
from workbench.sending.sender import Sent


@dataclass(frozen=True, slots=True)
class Report:
    """Speaks of ``events`` meant for ``account`` in ``mode``."""

    events: Sequence[JsonObject]
    account: Account
    mode: Mode
    as_json: bool

    def nothing_sent(self, cause: str, fix: str) -> None:
        """Why not one request left."""
        if not self.as_json:
            complain(f"{cause} {fix}".strip())
            return
        nothing: dict[str, Any] = {
            "received": None,
            "processed": None,
            "events": [],
            "history_id": None,
            "history_ids": [],
        }
        self._print({"verdict": State.NOT_SENT.value, "cause": cause, "fix": fix, **nothing, "requests": []})

    def sent(self, sent: Sequence[Sent]) -> None:
        """What became of the requests, and how many events did not get their turn."""
        for each in sent:
            if each.unrecorded:
                complain(each.unrecorded)
        if self.as_json:
            rows = _request_rows(sent)
            worst = outcome_row(worst_of([each.outcome for each in sent]))
            self._print({**worst, **_joined(rows), "requests": rows}, left=_left(self.events, sent))
            return
        names = [f"{event.get('event_name')} {event.get('event_id')}" for event in self.events]
        offset = 0
        for each in sent:
            account = f"{self.account.name} ({self.account.ad_account_id})"
            earlier = f", after {counted(len(each.earlier_row_ids), 'attempt')} in vain" if each.earlier_row_ids else ""
            print(f"{self.mode.word} to {account}, history row {each.row_id}{earlier}:")
            print_outcome(each.outcome, names=names[offset : offset + each.request.event_count])
            offset += each.request.event_count
        if _left(self.events, sent):
            print(f"{_left(self.events, sent)} events were not sent any more.")

    def _print(self, document: dict[str, Any], *, left: int | None = None) -> None:
        unsent = len(self.events) if left is None else left
        print_json({**document, "mode": self.mode.value, "account": self.account.name, "events_not_sent": unsent})


def _left(events: Sequence[JsonObject], sent: Sequence[Sent]) -> int:
    return len(events) - sum(each.request.event_count for each in sent)


def _request_rows(sent: Sequence[Sent]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    offset = 0
    for each in sent:
        row = outcome_row(each.outcome, offset)
        row |= {
            "history_id": each.row_id,
            "http_status": each.outcome.status,
            "request_id": each.outcome.request_id,
            "earlier_history_ids": list(each.earlier_row_ids),
        }
        rows.append(row)
        offset += each.request.event_count
    return rows


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
