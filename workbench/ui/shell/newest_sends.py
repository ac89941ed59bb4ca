"""What the strip at the foot shows, read from the history."""

from typing import TYPE_CHECKING

from workbench.ground.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.history.rows import Row
    from workbench.ui.parts import Parts

_COUNT = 4


def newest_sends(parts: "Parts") -> "tuple[tuple[Row, ...], str]":
    """The newest rows, and what there is to say of the history's file. Runs in a worker."""
    from workbench.history.query import Query

    history = parts.history
    try:
        rows = history.rows(Query(limit=_COUNT))
    except WorkbenchError as error:
        return (), f"Sending is off: {error}"
    return rows, " ".join(f"{notice.message} {notice.fix}" for notice in history.notices)
