"""What sending needs from other rooms, as narrow as it can be: a token, and a place that remembers."""

from typing import Protocol

from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome


class TokenSource(Protocol):
    """Where the conversion token of an ad account is kept."""

    def token(self, ad_account_id: str) -> str:
        """The token. Raises a WorkbenchError when there is none or it cannot be read."""
        ...


class Ledger(Protocol):
    """Where every request is written down before it is sent."""

    def begin(self, *, account_name: str, ad_account_id: str, mode: Mode, url: str, body: bytes, at: float) -> int:
        """Commits a pending row and returns its id. ``at`` is in Unix seconds. Raises when it cannot be written."""
        ...

    def finish(self, row_id: int, outcome: Outcome, *, at: float) -> None:
        """Writes down what became of the request."""
        ...
