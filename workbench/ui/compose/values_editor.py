"""Several values at one path, each with its digest when the field is hashed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.compose.notes import DigestNote
from workbench.ui.compose.text_editors import Line
from workbench.ui.look.widgets import IconButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.judging.judgement import Hashed


class _ValueRow(QWidget):
    """One value: its line, its button and its digest."""

    changed = Signal()
    pressed = Signal(object)

    def __init__(self, *, path: str, label: str, example: str, hashed: bool, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        first = index == 0
        self.line = Line(
            name=path if first else f"{path}[{index}]",
            label=label if first else f"{label}, value {index + 1}",
            hint=example if first else "",
            parent=self,
        )
        verb = f"Add another value to {label}" if first else f"Remove value {index + 1} of {label}"
        self.button = IconButton("plus" if first else "minus", verb, parent=self)
        self.digest = DigestNote(label=label, parent=self) if hashed else None
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self.line)
        across.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(across)
        if self.digest is not None:
            layout.addWidget(self.digest)
        self.line.textChanged.connect(self.changed)
        self.button.clicked.connect(self._press)

    def _press(self) -> None:
        self.pressed.emit(self)


class ValuesEditor(QWidget):
    """One line for each value. The first carries the field's wire path as its object name."""

    edited = Signal(str, object)

    def __init__(
        self, *, path: str, label: str, example: str, hashed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._label = label
        self._example = example
        self._hashed = hashed
        self._rows: list[_ValueRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._append("")

    @property
    def texts(self) -> tuple[str, ...]:
        """The values as typed, blank ones included."""
        return tuple(row.line.text() for row in self._rows)

    def show_value(self, typed: str | tuple[str, ...]) -> None:
        """Shows values without telling anyone."""
        texts = (typed,) if isinstance(typed, str) else typed or ("",)
        while len(self._rows) > max(1, len(texts)):
            self._discard(self._rows[-1])
        while len(self._rows) < len(texts):
            self._append("")
        for row, text in zip(self._rows, texts, strict=True):
            if row.line.text() != text:
                row.line.blockSignals(True)
                row.line.setText(text)
                row.line.setCursorPosition(0)
                row.line.blockSignals(False)

    def show_hashed(self, hashed: "Mapping[str, Hashed]") -> None:
        """Shows what each value becomes; ``hashed`` is keyed by indexed path."""
        for index, row in enumerate(self._rows):
            if row.digest is not None:
                row.digest.show_hashed(hashed.get(f"{self._path}[{index}]"))

    def target(self, index: int = 0) -> QWidget:
        """The widget that takes the keys for one value."""
        return self._rows[min(index, len(self._rows) - 1)].line

    def _append(self, text: str) -> None:
        row = _ValueRow(
            path=self._path,
            label=self._label,
            example=self._example,
            hashed=self._hashed,
            index=len(self._rows),
            parent=self,
        )
        row.line.setText(text)
        row.changed.connect(self._tell)
        row.pressed.connect(self._press)
        self._rows.append(row)
        self._layout.addWidget(row)

    def _press(self, row: _ValueRow) -> None:
        if row is self._rows[0]:
            self._append("")
            self._rows[-1].line.setFocus()
        else:
            # The last line goes and the texts move up: object names keep matching their index.
            at = self._rows.index(row)
            texts = [text for index, text in enumerate(self.texts) if index != at]
            self.show_value(tuple(texts))
            self._rows[min(at, len(self._rows) - 1)].line.setFocus()
        self._tell()

    def _discard(self, row: _ValueRow) -> None:
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self) -> None:
        texts = self.texts
        self.edited.emit(self._path, texts if any(texts) or len(texts) > 1 else ())
