"""The table: its order, its selection, its menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.history.sends import MANY, Send, Watched
from workbench.history.query import Order, Query
from workbench.ui.background import Background
from workbench.ui.history.columns import COLUMNS
from workbench.ui.history.listing import Wanted, read_listing
from workbench.ui.history.table import HistoryTable


def new_table(qtbot: QtBot, watched: Watched, background: Background) -> HistoryTable:
    """A table in a window of its own, as wide as the page in the smallest window."""
    table = HistoryTable(history=watched, background=background)
    qtbot.addWidget(table)
    table.resize(976, 300)
    table.show()
    return table


@pytest.fixture
def table(qtbot: QtBot, watched: Watched, background: Background) -> HistoryTable:
    """A table of the history in this test."""
    return new_table(qtbot, watched, background)


@pytest.fixture
def long_table(qtbot: QtBot, large: Watched, background: Background) -> HistoryTable:
    """A table of ten thousand rows."""
    table = new_table(qtbot, large, background)
    table.show_listing(read_listing(large, Wanted(Query())))
    return table


def click_header(table: HistoryTable, section: int) -> None:
    """Clicks the title of a column."""
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def section_of(order: Order) -> int:
    """The column that sorts by an order."""
    return next(at for at, column in enumerate(COLUMNS) if column.order is order)


def sort_actions(table: HistoryTable) -> dict[str, QAction]:
    """The entries of *Sort by* in the context menu."""
    action = next(each for each in table.actions() if each.text() == "Sort by")
    menu = next(each for each in table.findChildren(QMenu) if each.menuAction() is action)
    return {each.text(): each for each in menu.actions()}


def test_table_shows_that_the_newest_are_on_top(table: HistoryTable) -> None:
    header = table.horizontalHeader()

    assert header.isSortIndicatorShown()
    assert header.sortIndicatorSection() == section_of(Order.SENT_AT)
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


@pytest.mark.parametrize(
    ("order", "descending"),
    [(Order.ACCOUNT, False), (Order.EVENTS, True), (Order.ELAPSED, True), (Order.SENT_AT, False)],
)
def test_table_asks_for_the_order_of_a_clicked_title(
    qtbot: QtBot, table: HistoryTable, order: Order, *, descending: bool
) -> None:
    with qtbot.waitSignal(table.sort_asked) as asked:
        click_header(table, section_of(order))

    assert asked.args == [order, descending]


def test_table_turns_the_order_round_at_the_second_click(qtbot: QtBot, table: HistoryTable) -> None:
    click_header(table, section_of(Order.MODE))

    with qtbot.waitSignal(table.sort_asked) as asked:
        click_header(table, section_of(Order.MODE))

    assert asked.args == [Order.MODE, True]


def test_table_leaves_the_order_at_a_column_that_cannot_be_sorted(qtbot: QtBot, table: HistoryTable) -> None:
    click_header(table, section_of(Order.MODE))

    with qtbot.assertNotEmitted(table.sort_asked):
        click_header(table, 5)

    assert table.horizontalHeader().sortIndicatorSection() == section_of(Order.MODE)
    assert table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.AscendingOrder


def test_table_can_be_sorted_from_its_menu(qtbot: QtBot, table: HistoryTable) -> None:
    with qtbot.waitSignal(table.sort_asked) as asked:
        sort_actions(table)["HTTP"].trigger()

    assert asked.args == [Order.STATUS, False]
    assert table.horizontalHeader().sortIndicatorSection() == section_of(Order.STATUS)


def test_table_turns_the_order_round_from_its_menu(qtbot: QtBot, table: HistoryTable) -> None:
    with qtbot.waitSignal(table.sort_asked) as asked:
        sort_actions(table)["Time"].trigger()

    assert asked.args == [Order.SENT_AT, False]


def test_table_menu_checks_the_column_in_force(table: HistoryTable) -> None:
    click_header(table, section_of(Order.MODE))

    assert [title for title, action in sort_actions(table).items() if action.isChecked()] == ["Mode"]


def test_table_menu_offers_no_order_that_the_history_lacks(table: HistoryTable) -> None:
    assert "Event ID" not in sort_actions(table)


def test_table_tells_the_id_of_the_selected_row(
    qtbot: QtBot, table: HistoryTable, watched: Watched, send: Send
) -> None:
    oldest = send()
    send()
    table.show_listing(read_listing(watched, Wanted(Query())))
    table.select_first()

    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)

    assert chosen.args == [oldest]
    assert table.current_id == oldest


def test_table_tells_a_row_that_had_to_be_read_first(qtbot: QtBot, long_table: HistoryTable) -> None:
    with qtbot.waitSignal(long_table.chosen) as chosen:
        QTest.keyClick(long_table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    assert chosen.args == [1]
    assert long_table.currentIndex().row() == MANY - 1


def test_table_keeps_row_and_place_when_others_above_go(long_table: HistoryTable, large: Watched) -> None:
    before = read_listing(large, Wanted(Query()))
    long_table.show_listing(read_listing(large, Wanted(Query(), row_id=MANY - 305, top=300, before=before)))
    place = long_table.top
    large.history.delete(MANY)

    wanted = Wanted(Query(), row_id=long_table.current_id, top=long_table.top, before=before)
    long_table.show_listing(read_listing(large, wanted))

    assert long_table.current_id == MANY - 305
    assert (place, long_table.top) == (300, 299)


def test_table_stays_where_it_is_though_the_selected_row_is_out_of_sight(
    long_table: HistoryTable, large: Watched
) -> None:
    before = read_listing(large, Wanted(Query()))

    long_table.show_listing(read_listing(large, Wanted(Query(), row_id=MANY - 2, top=4000, before=before)))

    assert long_table.top == 4000


def test_table_knows_which_row_follows_the_selected_one(table: HistoryTable, watched: Watched, send: Send) -> None:
    ids = [send(), send(), send()]
    table.show_listing(read_listing(watched, Wanted(Query(), row_id=ids[1])))

    assert table.neighbour_id == ids[0]


def test_table_falls_back_on_the_row_above_the_last(table: HistoryTable, watched: Watched, send: Send) -> None:
    ids = [send(), send()]
    table.show_listing(read_listing(watched, Wanted(Query(), row_id=ids[0])))

    assert table.neighbour_id == ids[1]


def test_table_asks_to_delete_with_the_key(qtbot: QtBot, table: HistoryTable) -> None:
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)

    with qtbot.waitSignal(table.asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Delete)

    assert asked.args == ["delete"]


def test_table_shows_every_column_in_the_smallest_window(table: HistoryTable) -> None:
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_table_columns_are_wide_enough_for_their_longest_words(
    table: HistoryTable, watched: Watched, send: Send
) -> None:
    send(event_name="view_category")
    table.show_listing(read_listing(watched, Wanted(Query())))

    for at, column in enumerate(COLUMNS):
        if column.width and column.shown:
            assert table.columnWidth(at) >= table.sizeHintForColumn(at), column.title


def test_table_grows_with_the_text(table: HistoryTable) -> None:
    before = table.columnWidth(0), table.verticalHeader().defaultSectionSize()
    font = QFont(table.font())
    font.setPointSizeF(font.pointSizeF() * 2)

    table.setFont(font)

    assert table.columnWidth(0) > before[0] * 1.5
    assert table.verticalHeader().defaultSectionSize() > before[1]


def test_table_texts_share_what_the_other_columns_leave(table: HistoryTable) -> None:
    header = table.horizontalHeader()

    shared = [
        at
        for at in range(len(COLUMNS))
        if not header.isSectionHidden(at) and header.sectionResizeMode(at) is QHeaderView.ResizeMode.Stretch
    ]

    assert [COLUMNS[at].title for at in shared] == ["Account", "Event", "Event ID"]
