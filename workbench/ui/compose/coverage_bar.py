"""Coverage of one event on the components of Pinterest's Event Quality Score: cells, and the same in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbench.judging.components import COMPONENTS
from workbench.judging.coverage import Coverage
from workbench.ui.look.tones import Tone, tones_of
from workbench.ui.look.widgets import ToneLabel, small_font

WORDS = {each.name: each.label for each in COMPONENTS}


class _Cells(QWidget):
    """Eleven cells, the filled ones in colour."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.coverage = Coverage(score=0, present=(), missing=())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_coverage(self, coverage: Coverage) -> None:
        if coverage != self.coverage:
            self.coverage = coverage
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 10)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = min(24.0, self.width() / len(WORDS))
        empty = self.palette().color(QPalette.ColorRole.Mid)
        filled = tones_of(self.palette()).colour(Tone.ACCENT)
        for index, name in enumerate(WORDS):
            painter.setBrush(filled if name in self.coverage.present else empty)
            painter.drawRoundedRect(QRectF(index * step, 1, step - 3, 8), 2, 2)
        painter.end()


class CoverageBar(QWidget):
    """Named ``coverage``; its accessible name is the sentence."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coverage")
        self._cells = _Cells(parent=self)
        self._text = ToneLabel(tone=Tone.MUTED, parent=self)
        self._text.setFont(small_font(self.font()))
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._cells)
        layout.addWidget(self._text)

    @property
    def coverage(self) -> Coverage:
        """What is shown."""
        return self._cells.coverage

    @property
    def text(self) -> str:
        """The coverage in words."""
        return self._text.text()

    def show_coverage(self, coverage: Coverage) -> None:
        """Shows which components an event carries."""
        self._cells.show_coverage(coverage)
        have = ", ".join(WORDS[name] for name in coverage.present) or "nothing yet"
        missing = ", ".join(WORDS[name] for name in coverage.missing)
        text = f"{len(coverage.present)} of {len(WORDS)}: {have}." + (f" Missing: {missing}." if missing else "")
        if text != self._text.text():
            self._text.setText(text)
            self.setAccessibleName(f"Coverage {text}")

    def show_words(self, shown: bool) -> None:
        """The words under the cells are spared while the same stands beside in full."""
        self._text.setVisible(shown)
