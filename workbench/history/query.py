"""Which requests of the history are wanted, and in what order."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.ground.errors import InputError

_MOST = 2**63 - 1
_LONGEST_TEXT = 1000


class Order(StrEnum):
    """What the rows are sorted by; equal ones by the time they were sent, then by their id, in the same direction."""

    SENT_AT = "sent_at"
    ACCOUNT = "account"
    MODE = "mode"
    STATE = "state"
    EVENTS = "events"
    STATUS = "status"
    ELAPSED = "elapsed"
    EVENT_NAME = "event_name"


@dataclass(frozen=True, slots=True)
class Query:
    """A page of the history.

    ``text`` is looked for inside event_id, event_name, order_id, account name, ad_account_id, the cause, the error
    and warning messages and the note, whatever the case of its ASCII letters. ``account`` is a whole account name or
    ad_account_id, ``event`` the whole name of any event of the request. ``since`` and ``until`` are Unix times in
    seconds: sent at the one or later, and before the other. ``starred`` leaves only those with a star. Raises
    InputError for a negative page or an overlong text.
    """

    text: str = ""
    mode: Mode | None = None
    state: State | None = None
    account: str = ""
    event: str = ""
    since: float | None = None
    until: float | None = None
    starred: bool = False
    order: Order = Order.SENT_AT
    descending: bool = True
    limit: int = 256
    offset: int = 0

    def __post_init__(self) -> None:
        if not (0 <= self.limit <= _MOST and 0 <= self.offset <= _MOST):
            raise InputError("The number of rows asked for is out of range.", fix="Give a whole number, 0 or more.")
        if len(self.text) > _LONGEST_TEXT:
            raise InputError(
                f"The search text has {len(self.text):,} characters; {_LONGEST_TEXT:,} is the most.",
                fix="Search for a part of it, such as the event_id.",
            )
