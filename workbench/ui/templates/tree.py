"""The list of templates, in groups that fold."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from workbench.events.own_templates import LONGEST_NAME
from workbench.ui.templates.rows import OWN, Group, Kind, Row

_ROW = Qt.ItemDataRole.UserRole
_LETTERS_OF_FIRST_COLUMN = 30


class _NameDelegate(QStyledItemDelegate):
    """Gives the line in which a name is typed a name of its own."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName("New name of the template")
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(LONGEST_NAME)
        return editor


class TemplateTree(QTreeWidget):
    """Named ``templates.list``. Enter or a double click asks for an event, F2 renames, Del deletes own templates."""

    row_asked = Signal(object)
    row_chosen = Signal(object)
    renamed = Signal(str, str)
    delete_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templates.list")
        self.setAccessibleName("Templates")
        self.setColumnCount(2)
        self.setHeaderLabels(["Template", "What has just happened"])
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(16, 16))
        self.setItemDelegate(_NameDelegate(self))
        self.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.setColumnWidth(0, _LETTERS_OF_FIRST_COLUMN * self.fontMetrics().averageCharWidth())
        self.itemActivated.connect(self._activate)
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemChanged.connect(self._tell_renamed)

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on; None on a heading."""
        return _row_of(self.currentItem())

    def show_groups(self, groups: Iterable[Group], *, unfolded: bool) -> None:
        """Lists other groups. ``unfolded`` shows the rows of all; otherwise those of one's own only."""
        self.blockSignals(True)
        self.clear()
        for group in groups:
            heading = _heading(group)
            self.addTopLevelItem(heading)
            heading.setFirstColumnSpanned(True)
            heading.setExpanded(unfolded or group.title == OWN)
        self.blockSignals(False)
        self._choose_first()
        self.row_chosen.emit(self.row)

    def choose(self, kind: Kind, name: str) -> None:
        """Puts the cursor on a row, if it is there."""
        for item in self._items():
            row = _row_of(item)
            if row is not None and (row.kind, row.name) == (kind, name):
                self.setCurrentItem(item)

    def edit_name(self) -> None:
        """Lets the name of an own template be typed where it stands."""
        item, row = self.currentItem(), self.row
        if item is not None and row is not None and row.kind is Kind.OWN:
            self.setFocus()
            self.editItem(item, 0)

    def activate_current(self) -> None:
        """What Enter does: asks for an event, or folds a heading."""
        item = self.currentItem()
        if item is not None:
            self._activate(item, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.row is not None and self.row.kind is Kind.OWN:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _choose_first(self) -> None:
        usable = (item for item in self._items() if (row := _row_of(item)) is not None and row.usable)
        first = next(usable, None) or self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        iterator = QTreeWidgetItemIterator(self)
        while (item := iterator.value()) is not None:
            if item.parent() is not None:
                yield item
            iterator += 1

    def _activate(self, item: QTreeWidgetItem, _column: int) -> None:
        row = _row_of(item)
        if row is None:
            item.setExpanded(not item.isExpanded())
        elif row.usable:
            self.row_asked.emit(row)

    def _tell_chosen(self) -> None:
        self.row_chosen.emit(self.row)

    def _tell_renamed(self, item: QTreeWidgetItem, column: int) -> None:
        row = _row_of(item)
        if row is not None and row.kind is Kind.OWN and column == 0 and item.text(0) != row.name:
            self.renamed.emit(row.name, item.text(0))


def _heading(group: Group) -> QTreeWidgetItem:
    heading = QTreeWidgetItem([f"{group.title} · {group.note}" if group.note else group.title])
    font = heading.font(0)
    font.setBold(True)
    heading.setFont(0, font)
    for row in group.rows:
        item = QTreeWidgetItem([row.shown, row.says])
        item.setData(0, _ROW, row)
        item.setToolTip(0, row.shown)
        item.setToolTip(1, row.says)
        flags = item.flags()
        if row.kind is Kind.OWN:
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable)
        elif not row.usable:
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsEnabled)
        heading.addChild(item)
    return heading


def _row_of(item: QTreeWidgetItem | None) -> Row | None:
    row = item.data(0, _ROW) if item is not None else None
    return row if isinstance(row, Row) else None
