"""What is asked before a live send."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.accounts.account import Account
    from workbench.sending.rehearsals import Standing


@dataclass(frozen=True, slots=True)
class LiveOrder:
    """A live send that waits for its confirmation.

    ``events`` is their number, ``standing`` how they stand to what was tested. ``duplicates`` are sentences about those
    that went live before.
    """

    account: "Account"
    events: int
    standing: "Standing"
    duplicates: tuple[str, ...] = ()

    @property
    def unlocked(self) -> bool:
        """Whether nothing has to be confirmed but the send itself."""
        return self.standing.passed and not self.duplicates
