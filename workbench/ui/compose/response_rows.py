"""What the response pane shows of one send, as values."""

from dataclasses import dataclass

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State

VERDICT_ICONS = {"processed": "check", "failed": "error", "unknown": "unknown"}
_WORST_FIRST = (
    State.FAILED,
    State.REFUSED,
    State.NOT_SENT,
    State.UNKNOWN,
    State.UNCLEAR,
    State.PARTLY_FAILED,
    State.WARNINGS,
    State.PROCESSED,
)


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """An event as it was sent, joined to its verdict; ``sent`` is False for one that did not get its turn."""

    position: int
    event_name: str
    event_id: str
    verdict: EventVerdict
    sent: bool = True

    @property
    def message(self) -> str:
        """Error first, then the warnings; "" when Pinterest said nothing."""
        return "; ".join(part for part in (self.verdict.error, *self.verdict.warnings) if part)

    @property
    def word(self) -> str:
        """``processed``, ``processed, warned``, ``failed``, ``no verdict`` or ``not sent``."""
        if not self.sent:
            return "not sent"
        if self.verdict.status == "unknown":
            return "no verdict"
        warned = self.verdict.status == "processed" and self.verdict.warnings
        return f"{self.verdict.status}, warned" if warned else self.verdict.status

    @property
    def icon(self) -> str:
        """The name of the icon that says the same."""
        if self.verdict.status == "processed" and (self.verdict.warnings or self.verdict.error):
            return "warning"
        return VERDICT_ICONS.get(self.verdict.status, "unknown")


@dataclass(frozen=True, slots=True)
class Response:
    """Everything the pane shows of one send; a send of several requests has several outcomes."""

    mode: Mode
    account_name: str
    outcomes: tuple[Outcome, ...]
    rows: tuple[VerdictRow, ...]

    @property
    def unsent(self) -> str:
        """How many events did not get their turn, because the send was stopped, as a sentence; "" for none."""
        left = sum(not row.sent for row in self.rows)
        if not left:
            return ""
        sent = len(self.rows) - left
        return f"{sent:,} of {len(self.rows):,} events were sent; the other {left:,} did not get their turn."

    @property
    def worst(self) -> Outcome:
        """The outcome that decides how the whole send is called."""
        return min(self.outcomes, key=lambda each: _WORST_FIRST.index(each.state))
