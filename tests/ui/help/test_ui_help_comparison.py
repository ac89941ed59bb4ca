"""Spec drift in the window: what a newer specification has that the workbench lacks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.ui.background import Background
from workbench.ui.help.comparison import ComparisonView
from workbench.ui.workbench import Workbench

PUBLISHED = Path(__file__).parents[2] / "contract" / "data" / "pinterest-events.openapi.yaml"
Compare = Callable[[Path | str], str]


@pytest.fixture
def chosen() -> list[str]:
    """The file that is chosen next."""
    return [""]


@pytest.fixture
def view(qtbot: QtBot, contract: Contract, background: Background, chosen: list[str]) -> ComparisonView:
    """The view in sight."""
    view = ComparisonView(contract=contract, background=background, choose=lambda _parent: chosen[0])
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.fixture(name="compared")
def _compared(view: ComparisonView, qtbot: QtBot, background: Background, chosen: list[str]) -> Compare:
    """Chooses a file and gives what is shown then."""

    def choose(path: Path | str) -> str:
        chosen[0] = str(path)
        button = view.findChild(QPushButton, "help.choose_specification")
        assert isinstance(button, QPushButton)
        button.click()
        qtbot.waitUntil(lambda: not background.busy)
        return shown(view)

    return choose


def shown(view: ComparisonView) -> str:
    text = view.findChild(QTextBrowser, "help.comparison")
    assert isinstance(text, QTextBrowser)
    return text.toPlainText()


def state(view: ComparisonView) -> str:
    label = view.findChild(QLabel, "help.comparison.state")
    assert isinstance(label, QLabel)
    return label.text()


def test_comparison_says_beforehand_what_to_choose(view: ComparisonView) -> None:
    assert "openapi.json" in shown(view)
    assert "5.23.0" in shown(view)


def test_comparison_with_the_published_specification_agrees(compared: Compare) -> None:
    assert compared(PUBLISHED).startswith("The workbench and the specification of release 5.23.0 agree.")


def test_comparison_names_what_is_newer_here(compared: Compare) -> None:
    text = compared(PUBLISHED)
    assert "Here, introduced after that release" in text
    assert "event name start_trial" in text


def test_comparison_names_a_field_that_is_missing_here(compared: Compare, tmp_path: Path) -> None:
    newer = tmp_path / "newer.yaml"
    known = PUBLISHED.read_text(encoding="utf-8")
    newer.write_text(known.replace("partner_name:", "store_number:", 1), encoding="utf-8")
    text = compared(newer)
    assert text.startswith("The workbench and the specification of release 5.23.0 differ.")
    missing, _, rest = text.partition("Here, not in the specification")
    assert "store_number" in missing
    assert "partner_name" in rest


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("data: [1, 2", "not readable YAML"),
        ("{broken", "not readable JSON"),
        ("just a text", "not an OpenAPI 3 description"),
        ('{"openapi": "3.0.3", "paths": {}}', ""),
    ],
)
def test_comparison_says_in_words_why_a_file_cannot_be_compared(
    compared: Compare, view: ComparisonView, tmp_path: Path, content: str, words: str
) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(content, encoding="utf-8")
    text = compared(file)
    assert words in text
    assert "Use Pinterest's own OpenAPI file" in text
    assert state(view) == "Not compared"


def test_comparison_with_a_file_that_has_gone_says_so(compared: Compare, tmp_path: Path) -> None:
    assert "no such file" in compared(tmp_path / "gone.yaml")


def test_comparison_leaves_all_as_it_is_when_nothing_is_chosen(compared: Compare, view: ComparisonView) -> None:
    before = shown(view)
    assert compared("") == before


def test_comparison_is_copied_as_text(compared: Compare, view: ComparisonView) -> None:
    text = compared(PUBLISHED)
    button = view.findChild(QAbstractButton, "help.comparison.copy")
    assert isinstance(button, QAbstractButton)
    button.click()
    assert QGuiApplication.clipboard().text() == text


def test_comparison_is_opened_by_its_keys(workbench: Workbench, qtbot: QtBot) -> None:
    QTest.keyClick(workbench.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    button = workbench.window.findChild(QPushButton, "help.choose_specification")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.isVisible)
    assert workbench.window.page == "help"
