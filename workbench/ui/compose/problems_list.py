"""The problems of the selected event and of the request, each one click away from its field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Severity
from workbench.ui.compose.paths import field_path
from workbench.ui.compose.problem_delegate import FIX, ProblemDelegate
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import SEVERITY_TONES

_PATH = Qt.ItemDataRole.UserRole
FIX_KEYS = "Alt+Return"


class ProblemsList(QListWidget):
    """Worst first. Enter or a click goes to the field; a click on its button fixes it.

    ``fixing`` is for events that can be changed where they are shown; without it there are no buttons.
    """

    go_to = Signal(str)
    fix_asked = Signal(object)

    def __init__(self, *, contract: Contract, fixing: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.setAccessibleName("Problems")
        self.setWordWrap(True)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._contract = contract
        self._fixing = fixing
        self._shown: Sequence[Problem] = ()
        self._icons = self._make_icons()
        self._delegate = ProblemDelegate(self)
        self.setItemDelegate(self._delegate)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows these problems; an unchanged list is left alone, so that typing does not make it flicker."""
        if tuple(problems) == tuple(self._shown):
            return
        self._shown = tuple(problems)
        while self.count() > len(self._shown):
            self.takeItem(self.count() - 1)
        for row, problem in enumerate(self._shown):
            item = self.item(row) if row < self.count() else QListWidgetItem(self)
            self._fill(item, problem)

    @property
    def current(self) -> Problem | None:
        """The problem that the keys stand on."""
        row = self.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(self._button_at(event))
        if self._delegate.pressed_row < 0:
            super().mousePressEvent(event)
        else:
            self.setCurrentRow(self._delegate.pressed_row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._button_at(event) < 0:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._delegate.pressed_row
        if row < 0:
            super().mouseReleaseEvent(event)
            return
        self._press(-1)
        if row == self._button_at(event):
            self.fix_asked.emit(self._shown[row])

    def _press(self, row: int) -> None:
        self._delegate.pressed_row = row
        self.viewport().update()

    def _button_at(self, event: QMouseEvent) -> int:
        """The row whose button is under the mouse, -1 for none."""
        at = event.position().toPoint()
        item = self.itemAt(at)
        if item is None or not item.data(FIX) or event.button() != Qt.MouseButton.LeftButton:
            return -1
        return (
            self.row(item) if self._delegate.button_rect(self.visualItemRect(item), item.data(FIX)).contains(at) else -1
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._icons = self._make_icons()
            for row, problem in enumerate(self._shown):
                self.item(row).setIcon(self._icons[problem.severity])

    def _make_icons(self) -> dict[Severity, QIcon]:
        return {each: icon(each.value, self.palette(), tone, in_list=True) for each, tone in SEVERITY_TONES.items()}

    def _fill(self, item: QListWidgetItem, problem: Problem) -> None:
        field = self._contract.by_path.get(field_path(problem.path))
        named = field is None or field.label in problem.message
        label = "" if named or field is None else f"{field.label}: "
        text = f"{label}{problem.message} {problem.fix}".strip()
        fix = problem.repair.label if problem.repair and self._fixing else ""
        if item.text() == text and item.data(_PATH) == problem.path and item.data(FIX) == fix:
            return
        item.setText(text)
        item.setIcon(self._icons[problem.severity])
        item.setData(_PATH, problem.path)
        item.setData(FIX, fix)
        offer = f" {FIX_KEYS} fixes it: {fix}." if fix else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{problem.severity.value}: {text}{offer}")
        item.setToolTip(f"{problem.path or 'request'} · {problem.code}\nAccording to: {self._source(problem)}")

    def _source(self, problem: Problem) -> str:
        keys = [key.strip() for key in problem.source.split(",")]
        return "; ".join(self._contract.sources.get(key, key) for key in keys)

    def _go(self, item: QListWidgetItem) -> None:
        self.go_to.emit(item.data(_PATH))
