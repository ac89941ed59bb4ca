"""Settings: how the window looks, how it sends, and where things are kept."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.ground.paths import AppPaths
from workbench.ui.compose.text_editors import Choice
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel, heading_font
from workbench.ui.preferences import AT_ONCE, SCHEMES, TEXT_SIZES, Preferences

_SCHEME_WORDS = {"system": "As the system", "light": "Light", "dark": "Dark"}


class SettingsPage(QWidget):
    """Colours change at once, the text size at the next start, when everything is laid out anew."""

    changed = Signal(object)

    def __init__(self, *, preferences: Preferences, paths: AppPaths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        heading = ToneLabel("Settings", parent=self)
        heading.setFont(heading_font(self.font()))
        self._scheme = Choice(name="settings.scheme", label="Colours", parent=self)
        for name in SCHEMES:
            self._scheme.addItem(_SCHEME_WORDS[name], name)
        self._scheme.setCurrentIndex(SCHEMES.index(preferences.scheme))
        self._size = Choice(name="settings.text_size", label="Text size", parent=self)
        for size in TEXT_SIZES:
            self._size.addItem(f"{size} %", size)
        self._size.setToolTip("Takes effect when the window is opened next.")
        later = ToneLabel("The text size takes effect when the window is opened next.", tone=Tone.MUTED, parent=self)
        self._size.setCurrentIndex(TEXT_SIZES.index(preferences.text_size))
        self._at_once = Choice(name="settings.at_once", label="Requests at once", parent=self)
        for number in AT_ONCE:
            self._at_once.addItem("One after the other" if number == 1 else f"Up to {number}", number)
        self._at_once.setCurrentIndex(AT_ONCE.index(preferences.at_once))
        many = ToneLabel(
            "A send of more events than one request takes becomes several requests.", tone=Tone.MUTED, parent=self
        )
        form = QFormLayout()
        folder = self._selectable(str(paths.data))
        for words in (later, many, folder):
            words.setWordWrap(True)
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for choice in (self._scheme, self._size, self._at_once):
            # Read in full in any text size: there are few of them, and room.
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        form.addRow("&Colours", self._scheme)
        form.addRow("Te&xt size", self._size)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("", later)
        form.addRow("&Requests at once", self._at_once)
        form.addRow("", many)
        form.addRow("Data folder", folder)
        promise = ToneLabel(
            "In the data folder: the history of what was sent (digests, never plain match keys), the names and ids of "
            "ad accounts, your own templates, and these settings. Tokens are in this system's keyring, or in memory "
            "until the window closes. The program contacts no host but the one you send to.",
            tone=Tone.MUTED,
            parent=self,
        )
        promise.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(promise)
        layout.addStretch(1)
        self._scheme.currentIndexChanged.connect(self._tell)
        self._size.currentIndexChanged.connect(self._tell)
        self._at_once.currentIndexChanged.connect(self._tell)

    def _selectable(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _tell(self) -> None:
        self._preferences = replace(
            self._preferences,
            scheme=self._scheme.currentData(),
            text_size=self._size.currentData(),
            at_once=self._at_once.currentData(),
        )
        self.changed.emit(self._preferences)
