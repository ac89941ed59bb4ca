"""Coverage as a bar and words for each component, of one event, a request or a capture, with what would help."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from workbench.judging.batch_coverage import BatchCoverage, coverage_lines
from workbench.judging.components import COMPONENTS, Component
from workbench.judging.coverage import Coverage
from workbench.ui.look.tones import Tone, tones_of
from workbench.ui.look.widgets import ToneLabel, small_font

_RESILIENT = "Resilient: they match even without cookies"
_OTHERS = "The others"
_HEIGHT = 8


class ShareBar(QWidget):
    """A share of 1 as the filled part of a bar; the words stand beside it."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_share(self, share: float, words: str) -> None:
        """Shows a share, which ``words`` say to those who do not see it."""
        self.setAccessibleName(words)
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, _HEIGHT + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(0.5, (self.height() - _HEIGHT) / 2, self.width() - 1, _HEIGHT)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark if self._share else QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(ground, 2, 2)
        if self._share:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones_of(self.palette()).colour(Tone.ACCENT))
            painter.drawRoundedRect(QRectF(ground.x(), ground.y(), ground.width() * self._share, _HEIGHT), 2, 2)
        painter.end()


@dataclass(frozen=True, slots=True)
class _Row:
    bar: ShareBar
    words: ToneLabel
    hint: ToneLabel


class CoverageBars(QScrollArea):
    """One row for each component: its name, a bar, how many events carry it, and what adding it would do.

    ``text`` is the same in lines, and what Ctrl+C copies. The keys scroll; each label can be selected with the mouse.
    """

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Coverage of each component")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWidgetResizable(True)
        self._text = ""
        self._inside = QWidget(self)
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(8, 8, 8, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._rows = {
            **self._section(_RESILIENT, [each for each in COMPONENTS if each.resilient]),
            **self._section(_OTHERS, [each for each in COMPONENTS if not each.resilient]),
        }
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.setWidget(self._inside)

    @property
    def text(self) -> str:
        """What is shown, in lines."""
        return self._text

    def show_coverage(self, batch: BatchCoverage, *, of_one: Coverage | None = None) -> None:
        """Shows the coverage of a batch. ``of_one`` marks what the event at hand carries, if there are others."""
        hints = {hint.component: hint.sentence for hint in batch.hints}
        marked = of_one if batch.events > 1 else None
        for component in COMPONENTS:
            row = self._rows[component.name]
            words = batch.words(component.name)
            if marked is not None and 0 < batch.share(component.name) < 1:
                words += " · in this one" if component.name in marked.present else " · not in this one"
            _say(row.words, words)
            row.bar.show_share(batch.share(component.name), f"{component.label}: {words}")
            hint = hints.get(component.name, "")
            _say(row.hint, hint)
            row.hint.setVisible(bool(hint))
        self._text = "\n".join(coverage_lines(batch))
        self.setAccessibleDescription(self._text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._text)
        else:
            super().keyPressEvent(event)

    def _section(self, title: str, components: list[Component]) -> dict[str, _Row]:
        heading = self._label(title, Tone.MUTED, small=True)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 3)
        return {each.name: self._row(each) for each in components}

    def _row(self, component: Component) -> _Row:
        at = self._grid.rowCount()
        row = _Row(
            bar=ShareBar(parent=self._inside),
            words=self._label("", Tone.PLAIN),
            hint=self._label("", Tone.MUTED, small=True),
        )
        row.hint.setWordWrap(True)
        self._grid.addWidget(self._label(component.label, Tone.PLAIN), at, 0)
        self._grid.addWidget(row.bar, at, 1)
        self._grid.addWidget(row.words, at, 2)
        self._grid.addWidget(row.hint, at + 1, 0, 1, 3)
        return row

    def _label(self, text: str, tone: Tone, *, small: bool = False) -> ToneLabel:
        label = ToneLabel(text, tone=tone, parent=self._inside)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if small:
            label.setFont(small_font(self.font()))
        return label


def _say(label: ToneLabel, text: str) -> None:
    if text != label.text():
        label.setText(text)
