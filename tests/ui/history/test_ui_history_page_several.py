"""Several sends at once: compared, and saved as evidence."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from tests.ui.history.pages import settle, text_of
from workbench.ui.background import Background
from workbench.ui.history.comparison import Comparison
from workbench.ui.history.page import HistoryPage

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALSO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def select_too(page: HistoryPage, *rows: int) -> None:
    """Selects these rows beside the current one."""
    for row in rows:
        page.table.selectionModel().select(page.table.rows.index(row, 0), ALSO)


def compare(qtbot: QtBot, page: HistoryPage, background: Background) -> Comparison | None:
    """Asks by the keys for a comparison."""
    QTest.keyClick(page.table, Qt.Key.Key_M, CONTROL_SHIFT)
    settle(qtbot, background)
    found: Comparison | None = page.findChild(Comparison)
    return found


def titles(comparison: Comparison) -> list[str]:
    """What is compared, event by event."""
    tree = comparison.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    return [item.text(0) for at in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(at)) is not None]


def test_page_compares_two_selected_sends(qtbot: QtBot, page: HistoryPage, background: Background) -> None:
    select_too(page, 2)
    comparison = compare(qtbot, page, background)
    assert comparison is not None
    assert len(titles(comparison)) == 1


def test_page_compares_one_send_with_the_request_being_composed(
    qtbot: QtBot, page: HistoryPage, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: dict[str, Any] = {"event_name": "lead", "event_id": "new"}
    monkeypatch.setattr(page._several, "_composed", lambda: (composed,))
    comparison = compare(qtbot, page, background)
    assert comparison is not None
    assert titles(comparison)[0].startswith("Event 1 lead new")


def test_page_says_that_three_sends_are_too_many_to_compare(
    qtbot: QtBot, page: HistoryPage, background: Background
) -> None:
    select_too(page, 1, 2)
    assert compare(qtbot, page, background) is None
    assert text_of(page, "history.told").startswith("Select two sends")


def test_page_saves_evidence_as_a_page_and_json(
    qtbot: QtBot, page: HistoryPage, background: Background, tmp_path: Path
) -> None:
    select_too(page, 1)
    page._several.write_evidence(page.table.selected_ids(most=9), tmp_path / "proof")
    settle(qtbot, background)
    report = json.loads((tmp_path / "proof.json").read_text(encoding="utf-8"))
    assert len(report["requests"]) == 2
    assert "<title>Evidence of 2 requests</title>" in (tmp_path / "proof.html").read_text(encoding="utf-8")
    assert text_of(page, "history.told").startswith("Saved evidence of 2 sends")


def test_page_says_why_evidence_cannot_be_written(
    qtbot: QtBot, page: HistoryPage, background: Background, tmp_path: Path
) -> None:
    page._several.write_evidence(page.table.selected_ids(most=9), tmp_path / "no folder" / "proof.html")
    settle(qtbot, background)
    assert "could not be written" in text_of(page, "history.trouble")


def test_page_offers_evidence_of_so_many_sends_only(page: HistoryPage) -> None:
    page._several.save_evidence(range(201))
    assert text_of(page, "history.told").startswith("Evidence is for people to read")
