"""One digest and one value: the answer at every key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from workbench.judging.digests import sha256
from workbench.ui.detective.page import DetectivePage
from workbench.ui.detective.words import visible

JANE = "jane@example.com"


def says(page: DetectivePage, name: str) -> str:
    """What a label says; "" while it is hidden."""
    label = page.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisibleTo(page) else ""


def fill(page: DetectivePage, field: str, digest: str, value: str) -> None:
    """As a person would, in this order."""
    page.one.field.setCurrentIndex(page.one.field.findData(field))
    page.one.digest.setText(digest)
    page.one.value.setText(value)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (QComboBox, "detective.field"),
        (QLineEdit, "detective.digest"),
        (QLineEdit, "detective.value"),
        (QLabel, "detective.answer"),
        (QWidget, "detective.pairs"),
    ],
)
def test_control_carries_its_name(page: DetectivePage, kind: type[QWidget], name: str) -> None:
    assert page.findChild(kind, name) is not None


def test_field_offers_every_hashed_field(page: DetectivePage) -> None:
    offered = {page.one.field.itemData(at) for at in range(page.one.field.count())}
    assert offered == {
        "em", "ph", "ge", "db", "fn", "ln", "ct", "st", "zp", "country", "external_id", "hashed_maids",
    }  # fmt: skip


def test_empty_page_says_what_to_do(page: DetectivePage) -> None:
    assert "Paste a digest" in says(page, "detective.answer")
    assert page.one.example.isVisibleTo(page)


def test_example_shows_a_mistake_and_its_sender(page: DetectivePage) -> None:
    page.one.example.click()
    assert says(page, "detective.answer").startswith("Wrong: ")
    assert "RudderStack (as of" in says(page, "detective.senders")


def test_answer_follows_the_keys(page: DetectivePage) -> None:
    fill(page, "em", sha256("Jane@example.com"), "")
    page.one.value.setFocus()
    QTest.keyClicks(page.one.value, "Jane@example.com")
    assert says(page, "detective.answer") == "Wrong: not lower-cased."


def test_right_digest_is_called_right(page: DetectivePage) -> None:
    fill(page, "em", sha256(JANE), " Jane@Example.com ")
    assert says(page, "detective.answer") == "Right: the digest is the right one."
    assert says(page, "detective.hashed") == f"“{JANE}”"


def test_mistake_comes_with_what_to_do_and_the_right_digest(page: DetectivePage) -> None:
    fill(page, "em", sha256(JANE.upper()), JANE)
    assert "Lower-case" in says(page, "detective.fix")
    assert says(page, "detective.right") == sha256(JANE)


def test_right_digest_is_copied(page: DetectivePage) -> None:
    fill(page, "em", sha256(JANE.upper()), JANE)
    button = page.findChild(QAbstractButton, "detective.copy")
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == sha256(JANE)


def test_digest_alone_is_looked_up(page: DetectivePage) -> None:
    fill(page, "em", sha256(""), "")
    assert "empty text" in says(page, "detective.answer")


def test_unexplained_digest_says_what_was_tried(page: DetectivePage) -> None:
    fill(page, "em", sha256("somebody else"), JANE)
    assert says(page, "detective.answer").startswith("Unexplained")
    assert "candidates" in says(page, "detective.tried")


def test_change_of_field_is_answered_too(page: DetectivePage) -> None:
    fill(page, "fn", sha256("newyork"), "New York")
    page.one.field.setCurrentIndex(page.one.field.findData("ct"))
    assert says(page, "detective.answer").startswith("Right")


def test_text_with_a_line_break_is_shown_with_a_sign(page: DetectivePage) -> None:
    fill(page, "em", sha256(f"{JANE}\n"), JANE)
    assert says(page, "detective.hashed") == f"“{JANE}⏎”"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\r\n", "“a␍⏎”"), ("\ufeffa", "“‹U+FEFF›a”"), ("a b", "“a b”"), ("x" * 400, f"“{'x' * 300}” …")],
)
def test_visible_leaves_nothing_invisible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_tab_key_goes_through_the_form_as_the_eye_does(page: DetectivePage) -> None:
    page.one.field.setFocus()
    order = []
    for _ in range(4):
        focused = page.window().focusWidget()
        order.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert order == ["detective.field", "detective.digest", "detective.value", "detective.example"]
