"""The windowed table of rows."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.history.sends import MANY, Send, Watched
from workbench.events.outcome import State
from workbench.ground.errors import MachineError
from workbench.history.query import Query
from workbench.ui.background import Background
from workbench.ui.history.columns import COLUMNS, STATE
from workbench.ui.history.history_model import MOST_PAGES, HistoryModel
from workbench.ui.history.listing import PAGE, Wanted, read_listing
from workbench.ui.history.row_look import row_look
from workbench.ui.look.palettes import Scheme, palette_for

ROLE = Qt.ItemDataRole
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def small(qtbot: QtBot, watched: Watched, background: Background) -> Iterator[HistoryModel]:
    """A model of the history in this test."""
    assert qtbot is not None
    model = HistoryModel(history=watched, background=background)
    yield model
    model.deleteLater()


@pytest.fixture
def model(qtbot: QtBot, large: Watched, background: Background) -> Iterator[HistoryModel]:
    """A model that shows ten thousand rows."""
    assert qtbot is not None
    model = HistoryModel(history=large, background=background)
    model.show_listing(read_listing(large, Wanted(Query())))
    large.queries.clear()
    yield model
    model.deleteLater()


def text(model: HistoryModel, row: int, column: int, role: int = ROLE.DisplayRole) -> str:
    """What a cell says."""
    said = model.data(model.index(row, column), role)
    assert isinstance(said, str)
    return said


def at_hand(model: HistoryModel, row: int) -> bool:
    """Whether a row has been read; asking makes it so."""
    return model.row(row) is not None


def test_model_keeps_the_rules_of_qt_while_pages_arrive(qtbot: QtBot, model: HistoryModel) -> None:
    tester = QAbstractItemModelTester(model, FATAL)

    model.row(5000)
    qtbot.waitUntil(lambda: model.row(5000) is not None)

    tester.deleteLater()


def test_model_keeps_the_rules_of_qt_when_it_shows_something_else(
    small: HistoryModel, watched: Watched, send: Send
) -> None:
    tester = QAbstractItemModelTester(small, FATAL)

    for _ in range(3):
        send()
        small.show_listing(read_listing(watched, Wanted(Query())))

    assert small.rowCount() == 3
    tester.deleteLater()


def test_model_has_every_row_of_the_query(model: HistoryModel) -> None:
    assert model.rowCount() == MANY


def test_model_has_no_rows_below_a_row(model: HistoryModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_model_says_nothing_of_an_index_that_is_none(model: HistoryModel) -> None:
    assert model.data(QModelIndex()) is None


def test_model_shows_the_first_page_without_reading_again(model: HistoryModel, large: Watched) -> None:
    assert text(model, 0, 5) == f"o-{MANY - 1}"
    assert large.queries == []


def test_model_says_so_while_a_row_is_being_read(model: HistoryModel) -> None:
    assert text(model, 5000, 5) == "…"
    assert text(model, 5000, 5, ROLE.AccessibleTextRole) == "Event ID: being read"


def test_model_shows_a_row_when_its_page_has_arrived(qtbot: QtBot, model: HistoryModel) -> None:
    with qtbot.waitSignal(model.dataChanged):
        text(model, 5000, 5)

    assert text(model, 5000, 5) == f"o-{MANY - 1 - 5000}"


def test_model_reads_a_page_once_however_often_it_is_painted(qtbot: QtBot, model: HistoryModel, large: Watched) -> None:
    with qtbot.waitSignal(model.dataChanged):
        for row in range(5000, 5040):
            for column in range(len(COLUMNS)):
                model.data(model.index(row, column))

    assert [query.offset for query in large.queries] == [5000 // PAGE * PAGE]


def test_model_of_ten_thousand_rows_scrolled_through_reads_only_a_few_pages(
    qtbot: QtBot, model: HistoryModel, large: Watched
) -> None:
    for row in range(0, MANY, 20):
        text(model, row, 0)
    qtbot.waitUntil(lambda: model.row(MANY - 1) is not None)

    # Forty pages were passed; the one under way, and the wishes that were the last, were read.
    assert len(large.queries) <= 4


def test_model_holds_no_more_than_its_share_of_pages(qtbot: QtBot, model: HistoryModel, large: Watched) -> None:
    for page in range(1, MOST_PAGES + 1):
        qtbot.waitUntil(partial(at_hand, model, page * PAGE))
    large.queries.clear()

    model.row(0)

    qtbot.waitUntil(lambda: [query.offset for query in large.queries] == [0])


def test_model_keeps_a_page_that_is_looked_at_again_and_again(qtbot: QtBot, model: HistoryModel) -> None:
    for page in range(1, MOST_PAGES + 1):
        model.row(0)
        qtbot.waitUntil(partial(at_hand, model, page * PAGE))

    assert text(model, 0, 5) == f"o-{MANY - 1}"


def test_model_drops_pages_that_another_query_asked_for(
    qtbot: QtBot, model: HistoryModel, large: Watched, background: Background
) -> None:
    large.gate.clear()
    model.row(5000)
    qtbot.waitUntil(lambda: bool(large.queries))

    model.show_listing(read_listing(large.history, Wanted(Query(descending=False))))
    large.gate.set()
    qtbot.waitUntil(lambda: not background.busy)

    qtbot.waitUntil(partial(at_hand, model, 5000))
    assert text(model, 5000, 5) == "o-5000"


def test_model_says_when_the_history_has_moved_on(qtbot: QtBot, model: HistoryModel, large: Watched) -> None:
    large.history.delete(1)

    with qtbot.waitSignal(model.outdated):
        model.row(5000)


def test_model_tells_a_page_that_cannot_be_read_once(
    qtbot: QtBot, model: HistoryModel, large: Watched, background: Background
) -> None:
    large.broken = True
    with qtbot.waitSignal(model.failed) as failed:
        model.row(5000)
    large.queries.clear()

    assert model.row(5000) is None
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not background.busy)

    assert failed.args is not None
    assert isinstance(failed.args[0], MachineError)
    assert large.queries == []


def test_model_titles_its_columns(model: HistoryModel) -> None:
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]

    assert titles == [
        "Time",
        "Mode",
        "State",
        "Account",
        "Event",
        "Event ID",
        "Events",
        "HTTP",
        "Time taken",
        "Star",
        "Note",
        "Ad account",
        "Processed",
    ]


def test_model_names_the_column_to_those_who_do_not_see_it(small: HistoryModel, watched: Watched, send: Send) -> None:
    send(state=State.PARTLY_FAILED)
    small.show_listing(read_listing(watched, Wanted(Query())))

    assert text(small, 0, STATE, ROLE.AccessibleTextRole) == "State: partly failed"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_model_gives_every_state_an_icon_and_a_colour(
    small: HistoryModel, watched: Watched, send: Send, scheme: Scheme
) -> None:
    small.set_look(row_look(palette_for(scheme)))
    for state in State:
        send(state=state)
    small.show_listing(read_listing(watched, Wanted(Query())))

    for row in range(len(State)):
        icon = small.data(small.index(row, STATE), ROLE.DecorationRole)
        assert isinstance(icon, QIcon)
        assert not icon.isNull()
        assert isinstance(small.data(small.index(row, STATE), ROLE.ForegroundRole), QColor)


def test_row_look_is_readable_on_the_colour_of_the_selection() -> None:
    palette = palette_for(Scheme.LIGHT)
    image = row_look(palette).icons[State.PROCESSED].pixmap(16, 16, QIcon.Mode.Selected).toImage()
    opaque = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }

    assert opaque == {palette.color(QPalette.ColorRole.HighlightedText).name()}
