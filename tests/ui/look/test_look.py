"""Colours that can be read, icons that are there."""

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.ground.resources import resource, resources_root
from workbench.ui.look.icons import icon
from workbench.ui.look.palettes import Scheme, dress, palette_for
from workbench.ui.look.tones import DARK, LIGHT, Tone, contrast, is_dark, tones_of
from workbench.ui.look.widgets import ElidedLabel, ToneLabel

READABLE = 4.5


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("role", [QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button])
@pytest.mark.parametrize(("scheme", "tones"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_tone_is_readable_on_every_ground(scheme: Scheme, tones: object, role: QPalette.ColorRole, tone: Tone) -> None:
    palette = palette_for(scheme)
    assert tones_of(palette) is tones
    assert contrast(tones_of(palette).colour(tone), palette.color(role)) >= READABLE


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_palette_text_is_readable(scheme: Scheme) -> None:
    palette, roles = palette_for(scheme), QPalette.ColorRole
    pairs = [(roles.WindowText, roles.Window), (roles.Text, roles.Base), (roles.ButtonText, roles.Button)]
    pairs += [(roles.HighlightedText, roles.Highlight), (roles.ToolTipText, roles.ToolTipBase)]
    assert all(contrast(palette.color(text), palette.color(ground)) >= READABLE for text, ground in pairs)


def test_palette_of_dark_is_dark() -> None:
    assert is_dark(palette_for(Scheme.DARK))
    assert not is_dark(palette_for(Scheme.LIGHT))


def test_label_follows_a_change_of_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, Scheme.LIGHT)
    label = ToneLabel("x", tone=Tone.ERROR)
    qtbot.addWidget(label)
    label.show()
    dress(qapp, Scheme.DARK)
    qapp.processEvents()
    try:
        assert label.palette().color(QPalette.ColorRole.WindowText) == DARK.colour(Tone.ERROR)
    finally:
        dress(qapp, Scheme.LIGHT)


def test_elided_label_keeps_the_whole_text_in_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.say("a long sentence", Tone.ERROR)
    assert label.toolTip() == "a long sentence"


def test_icons_named_in_the_code_are_all_there() -> None:
    package = resources_root().parent / "workbench" / "ui"
    named = re.compile(r'(?:IconButton|IconLabel|icon|show_icon|set_icon)\(\s*"([a-z_]+)"')
    names = {name for file in package.rglob("*.py") for name in named.findall(file.read_text(encoding="utf-8"))}
    missing = [name for name in names if not resource(f"icons/{name}.svg").is_file()]
    assert names
    assert not missing


def test_icon_is_drawn_in_its_tone(qapp: QApplication) -> None:
    image = icon("stop", qapp.palette(), Tone.ERROR).pixmap(32, 32).toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250
    }
    assert tones_of(qapp.palette()).colour(Tone.ERROR).name() in colours
