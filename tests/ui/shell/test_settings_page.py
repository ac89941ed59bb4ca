"""The settings page: every choice can be read in full."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from workbench.ground.paths import AppPaths
from workbench.ui.preferences import Preferences
from workbench.ui.shell.settings_page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> SettingsPage:
    """Shown in the smallest window, at twice the size of the text."""
    page = SettingsPage(preferences=replace(Preferences(), text_size=200), paths=AppPaths(data=tmp_path / "data"))
    font = page.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    page.setFont(font)
    qtbot.addWidget(page)
    page.resize(1024, 600)
    page.show()
    return page


@pytest.mark.parametrize("name", ["settings.scheme", "settings.text_size", "settings.at_once"])
def test_settings_choice_shows_its_longest_word(page: SettingsPage, name: str) -> None:
    choice = page.findChild(QComboBox, name)
    assert isinstance(choice, QComboBox)
    words = [choice.itemText(index) for index in range(choice.count())]
    assert choice.width() > max(choice.fontMetrics().horizontalAdvance(each) for each in words)


def test_settings_words_are_not_cut_off(page: SettingsPage) -> None:
    for label in page.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
        assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
