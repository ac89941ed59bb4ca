"""The templates tab: find an event to start from, save the selected one, share one's own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.own_templates import OwnTemplate
from workbench.events.templates import templates, unfit_sources
from workbench.ui.compose.text_editors import Line
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, rule
from workbench.ui.templates.own_bar import OwnBar
from workbench.ui.templates.own_desk import OwnDesk, Told
from workbench.ui.templates.rows import Group, Kind, Row, matching, own_group, shipped_groups
from workbench.ui.templates.save_bar import SaveBar
from workbench.ui.templates.tree import TemplateTree

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class AskFile(Protocol):
    """Asks for a file in the system's dialog; None when the person cancels."""

    def save(self, name: str, parent: QWidget) -> Path | None: ...
    def open(self, parent: QWidget) -> Path | None: ...


class TemplatesTab(QWidget):
    """``template_asked`` brings a shipped template's name, ``own_asked`` an OwnTemplate; ``left`` follows Escape."""

    template_asked = Signal(str)
    own_asked = Signal(object)
    left = Signal()

    def __init__(
        self,
        *,
        contract: Contract,
        desk: OwnDesk,
        current: Callable[[], Draft],
        ask_file: AskFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._contract = contract
        self._desk = desk
        self._current = current
        self._ask_file = ask_file
        self._own: tuple[OwnTemplate, ...] = ()
        self._shipped = list(shipped_groups(templates(), unfit_sources(), contract=contract))
        self.search = Line(name="templates.find", label="Find a template", hint="Find a template", parent=self)
        self.search.setClearButtonEnabled(True)
        self.tree = TemplateTree(parent=self)
        self.bar = OwnBar(parent=self)
        self._status = ToneLabel(parent=self)
        self._status.setObjectName("templates.status")
        self._status.setWordWrap(True)
        self._put_back = QPushButton("Put it back", self)
        self._put_back.setObjectName("templates.put_back")
        self.save_bar = SaveBar(parent=self)
        self._lay_out()
        self._connect()
        self.reload()

    def start(self) -> None:
        """Shows what is on the shelf now, and puts the keys into the search."""
        self.reload()
        self.search.setFocus()
        self.search.selectAll()

    def reload(self) -> None:
        """Reads the shelf anew: another window may have changed it."""
        self._own, told = self._desk.templates()
        self._list()
        self._say(told)

    def export_to(self, path: Path, *, keep_plain: bool) -> None:
        """Writes the chosen template, or all of one's own when none is chosen."""
        self._say(self._desk.export(path, self._chosen(), keep_plain=keep_plain))

    def import_from(self, path: Path) -> None:
        """Puts the templates of a file on the shelf."""
        self._after(self._desk.take_in(path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The arrow keys move in the list while the focus stays in the search.
        if (
            watched is self.search
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in _MOVES
        ):
            QApplication.sendEvent(self.tree, event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2:
            # From the search too, where the keys are when the tab opens.
            self.tree.edit_name()
        else:
            super().keyPressEvent(event)

    # -- inside

    def _lay_out(self) -> None:
        status = QHBoxLayout()
        status.setSpacing(8)
        status.addWidget(self._status, 1)
        status.addWidget(self._put_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.bar)
        layout.addLayout(status)
        layout.addWidget(rule(self))
        layout.addWidget(self.save_bar)

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self.tree.activate_current)
        self.tree.row_asked.connect(self._add_row)
        self.tree.row_chosen.connect(self._show_choice)
        # Queued: the list is made anew, and must not be while the editor in it is still closing.
        self.tree.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        self.tree.delete_asked.connect(self._delete)
        self.bar.add.clicked.connect(self._add)
        self.bar.rename.clicked.connect(self.tree.edit_name)
        self.bar.delete.clicked.connect(self._delete)
        self.bar.export_digests.triggered.connect(self._export_digests)
        self.bar.export_plain.triggered.connect(self._export_plain)
        self.bar.import_.clicked.connect(self._import)
        self.save_bar.save_asked.connect(self._save)
        self._put_back.clicked.connect(self._bring_back)

    def _list(self) -> None:
        text = self.search.text()
        groups = [own_group(self._own, contract=self._contract), *self._shipped]
        none = Group("No template holds these words. Try others, such as the name of an event.", "", ())
        self.tree.show_groups(matching(groups, text) or [none], unfolded=bool(text.strip()))

    def _chosen(self) -> Sequence[OwnTemplate]:
        row = self.tree.row
        if row is not None and row.kind is Kind.OWN:
            return [each for each in self._own if each.name == row.name]
        return self._own

    def _show_choice(self, row: object) -> None:
        self.bar.show_choice(row if isinstance(row, Row) else None, self._chosen())

    def _add(self) -> None:
        if self.tree.row is not None:
            self._add_row(self.tree.row)

    def _add_row(self, row: object) -> None:
        if not isinstance(row, Row):
            return
        if row.kind is Kind.SHIPPED:
            self.template_asked.emit(row.name)
        elif row.kind is Kind.OWN:
            self.own_asked.emit(next(each for each in self._own if each.name == row.name))

    def _save(self, name: str, keep_plain: bool) -> None:
        told = self._desk.save(name, self._current(), keep_plain=keep_plain)
        if told.good:
            self.save_bar.clear()
            self.search.clear()
        self._after(told)
        if told.good:
            self.tree.choose(Kind.OWN, self._own[-1].name)

    def _rename(self, old: str, new: str) -> None:
        self._after(self._desk.rename(old, new))
        self.tree.choose(Kind.OWN, " ".join(new.split()))

    def _delete(self) -> None:
        if self.tree.row is not None and self.tree.row.kind is Kind.OWN:
            self._after(self._desk.delete(self.tree.row.name))

    def _bring_back(self) -> None:
        self._after(self._desk.put_back())

    def _export_digests(self) -> None:
        self._export(keep_plain=False)

    def _export_plain(self) -> None:
        self._export(keep_plain=True)

    def _export(self, *, keep_plain: bool) -> None:
        chosen = self._chosen()
        name = chosen[0].name if len(chosen) == 1 else "templates"
        path = self._ask_file.save(f"{name}.json", self)
        if path is not None:
            self.export_to(path, keep_plain=keep_plain)

    def _import(self) -> None:
        path = self._ask_file.open(self)
        if path is not None:
            self.import_from(path)

    def _after(self, told: Told) -> None:
        """Lists the shelf as it is now, with the cursor where it was, and says how it went."""
        row = self.tree.row
        self.reload()
        if row is not None:
            self.tree.choose(row.kind, row.name)
        self._say(told)

    def _say(self, told: Told) -> None:
        self._status.setText(told.text)
        self._status.set_tone(Tone.MUTED if told.good else Tone.WARNING)
        self._status.setVisible(bool(told.text))
        self._put_back.setVisible(self._desk.can_put_back and told.text.startswith("Deleted"))
