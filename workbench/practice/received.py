"""What the practice endpoint tells of a request that arrived: everything but the token."""

from dataclasses import dataclass, field

from workbench.practice.faults import Fault

_OWN = "conversion-workbench/"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was found of a request before any fault: counts of its events, or why it was ``refused`` as a whole.

    ``processed`` includes those ``warned`` of.
    """

    processed: int = 0
    warned: int = 0
    failed: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """One request that arrived.

    ``at`` is in Unix seconds. ``ad_account_id`` is as it stood in the path, "" when the path is not that of the events.
    ``test`` tells whether ``test=true`` was there. ``event_count`` is the length of ``data``, 0 when there is none.
    ``status`` is the HTTP status of the answer, None for a fault that gives none. ``body`` is as it came, without the
    token should it stand there; it is empty when it was larger than the endpoint reads, or meant for another path.
    ``fault`` is the ordered fault that this request met. ``user_agent`` is what the sender calls itself.
    """

    at: float
    ad_account_id: str
    test: bool
    event_count: int
    status: int | None
    body: bytes = field(repr=False)
    fault: Fault | None = None
    user_agent: str = ""
    verdicts: Verdicts = Verdicts()

    @property
    def own(self) -> bool:
        """Whether the workbench itself sent it, from the window or the command line."""
        return self.user_agent.startswith(_OWN)
