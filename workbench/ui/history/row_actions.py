"""Does what is asked for a send: reads its events to be composed again, marks it, copies it, forgets it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.history.curl import as_curl
from workbench.history.rows import Entry
from workbench.ui.background import Background
from workbench.ui.history.deeds import Deed
from workbench.ui.history.detail import read_drafts
from workbench.ui.history.latest import Latest
from workbench.ui.history.requests import Requests


@dataclass(frozen=True, slots=True)
class _Read:
    deed: Deed
    entry: Entry
    drafts: tuple[Draft, ...]
    place: tuple[int, str] | None


class RowActions(QObject):
    """``reopen_asked`` brings drafts; ``resend_asked`` the entry and its drafts as they were sent; ``field_asked``
    drafts, the position of an event among them and the path of one of its fields.

    ``changed`` follows a star or a note, ``deleted`` brings the id of what is gone, ``copied`` what was copied,
    ``failed`` an exception. ``delete_asked`` and ``note_asked`` are for the page, which asks and shows.
    """

    reopen_asked = Signal(object)
    resend_asked = Signal(object, object)
    field_asked = Signal(object, int, str)
    delete_asked = Signal()
    note_asked = Signal()
    changed = Signal()
    deleted = Signal(object)
    copied = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        *,
        history: Requests,
        contract: Contract,
        background: Background,
        clock: Callable[[], float],
        fresh_id: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._contract = contract
        self._background = background
        self._clock = clock
        self._fresh_id = fresh_id
        self._bodies = Latest(background=background, parent=self)
        self._bodies.arrived.connect(self._show_drafts)
        self._bodies.failed.connect(self.failed)

    def do(self, deed: Deed, entry: Entry) -> None:
        """Does it, or asks the page to."""
        if deed in {Deed.REOPEN, Deed.DUPLICATE, Deed.RESEND}:
            self._bodies.ask(partial(_read, deed, entry, self._contract))
        elif deed is Deed.STAR:
            self._write(partial(self._history.star, entry.row.id, starred=not entry.row.starred))
        elif deed is Deed.CURL:
            self._background.run(partial(as_curl, entry), receiver=self, done=self._copy, failed=self.failed.emit)
        elif deed is Deed.NOTE:
            self.note_asked.emit()
        else:
            self.delete_asked.emit()

    def open_at(self, entry: Entry, position: int, path: str) -> None:
        """Reads the events, to be composed anew from one field on."""
        self._bodies.ask(partial(_read, Deed.REOPEN, entry, self._contract, (position, path)))

    def annotate(self, row_id: int, note: str) -> None:
        """Keeps a note."""
        self._write(partial(self._history.annotate, row_id, note))

    def delete(self, row_id: int) -> None:
        """Forgets a send, unasked."""
        self._background.run(
            partial(self._history.delete, row_id),
            receiver=self,
            done=partial(self._deleted, row_id),
            failed=self.failed.emit,
        )

    def _write(self, work: Callable[[], None]) -> None:
        self._background.run(work, receiver=self, done=self._written, failed=self.failed.emit)

    def _written(self, _nothing: None) -> None:
        self.changed.emit()

    def _deleted(self, row_id: int, _nothing: None) -> None:
        self.deleted.emit(row_id)

    def _copy(self, command: str) -> None:
        QGuiApplication.clipboard().setText(command)
        self.copied.emit("Copied as cURL. Put the token into $WORKBENCH_TOKEN before you run it.")

    def _show_drafts(self, read: _Read) -> None:
        if read.deed is Deed.RESEND:
            self.resend_asked.emit(read.entry, read.drafts)
        elif read.deed is Deed.DUPLICATE:
            now = str(int(self._clock()))
            fresh = (draft.with_value("event_id", self._fresh_id()) for draft in read.drafts)
            self.reopen_asked.emit(tuple(draft.with_value("event_time", now) for draft in fresh))
        elif read.place is not None:
            self.field_asked.emit(read.drafts, *read.place)
        else:
            self.reopen_asked.emit(read.drafts)


def _read(deed: Deed, entry: Entry, contract: Contract, place: tuple[int, str] | None = None) -> _Read:
    return _Read(deed, entry, read_drafts(entry.body, contract=contract), place)
