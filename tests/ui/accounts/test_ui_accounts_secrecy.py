"""A token is on screen as dots, and nowhere in the window once it was taken."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from tests.ui.accounts.person import Person

TOKEN = "pina_verysecret12345678"


def texts(widget: QObject) -> Iterator[str]:
    """Every text property of an object and of what belongs to it, and what assistive technology is told."""
    for each in (widget, *widget.findChildren(QObject)):
        meta = each.metaObject()
        values = (meta.property(at).read(each) for at in range(meta.propertyCount()))
        yield from (value for value in values if isinstance(value, str))
        if isinstance(each, QListWidget):
            yield from (str(each.item(row).data(role)) for row in range(each.count()) for role in range(16))
        if isinstance(each, QWidget):
            told = QAccessible.queryAccessibleInterface(each)
            yield from (told.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))


@pytest.mark.parametrize("button", ["accounts.token.save", "accounts.token.session"])
def test_token_is_nowhere_in_the_page_once_it_was_taken(owner: Person, button: str) -> None:
    owner.paste("accounts.token", TOKEN)
    owner.press(button)
    assert [text for text in texts(owner.page) if TOKEN in text] == []


def test_token_in_the_line_is_found_by_this_search(owner: Person) -> None:
    owner.paste("accounts.token", TOKEN)
    assert any(TOKEN in text for text in texts(owner.page))


def test_token_in_the_line_is_dots_to_the_eye_and_to_assistive_technology(owner: Person) -> None:
    owner.paste("accounts.token", TOKEN)
    line = owner.find(QLineEdit, "accounts.token")
    told = QAccessible.queryAccessibleInterface(line)
    shown = {line.displayText(), told.text(QAccessible.Text.Value)}
    assert all(len(text) == len(TOKEN) and not set(text) & set(TOKEN) for text in shown)


def test_token_in_the_line_cannot_be_copied_out(owner: Person) -> None:
    owner.paste("accounts.token", TOKEN)
    line = owner.find(QLineEdit, "accounts.token")
    line.selectAll()
    QGuiApplication.clipboard().setText("before")
    line.copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_refused_token_is_not_repeated(owner: Person) -> None:
    owner.store("pinr_verysecret12345678")
    owner.find(QLineEdit, "accounts.token").setText("")
    assert [text for text in texts(owner.page) if "verysecret" in text] == []


def test_pasted_line_breaks_reach_the_line_so_that_they_can_be_named(owner: Person) -> None:
    owner.paste("accounts.token", f"Bearer {TOKEN}\r\n")
    assert owner.typed("accounts.token") == f"Bearer {TOKEN}\r\n"
