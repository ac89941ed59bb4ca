"""Repairs in the window: one, those of an event, those of all, each one step of undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.events.composition import Composition
from workbench.events.draft import Draft
from workbench.judging.judge import Judge
from workbench.judging.problem import Problem
from workbench.ui.compose.composer import Composer
from workbench.ui.compose.fixes import Fixes
from workbench.ui.compose.problem_delegate import FIX
from workbench.ui.compose.problems_list import ProblemsList
from workbench.ui.workbench import Workbench

CURRENCY, VALUE = "custom_data.currency", "custom_data.value"
SPOILT = {CURRENCY: "usd", VALUE: "66.95 €", "event_name": "purchase"}


@pytest.fixture
def fixes(composer: Composer, judge: Judge, contract: Contract) -> Fixes:
    """Fixes for three events, of which the last has only an id to generate."""
    composer.load(Composition((Draft({**SPOILT, "event_id": "a"}), Draft({**SPOILT, "event_id": "b"}), Draft())))
    return Fixes(composer=composer, judge=judge, contract=contract, fresh_id=lambda: "fresh", parent=composer)


def problem(composer: Composer, path: str) -> Problem:
    return next(each for each in composer.problems() if each.path == path)


def test_fixes_are_counted_here_and_everywhere(fixes: Fixes) -> None:
    assert fixes.here == 2
    assert fixes.everywhere == (5, 3)


def test_fixes_are_counted_anew_with_each_edit(fixes: Fixes, composer: Composer) -> None:
    composer.edit(CURRENCY, "USD")
    assert fixes.here == 1
    assert fixes.everywhere == (4, 3)


def test_fix_is_one_step_of_undo_and_redo(fixes: Fixes, composer: Composer) -> None:
    before = composer.composition
    fixes.fix(problem(composer, CURRENCY))
    assert composer.composition.current.text(CURRENCY) == "USD"
    composer.undo()
    assert composer.composition == before
    composer.redo()
    assert composer.composition.current.text(CURRENCY) == "USD"


def test_fix_selected_leaves_other_events_and_guesses_alone(fixes: Fixes, composer: Composer) -> None:
    fixes.fix_selected()
    first, second, _ = composer.composition.drafts
    assert (first.text(CURRENCY), first.text(VALUE), first.text("event_name")) == ("USD", "66.95", "purchase")
    assert second.text(CURRENCY) == "usd"


def test_fix_every_is_one_step_for_all_events(fixes: Fixes, composer: Composer, qtbot: QtBot) -> None:
    before = composer.composition
    with qtbot.waitSignal(fixes.done) as told:
        fixes.fix_every()
    assert told.args == ["5 fixes in 3 events. Ctrl+Z takes them back."]
    assert [each.text(CURRENCY) for each in composer.composition.drafts] == ["USD", "USD", ""]
    assert composer.composition.drafts[2].text("event_id") == "fresh"
    assert fixes.everywhere == (0, 0)
    composer.undo()
    assert composer.composition == before


def test_fix_every_judges_as_the_judge_does(fixes: Fixes, composer: Composer, judge: Judge) -> None:
    fixes.fix_every()
    assert list(composer.judgements) == [judge.event(each, now=composer.now()) for each in composer.composition.drafts]


def test_fixes_with_nothing_to_do_say_so_and_leave_no_step(fixes: Fixes, composer: Composer, qtbot: QtBot) -> None:
    fixes.fix_every()
    after = composer.composition
    with qtbot.waitSignal(fixes.done) as told:
        fixes.fix_every()
    assert told.args is not None
    assert "nothing to fix" in told.args[0]
    assert composer.composition is after


def spoil(workbench: Workbench, path: str, text: str) -> None:
    workbench.composer.load(Composition((workbench.composer.composition.current.with_value(path, text),)))


def test_window_fixes_with_the_button_under_the_field(workbench: Workbench) -> None:
    spoil(workbench, CURRENCY, "usd")
    buttons = [each for each in workbench.window.findChildren(QToolButton) if each.text() == "Use USD"]
    assert [each.accessibleName() for each in buttons] == ["Fix: Use USD"]
    buttons[0].click()
    assert workbench.composer.composition.current.text(CURRENCY) == "USD"
    assert buttons[0].isHidden()


def test_window_fixes_with_the_keys_in_a_field_and_takes_it_back_there(workbench: Workbench) -> None:
    spoil(workbench, CURRENCY, "usd")
    workbench.compose.go_to(CURRENCY)
    line = workbench.compose.form.focusWidget()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert workbench.composer.composition.current.text(CURRENCY) == "USD"
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workbench.composer.composition.current.text(CURRENCY) == "usd"


def test_window_fixes_with_a_click_on_the_button_in_the_list(workbench: Workbench) -> None:
    spoil(workbench, CURRENCY, "usd")
    problems = workbench.window.findChild(ProblemsList, "problems")
    assert isinstance(problems, ProblemsList)
    row = next(row for row in range(problems.count()) if problems.item(row).data(FIX) == "Use USD")
    item = problems.item(row)
    problems.scrollToItem(item)
    at = problems._delegate.button_rect(problems.visualItemRect(item), "Use USD").center()
    QTest.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert workbench.composer.composition.current.text(CURRENCY) == "USD"


def test_problem_whose_message_names_its_field_is_not_headed_by_it_again(workbench: Workbench) -> None:
    spoil(workbench, "event_name", "")
    problems = workbench.window.findChild(ProblemsList, "problems")
    assert isinstance(problems, ProblemsList)
    assert problems.item(0).text().startswith("Missing: Event name (event_name).")


def test_problem_whose_message_names_no_field_is_headed_by_it(workbench: Workbench) -> None:
    problems = workbench.window.findChild(ProblemsList, "problems")
    assert isinstance(problems, ProblemsList)
    assert problems.item(0).text().startswith("IP address: This address is reserved")


def test_window_says_what_it_fixed_until_the_next_change(workbench: Workbench) -> None:
    spoil(workbench, CURRENCY, "usd")
    workbench.compose.fix_selected()
    told = workbench.window.findChild(QLabel, "fix.told")
    assert isinstance(told, QLabel)
    assert told.text() == "1 fix. Ctrl+Z takes it back."
    assert not told.isHidden()
    workbench.composer.edit("event_id", "x")
    assert told.isHidden()


def test_window_offers_no_button_where_nothing_is_certain(workbench: Workbench) -> None:
    spoil(workbench, VALUE, "1,234")
    for name in ("fix.selected", "fix.every"):
        button = workbench.window.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        assert button.isHidden()
