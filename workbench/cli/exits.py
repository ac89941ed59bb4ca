"""The exit codes, and the one place that chooses them."""

import sys
from typing import TYPE_CHECKING

from workbench.ground.errors import Blame, InputError, explain_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.events.outcome import State

DONE = 0
WRONG = 1
UNUSABLE = 2
NOT_SENT = 3
UNKNOWN = 4
INTERRUPTED = 130

_OF_STATE = {
    "processed": DONE,
    "processed-with-warnings": DONE,
    "partly-failed": WRONG,
    "failed": WRONG,
    "refused": NOT_SENT,
    "not-sent": NOT_SENT,
}


def exit_of_states(states: "Iterable[State]") -> int:
    """The worst of several outcomes: a doubt weighs more than a refusal, a refusal more than a failed event."""
    return max((_OF_STATE.get(state.value, UNKNOWN) for state in states), default=DONE)


def exit_of_error(error: BaseException) -> int:
    """Says an error in one line on stderr, without any token that it repeats, and gives its code."""
    complain_of_error(error)
    explained = explain_error(error)
    if isinstance(error, SendRefusedError):
        return NOT_SENT
    if isinstance(error, OSError) or explained.blame in {Blame.USER, Blame.MACHINE}:
        return UNUSABLE
    return NOT_SENT if explained.blame is Blame.PINTEREST else WRONG


def complain_of_error(error: BaseException) -> None:
    """One line on stderr. What was typed may hold a token, so whatever looks like one is hidden."""
    from workbench.sending.redaction import redact

    explained = explain_error(error)
    if sys.stderr is not None:
        print(redact(f"{explained.message} {explained.fix}".strip().replace("\n", " ")), file=sys.stderr)


class SendRefusedError(InputError):
    """Nothing was sent because there is no token, or none that may be read."""
