"""Whether a request is sent again by itself, and after how long.

Only where certainly nothing was taken: the connection was refused, or the answer was 429 or 503. Never after a
time-out or a broken answer, because Pinterest may have processed those.
"""

from dataclasses import dataclass

from workbench.events.outcome import Outcome
from workbench.sending.headers import seconds_to_wait


@dataclass(frozen=True, slots=True)
class Patience:
    """At most ``retries`` more attempts. ``first_wait`` doubles with each where the answer names no time of its own.

    A wait of more than ``longest_wait`` seconds is nobody's to sit through: the request then keeps its refusal, which
    says when to come back.
    """

    retries: int = 3
    first_wait: float = 1.0
    longest_wait: float = 120.0

    def seconds_until_retry(self, outcome: Outcome, *, attempts: int) -> float | None:
        """How long to wait before the next attempt, after so many; None when there is to be none."""
        if not outcome.retryable or attempts > self.retries:
            return None
        back_off = self.first_wait * 2 ** (attempts - 1)
        asked = seconds_to_wait(outcome.headers)
        wait = back_off if asked is None else max(float(asked), self.first_wait)
        return wait if wait <= self.longest_wait else None


NO_RETRY = Patience(retries=0)
