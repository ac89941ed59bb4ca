"""A history that could not be opened: shows nothing, and lets nothing be sent, with the reason."""

from collections.abc import Iterable

from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome
from workbench.ground.errors import WorkbenchError
from workbench.history.query import Query
from workbench.history.rows import Entry, Notice, Row
from workbench.judging.duplicates import SeenEvent


class UnusableHistory:
    """Stands in for a History. A send that cannot be recorded does not happen: ``begin`` raises the reason."""

    def __init__(self, *, reason: WorkbenchError) -> None:
        self._reason = reason

    @property
    def reason(self) -> WorkbenchError:
        """Why the real one could not be opened."""
        return self._reason

    @property
    def notices(self) -> tuple[Notice, ...]:
        """None: the reason says it all."""
        return ()

    def begin(self, *, account_name: str, ad_account_id: str, mode: Mode, url: str, body: bytes, at: float) -> int:
        """Raises the reason."""
        del account_name, ad_account_id, mode, url, body, at
        raise self._reason

    def finish(self, row_id: int, outcome: Outcome, *, at: float) -> None:
        """Raises the reason."""
        del row_id, outcome, at
        raise self._reason

    def rows(self, query: Query) -> tuple[Row, ...]:
        """Raises the reason."""
        del query
        raise self._reason

    def count(self, query: Query) -> int:
        """Raises the reason."""
        del query
        raise self._reason

    def seen_live(
        self, ad_account_id: str, *, event_ids: Iterable[str], order_ids: Iterable[str], since: float
    ) -> tuple[SeenEvent, ...]:
        """Raises the reason."""
        del ad_account_id, event_ids, order_ids, since
        raise self._reason

    def entry(self, row_id: int) -> Entry:
        """Raises the reason."""
        del row_id
        raise self._reason

    def delete(self, row_id: int) -> None:
        """Raises the reason."""
        del row_id
        raise self._reason

    def star(self, row_id: int, *, starred: bool) -> None:
        """Raises the reason."""
        del row_id, starred
        raise self._reason

    def annotate(self, row_id: int, note: str) -> None:
        """Raises the reason."""
        del row_id, note
        raise self._reason

    def size(self) -> int:
        """Raises the reason."""
        raise self._reason

    def count_old(self, *, before: float) -> int:
        """Raises the reason."""
        del before
        raise self._reason

    def moment_to_fit(self, size: int) -> float | None:
        """Raises the reason."""
        del size
        raise self._reason

    def forget_old(self, *, before: float) -> int:
        """Raises the reason."""
        del before
        raise self._reason

    def wipe(self) -> int:
        """Raises the reason."""
        raise self._reason

    def account_names(self) -> tuple[str, ...]:
        """Raises the reason."""
        raise self._reason

    def event_names(self) -> tuple[str, ...]:
        """Raises the reason."""
        raise self._reason

    def version(self) -> int:
        """Never changes."""
        return 0

    def close(self) -> None:
        """There is nothing to close."""
