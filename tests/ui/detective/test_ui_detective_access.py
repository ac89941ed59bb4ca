"""The page for assistive technology, in little room, and without traces."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.app import Parts
from workbench.contract.loading import Contract
from workbench.judging.digests import sha256
from workbench.ui.background import Background
from workbench.ui.detective.page import DetectivePage
from workbench.ui.workbench import Workbench


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Text of 200 %."""
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def fill(page: DetectivePage) -> None:
    page.one.value.setText("a-rather-long-address-of-somebody@a-rather-long-domain-name.example.com")
    page.one.digest.setText(sha256("A-RATHER-LONG-ADDRESS-OF-SOMEBODY@A-RATHER-LONG-DOMAIN-NAME.EXAMPLE.COM"))


@pytest.mark.parametrize("tab", [0, 1])
def test_every_widget_that_takes_keys_has_an_accessible_name(page: DetectivePage, tab: int) -> None:
    page.tabs.setCurrentIndex(tab)
    fill(page)
    nameless = [
        widget.objectName()
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_page_needs_no_sideways_room_at_200_per_cent(
    large_text: None, qtbot: QtBot, contract: Contract, background: Background
) -> None:
    del large_text
    page = DetectivePage(contract=contract, background=background)
    qtbot.addWidget(page)
    page.resize(1000, 570)
    page.show()
    fill(page)
    qtbot.waitUntil(lambda: not background.busy, timeout=20_000)
    inside = page.one.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= 1000
    assert page.many.minimumSizeHint().width() <= 1000


def test_running_pairs_need_no_more_room_at_200_per_cent(
    large_text: None, qtbot: QtBot, contract: Contract, background: Background
) -> None:
    del large_text
    page = DetectivePage(contract=contract, background=background)
    qtbot.addWidget(page)
    page.many._show_running(running=True)
    width = page.many.minimumSizeHint().width()
    page.many._show_running(running=False)
    assert width <= 1000


def test_what_is_typed_is_written_nowhere(workbench: Workbench, parts: Parts, qtbot: QtBot) -> None:
    page = workbench.window.show_page("detective")
    assert isinstance(page, DetectivePage)
    page.one.value.setText("plain.person@example.net")
    page.one.digest.setText(sha256("PLAIN.PERSON@example.net"))
    page.many.paste(f"em,{sha256('x')},plain.person@example.net")
    qtbot.waitUntil(lambda: not workbench.background.busy, timeout=20_000)
    workbench.window.close()
    workbench.background.finish()
    files = [path for path in parts.paths.data.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"plain.person" in path.read_bytes().lower()]
