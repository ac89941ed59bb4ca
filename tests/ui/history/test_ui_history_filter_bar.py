"""What the filter asks for, and when."""

from datetime import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.query import Query
from workbench.ui.history.filter_bar import DEBOUNCE_MS, FIRST_DEBOUNCE_MS, FilterBar


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    """A filter in sight, as wide as the page in the smallest window."""
    bar = FilterBar(clock=lambda: datetime(2026, 11, 22, 14).astimezone().timestamp())
    qtbot.addWidget(bar)
    bar.resize(976, 72)
    bar.show()
    return bar


def count_text(bar: FilterBar) -> str:
    """What the count says."""
    label = bar.findChild(QLabel, "history.count")
    assert isinstance(label, QLabel)
    return label.text()


def test_filter_asks_for_everything_at_first(bar: FilterBar) -> None:
    assert bar.query == Query()


def test_filter_line_says_what_is_searched(bar: FilterBar) -> None:
    said = bar.line.placeholderText().lower()

    assert all(word in said for word in ("event id", "event name", "account", "message"))


def test_filter_tells_typing_once_it_pauses(qtbot: QtBot, bar: FilterBar) -> None:
    told: list[str] = []
    bar.changed.connect(lambda: told.append(bar.query.text))

    QTest.keyClicks(bar.line, "o-1042")
    before_the_pause = list(told)
    qtbot.waitUntil(lambda: bool(told))

    assert before_the_pause == []
    assert told == ["o-1042"]


def test_filter_tells_a_choice_at_once(bar: FilterBar) -> None:
    told: list[Query] = []
    bar.changed.connect(lambda: told.append(bar.query))

    bar.mode.setCurrentText("LIVE")
    bar.state.setCurrentText("partly failed")

    assert told == [Query(mode=Mode.LIVE), Query(mode=Mode.LIVE, state=State.PARTLY_FAILED)]


def test_filter_tells_typing_and_a_choice_made_right_after_it_once(bar: FilterBar) -> None:
    told: list[Query] = []
    bar.changed.connect(lambda: told.append(bar.query))
    QTest.keyClicks(bar.line, "o-1")

    bar.mode.setCurrentText("TEST")

    assert told == [Query(text="o-1", mode=Mode.TEST)]
    assert not bar._typed.isActive()


def test_filter_is_left_with_the_enter_key_and_tells_what_was_typed(qtbot: QtBot, bar: FilterBar) -> None:
    QTest.keyClicks(bar.line, "o-1")

    with qtbot.waitSignals([bar.changed, bar.left], order="strict", timeout=100):
        QTest.keyClick(bar.line, Qt.Key.Key_Return)


def test_filter_offers_each_mode_and_state_in_words(bar: FilterBar) -> None:
    assert bar.mode.count() == 1 + len(Mode)
    assert [bar.state.itemText(at) for at in (1, 3)] == ["pending", "processed with warnings"]


def test_filter_asks_for_the_chosen_account(bar: FilterBar) -> None:
    bar.show_accounts(("Shop EU", "Shop US"))

    bar.account.setCurrentText("Shop US")

    assert bar.query.account == "Shop US"


def test_filter_keeps_the_chosen_account_when_others_appear(qtbot: QtBot, bar: FilterBar) -> None:
    bar.show_accounts(("Shop EU",))
    bar.account.setCurrentText("Shop EU")

    with qtbot.assertNotEmitted(bar.changed):
        bar.show_accounts(("Arena", "Shop EU"))

    assert bar.query.account == "Shop EU"


def test_filter_keeps_the_chosen_account_when_its_last_send_is_deleted(bar: FilterBar) -> None:
    bar.show_accounts(("Shop EU",))
    bar.account.setCurrentText("Shop EU")

    bar.show_accounts(())

    assert bar.query.account == "Shop EU"


def test_filter_is_cleared_without_telling_anyone(qtbot: QtBot, bar: FilterBar) -> None:
    bar.line.setText("o-1")
    bar.mode.setCurrentText("LIVE")
    bar.period.choice.setCurrentText("Today")

    with qtbot.assertNotEmitted(bar.changed, wait=200):
        bar.clear()

    assert bar.query == Query()


@pytest.mark.parametrize(
    ("count", "total", "text"),
    [(37, 12_408, "37 of 12,408 sends"), (12_408, 12_408, "12,408 sends"), (1, 1, "1 send"), (0, 1, "0 of 1 send")],
)
def test_filter_counts_what_matches(bar: FilterBar, count: int, total: int, text: str) -> None:
    bar.show_count(count, total)

    assert count_text(bar) == text


def test_filter_choices_stand_in_one_line_where_there_is_room(bar: FilterBar) -> None:
    tops = {choice.geometry().center().y() for choice in (bar.mode, bar.state, bar.account, bar.event_name)}

    assert len(tops) == 1
    assert bar.period.geometry().right() < bar.width()


def test_filter_choices_break_where_large_text_leaves_no_room(qtbot: QtBot, bar: FilterBar) -> None:
    font = QFont(bar.font())
    font.setPointSizeF(font.pointSizeF() * 2)

    bar.setFont(font)

    qtbot.waitUntil(lambda: bar.period.geometry().top() > bar.mode.geometry().bottom())
    assert bar.minimumSizeHint().width() <= 976


def test_filter_asks_for_the_chosen_event(bar: FilterBar) -> None:
    bar.show_events(("checkout", "lead"))

    bar.event_name.setCurrentText("lead")

    assert bar.query == Query(event="lead")


def test_filter_asks_for_the_sends_of_today(bar: FilterBar) -> None:
    bar.period.choice.setCurrentText("Today")

    assert bar.query == Query(since=datetime(2026, 11, 22).astimezone().timestamp())


def test_filter_asks_for_the_days_from_one_to_another(bar: FilterBar) -> None:
    bar.period.choice.setCurrentText("From – to")
    bar.period.first.setDate(QDate(2026, 11, 20))
    bar.period.last.setDate(QDate(2026, 11, 21))

    since, until = datetime(2026, 11, 20).astimezone(), datetime(2026, 11, 22).astimezone()
    assert bar.query == Query(since=since.timestamp(), until=until.timestamp())


def test_filter_shows_days_only_for_a_range(bar: FilterBar) -> None:
    before = bar.period.first.isVisible()
    bar.period.choice.setCurrentText("From – to")

    assert (before, bar.period.first.isVisible(), bar.period.last.isVisible()) == (False, True, True)


def test_filter_waits_longer_after_the_first_character(bar: FilterBar) -> None:
    QTest.keyClicks(bar.line, "o")
    first = bar._typed.interval()
    QTest.keyClicks(bar.line, "-")

    assert (first, bar._typed.interval()) == (FIRST_DEBOUNCE_MS, DEBOUNCE_MS)


def test_filter_takes_no_text_that_the_history_would_refuse(bar: FilterBar) -> None:
    bar.line.setText("x" * 5000)

    assert bar.query.text == "x" * 200
