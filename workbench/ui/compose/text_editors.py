"""Editors for one text: a line, a choice, an id that can be renewed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from workbench.ui.look.widgets import IconButton

# A longer text is no field value; without a bound a pasted file would freeze the line.
LINE_LIMIT = 100_000


class Line(QLineEdit):
    """A line edit that tells every change, typed or set."""

    def __init__(self, *, name: str, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(hint)
        self.setMaxLength(LINE_LIMIT)

    def event(self, event: QEvent) -> bool:
        # With nothing typed to take back, the keys are for the request: a fix is undone where the cursor happens to be.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            idle_undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            idle_redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if idle_undo or idle_redo:
                event.ignore()
                return True
        return super().event(event)


class Choice(QComboBox):
    """A combo box that the wheel does not change in passing: only when it has the focus."""

    def __init__(self, *, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TextEditor(QWidget):
    """One line of text at one path."""

    edited = Signal(str, object)

    def __init__(self, *, path: str, label: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.line = Line(name=path, label=label, hint=example, parent=self)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(4)
        self._across.addWidget(self.line)
        self.line.textChanged.connect(self._tell)

    def show_value(self, typed: str) -> None:
        """Shows a text without telling anyone."""
        if self.line.text() != typed:
            self.line.blockSignals(True)
            self.line.setText(typed)
            self.line.setCursorPosition(0)
            self.line.blockSignals(False)

    def target(self) -> QWidget:
        """The widget that takes the keys."""
        return self.line

    def _tell(self, text: str) -> None:
        self.edited.emit(self._path, text)


class IdEditor(TextEditor):
    """A text with a button that makes a fresh one."""

    def __init__(
        self, *, path: str, label: str, example: str, fresh: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(path=path, label=label, example=example, parent=parent)
        self._fresh = fresh
        button = IconButton("renew", f"New {label.lower()}", parent=self)
        button.setObjectName(f"{path}.renew")
        button.clicked.connect(self._renew)
        self._across.addWidget(button)

    def _renew(self) -> None:
        self.line.setText(self._fresh())


class ChoiceEditor(QWidget):
    """One of several words at one path; with ``free`` any other word may be typed."""

    edited = Signal(str, object)

    def __init__(
        self,
        *,
        path: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        free: bool = False,
        example: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self.box = Choice(name=path, label=label, parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        if not free:
            self.box.addItem("", "")
        for word, explained in choices:
            self.box.addItem(word, word)
            self.box.setItemData(self.box.count() - 1, explained, Qt.ItemDataRole.ToolTipRole)
        if free:
            line = QLineEdit(self.box)
            line.setPlaceholderText(example)
            line.setMaxLength(LINE_LIMIT)
            line.setAccessibleName(label)
            self.box.setLineEdit(line)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.box.setCurrentIndex(-1)
        self.box.currentTextChanged.connect(self._tell)

    def show_value(self, typed: str) -> None:
        """Shows a word without telling anyone; a word outside the list is added so that it can be seen."""
        if self.box.currentText() == typed:
            return
        self.box.blockSignals(True)
        index = self.box.findText(typed, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        if self.box.isEditable():
            self.box.setCurrentIndex(index)
            self.box.setEditText(typed)
        else:
            if index < 0:
                self.box.addItem(typed, typed)
                index = self.box.count() - 1
            self.box.setCurrentIndex(index)
        self.box.blockSignals(False)

    def target(self) -> QWidget:
        """The widget that takes the keys."""
        return self.box

    def _tell(self, text: str) -> None:
        self.edited.emit(self._path, text)
