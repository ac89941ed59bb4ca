"""States, verdicts and modes as words and icons, the same everywhere in the window."""

from workbench.contract.mode import Mode
from workbench.events.outcome import State

STATE_WORDS = {
    State.PENDING: "pending",
    State.PROCESSED: "processed",
    State.WARNINGS: "processed with warnings",
    State.PARTLY_FAILED: "partly failed",
    State.FAILED: "failed",
    State.REFUSED: "refused",
    State.UNCLEAR: "unclear answer",
    State.UNKNOWN: "outcome unknown",
    State.NOT_SENT: "not sent",
}
STATE_ICONS = {
    State.PENDING: "wait",
    State.PROCESSED: "check",
    State.WARNINGS: "warning",
    State.PARTLY_FAILED: "error",
    State.FAILED: "error",
    State.REFUSED: "error",
    State.UNCLEAR: "unknown",
    State.UNKNOWN: "unknown",
    State.NOT_SENT: "error",
}
MODE_ICONS = {Mode.TEST: "test", Mode.LIVE: "live", Mode.PRACTICE: "practice"}
MODE_MEANING = {
    Mode.TEST: "TEST: Pinterest judges the events and forgets them. Nothing is recorded, nothing counts.",
    Mode.LIVE: "LIVE: the events count for reporting, audiences and bidding.",
    Mode.PRACTICE: "PRACTICE: the events go to an endpoint on this computer and nowhere else.",
}
