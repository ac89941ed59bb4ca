"""The events of a capture in sentences, and the problems of the selected one."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Severity
from workbench.practice.answers import EventRow
from workbench.practice.examination import Examination
from workbench.ui.compose.preview import count_words
from workbench.ui.compose.problems_list import ProblemsList
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, small_font
from workbench.ui.practice.verdict_look import TONE_ICONS


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    tone: Tone
    problems: tuple[Problem, ...]


_WORDS = {Tone.ERROR: "failed", Tone.WARNING: "processed with warnings", Tone.GOOD: "processed"}


class EventsTab(QWidget):
    """Sentences on the left, named ``capture.events``; problems on the right."""

    def __init__(self, *, contract: Contract, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[_Entry, ...] = ()
        self._events = QListWidget(self)
        self._events.setObjectName("capture.events")
        self._events.setAccessibleName("Events of the request, read back")
        self._events.setWordWrap(True)
        self._events.setIconSize(QSize(16, 16))
        self._events.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._title.setObjectName("capture.problems.title")
        self._title.setFont(small_font(self.font()))
        self._problems = ProblemsList(contract=contract, fixing=False, parent=self)
        self._problems.setObjectName("capture.problems")
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._problems, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("capture.splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._events)
        splitter.addWidget(right)
        splitter.setSizes([480, 480])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(splitter)
        self._events.currentRowChanged.connect(self._show_problems)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the list says."""
        return tuple(entry.text for entry in self._entries)

    def show_examination(self, found: Examination) -> None:
        """Shows the events; the first one with an error is selected."""
        self._entries = _entries(found)
        self._events.blockSignals(True)
        self._events.clear()
        for entry in self._entries:
            self._events.addItem(self._item(entry))
        self._events.blockSignals(False)
        wrong = (row for row, entry in enumerate(self._entries) if entry.tone is Tone.ERROR)
        self._events.setCurrentRow(next(wrong, 0))
        self._show_problems(self._events.currentRow())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for row, entry in enumerate(self._entries):
                self._events.item(row).setIcon(self._icon(entry))

    def _item(self, entry: _Entry) -> QListWidgetItem:
        item = QListWidgetItem(self._icon(entry), entry.text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_WORDS[entry.tone]}: {entry.text}")
        item.setToolTip(_WORDS[entry.tone].capitalize())
        return item

    def _icon(self, entry: _Entry) -> QIcon:
        return icon(TONE_ICONS[entry.tone], self.palette(), entry.tone, in_list=True)

    def _show_problems(self, row: int) -> None:
        problems = self._entries[row].problems if 0 <= row < len(self._entries) else ()
        self._title.say(f"Problems of the selected one: {count_words(problems)}")
        self._problems.show_problems(problems)


def _entries(found: Examination) -> tuple[_Entry, ...]:
    fails = any(problem.severity is Severity.ERROR for problem in found.problems)
    whole = _Entry("The request as a whole", Tone.ERROR if fails else Tone.WARNING, found.problems)
    events = (
        _Entry(f"{at}. {each.summary}", _tone(each.row), each.problems) for at, each in enumerate(found.events, start=1)
    )
    return (*([whole] if found.problems else []), *events)


def _tone(row: EventRow) -> Tone:
    if not row.processed:
        return Tone.ERROR
    return Tone.WARNING if row.warning else Tone.GOOD
