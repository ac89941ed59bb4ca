"""The coverage of the whole request, opened in place of the body: counted only while it is in sight."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonObject
from workbench.judging.batch_coverage import BatchCoverage, coverage_of
from workbench.judging.coverage import Coverage
from workbench.judging.rules.wording import counted
from workbench.ui.compose.coverage_bars import CoverageBars
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton, small_font

# A thousand events take some milliseconds to count: once the typing pauses, not at every key.
_PAUSE_MS = 120


class CoverageDetails(QWidget):
    """``payloads`` gives the events of the request as they would travel."""

    def __init__(
        self, *, contract: Contract, payloads: Callable[[], Iterable[JsonObject]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._contract = contract
        self._payloads = payloads
        self._selected: Coverage | None = None
        self._title = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._title.setFont(small_font(self.font()))
        self._copy = IconButton("copy", "Copy the coverage as text", parent=self)
        self._copy.setObjectName("coverage.copy")
        self.bars = CoverageBars(name="coverage.bars", parent=self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self._copy.clicked.connect(self._copy_text)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(heading)
        layout.addWidget(self.bars, 1)

    @property
    def title(self) -> str:
        """The line above the bars."""
        return self._title.text()

    def follow(self, selected: Coverage) -> None:
        """The request has changed; ``selected`` is the coverage of the event at hand."""
        self._selected = selected
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def _count(self) -> None:
        batch = coverage_of(self._payloads(), contract=self._contract)
        self._title.say(title_of(batch))
        self.bars.show_coverage(batch, of_one=self._selected)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.title}\n{self.bars.text}")


def title_of(batch: BatchCoverage) -> str:
    """``Coverage of 20 events: 64 % of what they could carry``."""
    return f"Coverage of {counted(batch.events, 'event')}: {batch.score:.0%} of the components, a count and no grade"
