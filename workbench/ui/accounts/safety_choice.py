"""How careful a live send has to be: three levels, each with a sentence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from workbench.accounts.account import Safety
from workbench.ui.accounts.words import SAFETY_MEANING, SAFETY_WORDS
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, small_font

_WORDS = QStyle.SubElement.SE_RadioButtonContents


class SafetyChoice(QWidget):
    """Three radio buttons named ``accounts.safety.LEVEL``. ``chosen`` follows a choice by the user."""

    chosen = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Safety, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for safety in Safety:
            button = QRadioButton(SAFETY_WORDS[safety], self)
            button.setObjectName(f"accounts.safety.{safety.value}")
            button.setAccessibleDescription(SAFETY_MEANING[safety])
            meaning = ToneLabel(SAFETY_MEANING[safety], tone=Tone.MUTED, parent=self)
            meaning.setFont(small_font(self.font()))
            meaning.setWordWrap(True)
            # In line with the words of the button above it.
            meaning.setIndent(self.style().subElementRect(_WORDS, QStyleOptionButton(), button).left())
            layout.addWidget(button)
            layout.addWidget(meaning)
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
