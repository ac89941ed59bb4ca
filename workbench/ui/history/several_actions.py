"""What is done with several sends at once: they are compared, or saved as evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.contract.loading import Contract
from workbench.events.encoding import encode_json, parse_json
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject
from workbench.ground.kept_file import KeptFile
from workbench.history.rows import Entry
from workbench.judging.judge import Judge
from workbench.ui.background import Background
from workbench.ui.history.columns import local_time
from workbench.ui.history.comparison import Comparison
from workbench.ui.history.requests import Requests

MOST_EVIDENCE = 200

Composed = Callable[[], Sequence[JsonObject]]
"""Gives the events of the request being composed, as they would travel."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two requests, as the comparison names it."""

    name: str
    events: tuple[JsonObject, ...]


class SeveralActions(QObject):
    """``told`` brings a line about what was done, ``failed`` an exception. Files and bodies are read in workers."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        *,
        history: Requests,
        contract: Contract,
        judge: Judge,
        composed: Composed,
        background: Background,
        clock: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._history = history
        self._contract = contract
        self._judge = judge
        self._composed = composed
        self._background = background
        self._clock = clock

    def compare(self, row_ids: Sequence[int]) -> None:
        """Two sends with each other, the earlier one first; one send with the request being composed."""
        if len(row_ids) > 2:
            self.told.emit("Select two sends to compare them, or one to compare it with the request in Compose.")
            return
        self._background.run(
            partial(_sides, self._history, sorted(row_ids)),
            receiver=self,
            done=self._show_comparison,
            failed=self.failed.emit,
        )

    def save_evidence(self, row_ids: Sequence[int]) -> None:
        """Asks where to, and writes one page and one JSON file of the same name."""
        if len(row_ids) > MOST_EVIDENCE:
            self.told.emit(f"Evidence is for people to read: select at most {MOST_EVIDENCE} sends.")
            return
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, "Save evidence", "evidence.html", "Evidence, a page and a JSON file (*.html)"
        )
        if chosen:
            self.write_evidence(row_ids, Path(chosen))

    def write_evidence(self, row_ids: Sequence[int], page: Path) -> None:
        """Writes the page at ``page`` and the JSON file beside it."""
        work = partial(
            _write_evidence,
            self._history,
            sorted(row_ids),
            page,
            contract=self._contract,
            judge=self._judge,
            now=self._clock(),
        )
        self._background.run(work, receiver=self, done=self.told.emit, failed=self.failed.emit)

    def _show_comparison(self, sides: tuple[_Side, ...]) -> None:
        if len(sides) == 1:
            sides = (*sides, _Side("The request in Compose", tuple(self._composed())))
        before, after = sides
        comparison = Comparison(
            before=(before.name, before.events),
            after=(after.name, after.events),
            contract=self._contract,
            parent=self._window,
        )
        comparison.show()


def _sides(history: Requests, row_ids: Sequence[int]) -> tuple[_Side, ...]:
    return tuple(_side(history.entry(row_id)) for row_id in row_ids)


def _side(entry: Entry) -> _Side:
    name = f"{entry.row.mode.word} {local_time(entry.row.sent_at)}, row {entry.row.id}"
    body = parse_json(entry.body, what="The stored request")
    data = body.get("data") if isinstance(body, dict) else None
    if not isinstance(data, list):
        raise InputError("The stored request holds no list of events.", fix="Look at its body under Request.")
    return _Side(name, tuple(event for event in data if isinstance(event, dict)))


def _write_evidence(
    history: Requests, row_ids: Sequence[int], page: Path, *, contract: Contract, judge: Judge, now: float
) -> str:
    from workbench.files.evidence import evidence
    from workbench.files.evidence_page import evidence_page

    report = evidence([history.entry(row_id) for row_id in row_ids], contract=contract, judge=judge, at=now)
    page = page if page.suffix.lower() in {".html", ".htm"} else page.with_name(f"{page.name}.html")
    data = page.with_suffix(".json")
    KeptFile(path=data, what="the evidence").replace(encode_json(report, pretty=True))
    KeptFile(path=page, what="the evidence").replace(evidence_page(report).encode())
    sends = f"{len(row_ids)} send{'' if len(row_ids) == 1 else 's'}"
    return f"Saved evidence of {sends}: {page} and {data.name}, with match keys shortened."
