"""The page by keyboard, for assistive technology, and in little room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.accounts.keyrings import FaultyKeyring
from tests.ui.accounts.conftest import EU, Offer, OpenPage
from tests.ui.accounts.person import Person
from workbench.accounts.book import AccountBook


def focusable(person: Person) -> list[QWidget]:
    return [
        widget
        for widget in person.page.findChildren(QWidget)
        if widget.isVisibleTo(person.page) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def nameless(person: Person) -> list[str]:
    return [
        widget.objectName()
        for widget in focusable(person)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


@pytest.mark.parametrize("row", [0, 1])
def test_every_widget_that_takes_keys_has_an_accessible_name(owner: Person, row: int) -> None:
    owner.choose(row)
    assert nameless(owner) == []


def test_every_widget_of_the_new_account_has_an_accessible_name(person: Person) -> None:
    person.press("accounts.add")
    assert nameless(person) == []


def test_every_way_out_of_a_failed_store_has_an_accessible_name(
    open_page: OpenPage, offer: Offer, book: AccountBook
) -> None:
    offer(FaultyKeyring(ValueError("broken")))
    book.add(EU)
    person = open_page()
    person.settle()
    person.store("pina_abc")
    assert nameless(person) == []


def test_token_line_tells_assistive_technology_how_it_ended(owner: Person) -> None:
    owner.store("pina_abcdefgh")
    told = owner.find(QLineEdit, "accounts.token").accessibleDescription()
    assert told == owner.reads("accounts.token.status")


def test_list_tells_assistive_technology_all_of_an_account(owner: Person) -> None:
    told = owner.find(QListWidget, "accounts.list").item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Shop EU, 549761668320, Ask before live, No token"


def test_tab_key_goes_through_the_page_as_the_eye_does(owner: Person) -> None:
    owner.paste("accounts.token", "pina_abc")
    owner.find(QLineEdit, "accounts.token").setFocus()
    order = []
    for _ in range(3):
        order.append(owner.page.window().focusWidget().objectName())
        QTest.keyClick(owner.page.window().focusWidget(), Qt.Key.Key_Tab)
    assert order == ["accounts.token", "accounts.token.save", "accounts.token.session"]


def test_tab_key_reaches_every_widget_that_takes_keys(owner: Person) -> None:
    wanted = {widget.objectName() for widget in focusable(owner) if widget.isEnabled()}
    reached = set()
    owner.find(QWidget, "accounts.list").setFocus()
    for _ in range(40):
        widget = owner.page.window().focusWidget()
        reached.add(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    # Of a group of radio buttons the tab key reaches the checked one; the arrows reach the others.
    assert {name for name in wanted - reached if not name.startswith("accounts.safety.")} == set()


def test_page_fits_into_1000_by_560(owner: Person) -> None:
    (area,) = owner.page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.verticalScrollBar().maximum() == 0


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Text of 200 %."""
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def test_page_needs_no_sideways_scrolling_at_200_per_cent(large_text: None, owner: Person) -> None:
    del large_text
    (area,) = owner.page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_page_scrolls_to_how_a_store_ended_at_200_per_cent(large_text: None, owner: Person, qtbot: QtBot) -> None:
    del large_text
    owner.store("pina_abcdefgh")
    (area,) = owner.page.findChildren(QScrollArea)
    status = owner.find(QWidget, "accounts.token.status")

    def in_sight() -> bool:
        top = status.mapTo(area.viewport(), QPoint(0, 0)).y()
        return 0 <= top < area.viewport().height()

    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize("name", ["accounts.add", "accounts.use", "accounts.remove", "accounts.save"])
def test_button_is_at_least_as_wide_as_its_text(owner: Person, name: str) -> None:
    button = owner.find(QPushButton, name)
    assert button.width() >= button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
