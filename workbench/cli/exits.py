"""The exit codes, and the one place that chooses them."""

import sys
from collections.abc import Iterable

from workbench.events.outcome import State
from workbench.ground.errors import Blame, InputError, explain_error

DONE = 0
WRONG = 1
UNUSABLE = 2
NOT_SENT = 3
UNKNOWN = 4
INTERRUPTED = 130

_OF_STATE = {
    State.PROCESSED: DONE,
    State.WARNINGS: DONE,
    State.PARTLY_FAILED: WRONG,
    State.FAILED: WRONG,
    State.REFUSED: NOT_SENT,
    State.NOT_SENT: NOT_SENT,
    State.UNCLEAR: UNKNOWN,
    State.UNKNOWN: UNKNOWN,
    State.PENDING: UNKNOWN,
}


def exit_of_states(states: Iterable[State]) -> int:
    """The worst of several outcomes: a doubt weighs more than a refusal, a refusal more than a failed event."""
    return max((_OF_STATE[state] for state in states), default=DONE)


def exit_of_error(error: BaseException) -> int:
    """Says an error in one line on stderr and gives its code."""
    explained = explain_error(error)
    if sys.stderr is not None:
        print(f"{explained.message} {explained.fix}".strip().replace("\n", " "), file=sys.stderr)
    if isinstance(error, SendRefusedError):
        return NOT_SENT
    if isinstance(error, OSError) or explained.blame in {Blame.USER, Blame.MACHINE}:
        return UNUSABLE
    return NOT_SENT if explained.blame is Blame.PINTEREST else WRONG


class SendRefusedError(InputError):
    """Nothing was sent because there is no token, or none that may be read."""
