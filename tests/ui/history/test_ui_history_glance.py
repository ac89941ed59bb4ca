"""The picture of the last sends, and what it says in words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.history.sends import Send
from workbench.events.outcome import Outcome, State
from workbench.history.store import History
from workbench.ui.history.glance import MOST, Glance, read_glance, words_of
from workbench.ui.history.glance_picture import GlancePicture


@pytest.fixture
def picture(qtbot: QtBot) -> GlancePicture:
    """A picture in sight."""
    picture = GlancePicture()
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    picture.show()
    return picture


def took(state: State, elapsed: float | None) -> Outcome:
    """An outcome."""
    return Outcome(state, "", "", 200, elapsed=elapsed)


def drawn(picture: GlancePicture, glance: Glance) -> QImage:
    """What is painted of some sends."""
    picture.show_glance(glance)
    return picture.grab().toImage()


def test_glance_has_the_last_fifty_sends_the_oldest_first(history: History, send: Send) -> None:
    ids = [send() for _ in range(MOST + 2)]

    assert [row.id for row in read_glance(history).rows] == ids[2:]


def test_glance_counts_each_state_and_tells_the_middle_time(history: History, send: Send) -> None:
    for elapsed in (0.1, 0.12, 0.9):
        send(state=State.PROCESSED, outcome=took(State.PROCESSED, elapsed))
    send(state=State.FAILED, outcome=took(State.FAILED, None))

    assert read_glance(history).words == "Last 4 sends: 3 processed, 1 failed; median 120 ms."


def test_glance_of_nothing_says_so(history: History) -> None:
    assert read_glance(history).words == "No sends yet."


def test_picture_says_the_same_to_those_who_do_not_see_it(picture: GlancePicture, history: History, send: Send) -> None:
    send()
    glance = read_glance(history)
    picture.show_glance(glance)

    assert (picture.accessibleName(), picture.accessibleDescription()) == ("The last sends", glance.words)


def test_picture_tells_one_send_by_keys_and_brings_it(
    qtbot: QtBot, picture: GlancePicture, history: History, send: Send
) -> None:
    older, _ = send("o-1"), send("o-2")
    picture.show_glance(read_glance(history))
    QTest.keyClick(picture, Qt.Key.Key_Left)
    newest = picture.accessibleDescription()
    QTest.keyClick(picture, Qt.Key.Key_Left)

    with qtbot.waitSignal(picture.chosen) as chosen:
        QTest.keyClick(picture, Qt.Key.Key_Return)

    rows = read_glance(history).rows
    assert (newest, picture.accessibleDescription()) == (words_of(rows[1]), words_of(rows[0]))
    assert chosen.args == [older]


def test_picture_brings_the_send_that_is_clicked(
    qtbot: QtBot, picture: GlancePicture, history: History, send: Send
) -> None:
    newest = [send(), send()][1]
    picture.show_glance(read_glance(history))

    with qtbot.waitSignal(picture.chosen) as chosen:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(picture.width() - 3, 5))

    assert chosen.args == [newest]


def test_picture_does_nothing_where_no_send_is(
    qtbot: QtBot, picture: GlancePicture, history: History, send: Send
) -> None:
    send()
    picture.show_glance(read_glance(history))

    with qtbot.assertNotEmitted(picture.chosen):
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(3, 5))


def test_picture_tells_states_apart_without_colour(picture: GlancePicture, history: History, send: Send) -> None:
    shapes = set()
    for state in (State.PROCESSED, State.WARNINGS, State.FAILED, State.UNKNOWN):
        send(state=state, outcome=took(state, 0.2))
        image = drawn(picture, Glance(read_glance(history).rows[-1:]))
        empty = drawn(picture, Glance()).pixelColor(2, 2)
        columns, rows = range(image.width() - 8, image.width()), range(image.height())
        shapes.add(tuple(image.pixelColor(x, y) != empty for x in columns for y in rows))

    assert len(shapes) == 4
