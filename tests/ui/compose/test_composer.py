"""The owner of the request: edits, judgement, undo."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.contract.mode import Mode
from workbench.events.composition import Composition
from workbench.events.draft import Draft
from workbench.judging.judge import Judge
from workbench.ui.compose.composer import Composer


def test_composer_judges_each_edit_at_once(composer: Composer) -> None:
    composer.edit("user_data.em", ("Jane.Doe@Example.com",))
    assert composer.judgement.hashed["user_data.em[0]"].normalised == "jane.doe@example.com"


def test_composer_tells_an_edit(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.waitSignals([composer.edited, composer.judged]):
        composer.edit("event_name", "checkout")


def test_composer_does_not_reload_the_editors_on_an_edit(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(composer.reloaded):
        composer.edit("event_name", "checkout")


def test_composer_takes_keystrokes_in_one_field_back_in_one_step(composer: Composer) -> None:
    for text in ("c", "ch", "che"):
        composer.edit("event_name", text)
    composer.undo()
    assert composer.composition.current.text("event_name") == ""


def test_composer_undo_of_two_fields_takes_two_steps(composer: Composer) -> None:
    composer.edit("event_name", "checkout")
    composer.edit("action_source", "web")
    composer.undo()
    assert composer.composition.current.text("event_name") == "checkout"


def test_composer_redo_brings_the_change_back(composer: Composer) -> None:
    composer.edit("event_name", "checkout")
    composer.undo()
    composer.redo()
    assert composer.composition.current.text("event_name") == "checkout"


def test_composer_undo_brings_a_removed_event_back(composer: Composer) -> None:
    composer.add((Draft(values={"event_id": "kept"}),))
    composer.remove(1)
    composer.undo()
    assert composer.composition.current.text("event_id") == "kept"


def test_composer_with_nothing_to_undo_stays_as_it_is(composer: Composer) -> None:
    before = composer.composition
    composer.undo()
    assert composer.composition is before


def test_composer_puts_a_duplicate_id_on_the_event_that_repeats_it(composer: Composer) -> None:
    twin = Draft(values={"event_id": "same", "event_name": "checkout"})
    composer.load(Composition((twin, twin)))
    problems = [each for each in composer.problems(1) if each.path == "event_id"]
    assert problems


def test_composer_judges_the_batch_for_the_mode(composer: Composer) -> None:
    composer.load(Composition(tuple(Draft(values={"event_id": str(number)}) for number in range(21))))
    in_test = composer.request_problems
    composer.set_mode(Mode.LIVE)
    assert in_test
    assert not composer.request_problems


@pytest.mark.parametrize("index", [0, 1, 2])
def test_composer_keeps_judgements_beside_their_events(composer: Composer, index: int) -> None:
    composer.load(Composition(tuple(Draft(values={"event_id": name}) for name in "abc")))
    composer.remove(0)
    composer.undo()
    assert composer.judgements[index].payload["event_id"] == "abc"[index]


@pytest.fixture
def unasked(judge: Judge, qapp: QApplication) -> Composer:
    """A request that nobody has asked about yet."""
    return Composer(judge=lambda: judge, clock=lambda: 1_795_000_000.0, parent=qapp)


def test_composer_judges_nothing_before_somebody_asks(unasked: Composer, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(unasked.judged):
        unasked.load(Composition((Draft(values={"event_name": "checkout"}),)))
        unasked.set_mode(Mode.LIVE)
    assert not unasked.is_judged


def test_composer_judges_when_it_is_asked(unasked: Composer) -> None:
    unasked.load(Composition((Draft(values={"event_name": "checkout"}),)))
    assert unasked.judgement.payload["event_name"] == "checkout"
    assert unasked.is_judged


def test_composer_judges_with_the_first_edit(unasked: Composer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unasked.judged):
        unasked.edit("event_name", "checkout")
    assert unasked.is_judged
