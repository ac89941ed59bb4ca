"""Two requests side by side: which events they share, and where those differ."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.events.comparing import VOLATILE, Difference, EventComparison, compare_requests
from workbench.ground.json_types import JsonObject
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import Tick, ToneLabel, heading_font

_COLUMNS = ("Field", "Before", "After")
_LETTERS_OF_A_PATH = 44


class Comparison(QDialog):
    """Stands beside the window, modal to nothing: ``history.comparison``, with its table ``history.differences``."""

    def __init__(
        self,
        *,
        before: tuple[str, Sequence[JsonObject]],
        after: tuple[str, Sequence[JsonObject]],
        contract: Contract,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history.comparison")
        self.setWindowTitle("Compare")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = (before[0], after[0])
        self._events = (before[1], after[1])
        self._contract = contract
        self._found: tuple[EventComparison, ...] = ()
        names = ToneLabel(f"{before[0]}  →  {after[0]}", parent=self)
        names.setFont(heading_font(self.font()))
        names.setWordWrap(True)
        self._verdict = ToneLabel(parent=self)
        self._verdict.setObjectName("history.comparison.verdict")
        self._verdict.setWordWrap(True)
        self._volatile = Tick("Pass over event_id and event_time", name="history.comparison.volatile", parent=self)
        self._volatile.setChecked(True)
        self._tree = QTreeWidget(self)
        self._tree.setObjectName("history.differences")
        self._tree.setAccessibleName("Differences, event by event")
        self._tree.setHeaderLabels(_COLUMNS)
        self._tree.setUniformRowHeights(True)
        self._share_width()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton("&Copy as text", QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("history.comparison.copy")
        layout = QVBoxLayout(self)
        for widget in (names, self._verdict, self._volatile, self._tree, buttons):
            layout.addWidget(widget)
        self.resize(760, 480)
        buttons.rejected.connect(self.close)
        copy.clicked.connect(self._copy)
        self._volatile.toggled.connect(self._compare)
        self._compare()

    def _compare(self) -> None:
        ignored = VOLATILE if self._volatile.isChecked() else frozenset[str]()
        self._found = compare_requests(*self._events, contract=self._contract, ignored=ignored)
        same = all(each.same for each in self._found)
        self._verdict.setText(verdict(self._found))
        self._verdict.set_tone(Tone.GOOD if same else Tone.PLAIN)
        self._tree.clear()
        for each in self._found:
            item = self._item(each)
            self._tree.addTopLevelItem(item)
            item.setFirstColumnSpanned(True)
        self._tree.expandAll()

    def _share_width(self) -> None:
        """Both values are in sight however long one of them is; the tool tip has the whole of it."""
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.resizeSection(0, _LETTERS_OF_A_PATH * self.fontMetrics().averageCharWidth())
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _item(self, compared: EventComparison) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{self._title(compared)}: {_standing(compared)}"])
        for difference in compared.differences:
            before, after = _sides(difference)
            child = QTreeWidgetItem([difference.path, before, after])
            for column in range(len(_COLUMNS)):
                child.setToolTip(column, child.text(column))
            item.addChild(child)
        return item

    def _title(self, compared: EventComparison) -> str:
        side, at = (1, compared.after) if compared.after is not None else (0, compared.before or 0)
        event = self._events[side][at]
        return f"Event {at + 1} {event.get('event_name', '')} {event.get('event_id', '')}".strip()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines()))

    def _lines(self) -> Iterator[str]:
        yield f"{self._names[0]} → {self._names[1]}"
        yield self._verdict.text()
        for each in self._found:
            yield f"{self._title(each)}: {_standing(each)}"
            yield from (f"  {difference.words}" for difference in each.differences)


def verdict(found: Sequence[EventComparison]) -> str:
    """The comparison in one sentence."""
    same = sum(each.same for each in found)
    if same == len(found):
        return f"Both hold the same {_counted(same)}." if same else "Neither holds an event."
    changed = sum(bool(each.differences) for each in found)
    added = sum(each.before is None for each in found)
    gone = sum(each.after is None for each in found)
    parts = [
        f"{_counted(number)} {what}"
        for number, what in (
            (same, "the same"),
            (changed, "changed"),
            (added, "only in the later"),
            (gone, "only in the earlier"),
        )
        if number
    ]
    return f"{', '.join(parts)}.".capitalize()


def _standing(compared: EventComparison) -> str:
    if compared.before is None:
        return "only in the later request"
    if compared.after is None:
        return "only in the earlier request"
    return "the same" if compared.same else f"{len(compared.differences)} difference{_plural(compared.differences)}"


def _sides(difference: Difference) -> tuple[str, str]:
    if difference.hashed and difference.before and difference.after:
        return difference.before, f"{difference.after}, another one"
    return difference.before or "none", difference.after or "none"


def _counted(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"


def _plural(found: Sequence[object]) -> str:
    return "" if len(found) == 1 else "s"
