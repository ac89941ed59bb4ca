"""What the page needs of a history: the real one gives it, and so does the one that could not be opened."""

from collections.abc import Callable
from typing import Protocol

from workbench.history.query import Query
from workbench.history.rows import Entry, Row


class Requests(Protocol):
    """Every method may be called from any thread; each raises MachineError."""

    def rows(self, query: Query) -> tuple[Row, ...]:
        """One page of rows."""
        ...

    def count(self, query: Query) -> int:
        """How many rows the query has on all its pages."""
        ...

    def entry(self, row_id: int) -> Entry:
        """One request whole; InputError when there is none of that id."""
        ...

    def delete(self, row_id: int) -> None:
        """Forget one request; InputError when that cannot be done now."""
        ...

    def star(self, row_id: int, *, starred: bool) -> None:
        """Give a request its star, or take it; InputError when there is none of that id."""
        ...

    def annotate(self, row_id: int, note: str) -> None:
        """Replace the note of a request; InputError when there is none of that id."""
        ...

    def size(self) -> int:
        """The bytes that the history takes."""
        ...

    def count_old(self, *, before: float) -> int:
        """How many requests ``forget_old`` would delete."""
        ...

    def moment_to_fit(self, size: int) -> float | None:
        """The ``before`` that leaves about so many bytes; None when there are no more."""
        ...

    def forget_old(self, *, before: float) -> int:
        """Forget what was sent before a moment, but nothing pending or starred; returns how many."""
        ...

    def wipe(self) -> int:
        """Forget every request that waits for no answer, and every copy of the file; returns how many."""
        ...

    def account_names(self) -> tuple[str, ...]:
        """The names of all accounts that ever sent, those removed or renamed since included."""
        ...

    def event_names(self) -> tuple[str, ...]:
        """The names of all events that were ever sent."""
        ...

    def version(self) -> int:
        """Another number after anybody has written."""
        ...


class Deferred:
    """A history that is opened by whoever first reads it, in a worker: updating a large file takes a while."""

    def __init__(self, *, find: Callable[[], Requests]) -> None:
        self._find = find

    def rows(self, query: Query) -> tuple[Row, ...]:
        return self._find().rows(query)

    def count(self, query: Query) -> int:
        return self._find().count(query)

    def entry(self, row_id: int) -> Entry:
        return self._find().entry(row_id)

    def delete(self, row_id: int) -> None:
        self._find().delete(row_id)

    def star(self, row_id: int, *, starred: bool) -> None:
        self._find().star(row_id, starred=starred)

    def annotate(self, row_id: int, note: str) -> None:
        self._find().annotate(row_id, note)

    def size(self) -> int:
        return self._find().size()

    def count_old(self, *, before: float) -> int:
        return self._find().count_old(before=before)

    def moment_to_fit(self, size: int) -> float | None:
        return self._find().moment_to_fit(size)

    def forget_old(self, *, before: float) -> int:
        return self._find().forget_old(before=before)

    def wipe(self) -> int:
        return self._find().wipe()

    def account_names(self) -> tuple[str, ...]:
        return self._find().account_names()

    def event_names(self) -> tuple[str, ...]:
        return self._find().event_names()

    def version(self) -> int:
        return self._find().version()
