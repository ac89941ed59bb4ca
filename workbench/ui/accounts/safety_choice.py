"""How careful a live send has to be: three levels, each with a sentence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from workbench.accounts.account import Safety
from workbench.ui.accounts.words import SAFETY_MEANING, SAFETY_WORDS
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel


class SafetyChoice(QWidget):
    """Three radio buttons named ``accounts.safety.LEVEL``. ``chosen`` follows a choice by the user."""

    chosen = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Safety, QRadioButton] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        for row, safety in enumerate(Safety):
            button = QRadioButton(SAFETY_WORDS[safety], self)
            button.setObjectName(f"accounts.safety.{safety.value}")
            button.setAccessibleDescription(SAFETY_MEANING[safety])
            meaning = ToneLabel(SAFETY_MEANING[safety], tone=Tone.MUTED, parent=self)
            meaning.setWordWrap(True)
            layout.addWidget(button, row, 0)
            layout.addWidget(meaning, row, 1)
            self._group.addButton(button)
            self._buttons[safety] = button
        self._group.buttonClicked.connect(self.chosen)

    @property
    def safety(self) -> Safety:
        """The chosen level; the safest while none is."""
        return next((each for each, button in self._buttons.items() if button.isChecked()), Safety.TEST_ONLY)

    def show_safety(self, safety: Safety) -> None:
        """Chooses a level without telling anyone."""
        self._buttons[safety].setChecked(True)
