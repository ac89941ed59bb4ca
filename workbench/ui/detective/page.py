"""The detective page: one pair, or many."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.judging.detective.detective import Detective
from workbench.ui.background import Background
from workbench.ui.detective.many_pairs import ManyPairs
from workbench.ui.detective.one_pair import OnePair


class DetectivePage(QWidget):
    """What is typed here is held by the editors alone, and forgotten with them."""

    def __init__(self, *, contract: Contract, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        detective = Detective(contract=contract)
        self.one = OnePair(detective=detective, parent=self)
        self.many = ManyPairs(detective=detective, background=background, parent=self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("detective.tabs")
        self.tabs.setAccessibleName("One digest or many pairs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.one, "One digest")
        self.tabs.addTab(self.many, "Many pairs")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        background.run(detective.warm_up, receiver=self, done=_ready, failed=_ready)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.tabs.currentWidget() is self.one:
            self.one.digest.setFocus()


def _ready(_result: object) -> None:
    """The libraries are loaded, or will be when they are needed."""
