"""Which of some events went live before, as the history knows it."""

import json
import sqlite3
from collections.abc import Iterable

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.indexing import storable
from workbench.judging.duplicates import SeenEvent

# Taken, or perhaps taken: what another window is sending at this moment counts as well.
_TAKEN = (
    State.PENDING,
    State.PROCESSED,
    State.WARNINGS,
    State.PARTLY_FAILED,
    State.UNCLEAR,
    State.UNKNOWN,
)
# The live sends of two days first, by their index; what they hold is then looked through.
_SEEN = """
SELECT events.event_name, events.event_id, events.order_id, requests.sent_at, requests.id
  FROM requests JOIN events ON events.request_id = requests.id
  WHERE requests.ad_account_id = :account AND requests.mode = :mode AND requests.sent_at >= :since
    AND requests.state IN (SELECT value FROM json_each(:states))
    AND coalesce(events.status, '') <> 'failed'
    AND (events.event_id IN (SELECT value FROM json_each(:event_ids))
      OR events.order_id IN (SELECT value FROM json_each(:order_ids)))
  ORDER BY requests.sent_at, requests.id
"""


def read_seen(
    connection: sqlite3.Connection,
    ad_account_id: str,
    *,
    event_ids: Iterable[str],
    order_ids: Iterable[str],
    since: float,
) -> tuple[SeenEvent, ...]:
    """The events with one of these ids or orders that went live for the ad account since then, oldest first."""
    parameters = {
        "account": storable(ad_account_id),
        "mode": Mode.LIVE.value,
        "since": since,
        "states": json.dumps([state.value for state in _TAKEN]),
        "event_ids": json.dumps([storable(each) for each in event_ids]),
        "order_ids": json.dumps([storable(each) for each in order_ids]),
    }
    return tuple(
        SeenEvent(name or "", event_id or "", order_id or "", sent_at, f"history row {row_id}")
        for name, event_id, order_id, sent_at, row_id in connection.execute(_SEEN, parameters)
    )
