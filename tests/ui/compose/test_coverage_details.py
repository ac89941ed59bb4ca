"""Coverage in full: bars, words and hints for the whole request."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.events.templates import from_template
from workbench.ground.json_types import JsonObject
from workbench.judging.batch_coverage import coverage_of
from workbench.judging.components import COMPONENTS
from workbench.judging.coverage import coverage
from workbench.ui.compose.coverage_bars import CoverageBars, ShareBar
from workbench.ui.workbench import Workbench

WEB: JsonObject = {"event_name": "checkout", "action_source": "web", "event_id": "o-1", "user_data": {"em": ["d"]}}


@pytest.fixture
def bars(qtbot: QtBot) -> CoverageBars:
    """Bars in sight."""
    bars = CoverageBars(name="bars")
    qtbot.addWidget(bars)
    bars.resize(420, 300)
    bars.show()
    return bars


def texts(widget: QWidget) -> list[str]:
    """What the labels say."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()]


def bar_names(bars: CoverageBars) -> list[str]:
    return [bar.accessibleName() for bar in bars.findChildren(ShareBar)]


def test_bars_say_for_each_component_how_many_events_carry_it(bars: CoverageBars, contract: Contract) -> None:
    bars.show_coverage(coverage_of([WEB, {}], contract=contract))
    assert bar_names(bars)[0] == "e-mail: 1 of 2 events"
    assert len(bar_names(bars)) == len(COMPONENTS)
    assert "1 of 2 events" in texts(bars)


def test_bars_can_be_read_as_text(bars: CoverageBars, contract: Contract) -> None:
    bars.show_coverage(coverage_of([WEB], contract=contract))
    assert bars.text.splitlines()[0] == "e-mail: carried"
    assert "Adding click_id would let Pinterest join the event" in bars.accessibleDescription()


def test_bars_are_copied_by_the_keyboard(bars: CoverageBars, contract: Contract) -> None:
    bars.show_coverage(coverage_of([WEB], contract=contract))
    QTest.keyClick(bars, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == bars.text


def test_bars_labels_can_be_selected(bars: CoverageBars) -> None:
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert all(label.textInteractionFlags() & selectable for label in bars.findChildren(QLabel))


def test_bars_say_what_would_help_under_what_is_missing(bars: CoverageBars, contract: Contract) -> None:
    bars.show_coverage(coverage_of([WEB], contract=contract))
    hints = [text for text in texts(bars) if text.startswith("Adding ")]
    assert hints[0].startswith("Adding external_id would ")
    assert not any("hashed_maids" in hint for hint in hints)


def test_bars_of_a_request_mark_the_event_at_hand(bars: CoverageBars, contract: Contract) -> None:
    bars.show_coverage(coverage_of([WEB, {}], contract=contract), of_one=coverage(WEB))
    assert "1 of 2 events · in this one" in texts(bars)
    bars.show_coverage(coverage_of([WEB, {}], contract=contract), of_one=coverage({}))
    assert "1 of 2 events · not in this one" in texts(bars)


def test_bars_mark_nothing_that_every_event_or_none_carries(bars: CoverageBars, contract: Contract) -> None:
    bars.show_coverage(coverage_of([WEB, WEB], contract=contract), of_one=coverage(WEB))
    assert not any("this one" in text for text in texts(bars))


def test_bars_are_drawn_to_their_share(bars: CoverageBars, contract: Contract) -> None:
    bars.show_coverage(coverage_of([WEB, {}], contract=contract))
    bar = bars.findChildren(ShareBar)[0]
    drawn = bar.grab().toImage()
    middle = drawn.height() // 2
    left, right = drawn.pixelColor(drawn.width() // 4, middle), drawn.pixelColor(drawn.width() * 3 // 4, middle)
    assert left.name() != right.name()


@pytest.fixture
def opened(workbench: Workbench, contract: Contract, qtbot: QtBot) -> Callable[[], list[str]]:
    """The window with two events and the coverage opened; called, it gives the lines of the bars."""
    second = from_template("signup", now=1_795_000_000, event_id="s-1", contract=contract)
    workbench.composer.add((second.with_value("user_data.click_id", ""),))
    QTest.keyClick(workbench.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    bars = workbench.window.findChild(CoverageBars, "coverage.bars")
    assert isinstance(bars, CoverageBars)
    qtbot.waitUntil(bars.isVisible)

    def lines() -> list[str]:
        return bars.text.splitlines()

    return lines


def test_details_are_opened_by_the_keyboard_and_count_the_whole_request(opened: Callable[[], list[str]]) -> None:
    assert "click ID: 1 of 2 events" in opened()


def test_details_follow_the_typing(opened: Callable[[], list[str]], workbench: Workbench, qtbot: QtBot) -> None:
    workbench.composer.edit("user_data.click_id", "dj0yJnU9ZXhhbXBsZS1jbGljayZuPXdvcmtiZW5jaCZ0PUFBQUFBQQ")
    qtbot.waitUntil(lambda: "click ID: 2 of 2 events" in opened())


def test_details_are_copied_as_text(opened: Callable[[], list[str]], workbench: Workbench) -> None:
    button = workbench.window.findChild(QAbstractButton, "coverage.copy")
    assert isinstance(button, QAbstractButton)
    button.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Coverage of 2 events: ")
    assert copied[1:] == opened()


def test_details_give_the_body_back(opened: Callable[[], list[str]], workbench: Workbench) -> None:
    assert opened()
    body = workbench.window.findChild(QPlainTextEdit, "payload")
    button = workbench.window.findChild(QAbstractButton, "coverage.details")
    assert isinstance(body, QPlainTextEdit)
    assert isinstance(button, QAbstractButton)
    assert not body.isVisible()
    button.click()
    assert body.isVisible()


def test_details_button_is_reached_by_the_tab_key(workbench: Workbench) -> None:
    button = workbench.window.findChild(QAbstractButton, "coverage.details")
    assert isinstance(button, QAbstractButton)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert button.accessibleName()


def test_details_leave_the_window_small_enough(opened: Callable[[], list[str]], workbench: Workbench) -> None:
    assert opened()
    hint = workbench.window.minimumSizeHint()
    assert (hint.width() <= 1024, hint.height() <= 700) == (True, True)
