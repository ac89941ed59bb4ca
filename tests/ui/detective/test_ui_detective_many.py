"""Many pairs: files and the clipboard in, verdicts and an export out."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from workbench.judging.digests import sha256
from workbench.ui.background import Background
from workbench.ui.detective.page import DetectivePage
from workbench.ui.detective.pairs_run import PairsRun

PLAIN = "jane.plain@example.com"
_DIGESTS = (sha256(PLAIN), sha256(PLAIN.upper()), sha256("x"))
CSV = "\n".join(("field,digest,value", *(f"em,{digest},{PLAIN}" for digest in _DIGESTS)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three pairs: right, wrong, unexplained."""
    file = tmp_path / "pairs.csv"
    file.write_text(CSV, encoding="utf-8")
    return file


def settle(qtbot: QtBot, background: Background) -> None:
    qtbot.waitUntil(lambda: not background.busy, timeout=20_000)


def status(page: DetectivePage) -> str:
    label = page.findChild(QLabel, "detective.status")
    assert isinstance(label, QLabel)
    return label.text()


def button(page: DetectivePage, word: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, f"detective.{word}")
    assert isinstance(found, QAbstractButton)
    return found


def verdicts(page: DetectivePage) -> list[str]:
    table = page.findChild(QTableView, "detective.pairs")
    assert isinstance(table, QTableView)
    return [table.model().index(row, 2).data() for row in range(table.model().rowCount())]


def test_file_gives_a_verdict_for_each_pair(
    page: DetectivePage, qtbot: QtBot, background: Background, file: Path
) -> None:
    page.many.open_file(str(file))
    settle(qtbot, background)
    assert verdicts(page) == ["Right", "Wrong", "Unexplained"]
    assert status(page) == "pairs.csv: 3 pairs, 1 right, 1 wrong, 1 unexplained."


def test_pasted_text_is_judged_like_a_file(page: DetectivePage, qtbot: QtBot, background: Background) -> None:
    page.many.paste(CSV)
    settle(qtbot, background)
    assert len(verdicts(page)) == 3


def test_example_shows_a_table(page: DetectivePage, qtbot: QtBot, background: Background) -> None:
    button(page, "pairs.example").click()
    settle(qtbot, background)
    assert {"Right", "Wrong"} == set(verdicts(page))


def test_selected_pair_is_told_in_full(page: DetectivePage, qtbot: QtBot, background: Background) -> None:
    page.many.paste(CSV)
    settle(qtbot, background)
    table = page.findChild(QTableView, "detective.pairs")
    assert isinstance(table, QTableView)
    table.selectRow(1)
    label = page.findChild(QLabel, "detective.pair")
    assert isinstance(label, QLabel)
    assert "Row 3, em. Wrong: in upper case." in label.text()
    assert "Lower-case" in label.text()


@pytest.mark.parametrize("text", ["", "name,age\nJane,30\n", '{"data": []}'])
def test_what_holds_no_pairs_is_refused_in_words(
    page: DetectivePage, qtbot: QtBot, background: Background, text: str
) -> None:
    page.many.paste(text)
    settle(qtbot, background)
    assert status(page).startswith("The clipboard ")
    assert "columns field, digest and value" in status(page)


def test_missing_file_is_said_in_words(
    page: DetectivePage, qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    page.many.open_file(str(tmp_path / "nowhere.csv"))
    settle(qtbot, background)
    assert status(page)
    assert button(page, "open").isEnabled()


def test_failed_reading_keeps_the_results_in_sight(page: DetectivePage, qtbot: QtBot, background: Background) -> None:
    page.many.paste(CSV)
    settle(qtbot, background)
    page.many.paste("nonsense")
    settle(qtbot, background)
    assert len(verdicts(page)) == 3


def test_export_holds_verdicts_and_no_plain_value(
    page: DetectivePage, qtbot: QtBot, background: Background, file: Path, tmp_path: Path
) -> None:
    page.many.open_file(str(file))
    settle(qtbot, background)
    out = tmp_path / "out.csv"
    page.many.export_to(str(out))
    settle(qtbot, background)
    text = out.read_text(encoding="utf-8-sig")
    assert "jane.plain" not in text.lower()
    assert [row["verdict"] for row in csv.DictReader(text.splitlines())] == ["right", "wrong", "unexplained"]
    assert status(page).startswith("Written: out.csv")


def test_export_to_a_folder_is_said_in_words(
    page: DetectivePage, qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    page.many.paste(CSV)
    settle(qtbot, background)
    page.many.export_to(str(tmp_path))
    settle(qtbot, background)
    assert not status(page).startswith("Written")
    assert status(page)


def test_export_is_offered_only_with_results(page: DetectivePage, qtbot: QtBot, background: Background) -> None:
    assert not button(page, "export").isEnabled()
    page.many.paste(CSV)
    settle(qtbot, background)
    assert button(page, "export").isEnabled()


def test_stopped_run_keeps_what_was_judged(page: DetectivePage) -> None:
    run = PairsRun(detective=page.one._detective, what="it", read=lambda: CSV)
    run.stop()
    judged = run.judge()
    assert (len(judged.results), judged.total, judged.stopped) == (1, 3, True)


def test_table_model_is_sound(page: DetectivePage, qtbot: QtBot, background: Background) -> None:
    tester = QAbstractItemModelTester(page.many.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.many.paste(CSV)
    settle(qtbot, background)
    assert tester.model() is page.many.model


def test_page_fits_into_1000_by_560(page: DetectivePage) -> None:
    hint = page.minimumSizeHint()
    assert (hint.width() <= 1000, hint.height() <= 560) == (True, True)


def test_table_gives_its_width_to_the_explanation(
    page: DetectivePage, qtbot: QtBot, background: Background, file: Path
) -> None:
    page.resize(1000, 600)
    tabs = page.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentWidget(page.many)
    page.many.open_file(str(file))
    settle(qtbot, background)
    table = page.findChild(QTableView, "detective.pairs")
    assert isinstance(table, QTableView)
    widths = {str(table.model().headerData(at, Qt.Orientation.Horizontal)): table.columnWidth(at) for at in range(5)}
    assert max(widths, key=widths.__getitem__) == "Explanation"


def test_text_without_the_columns_is_refused_and_says_whose_results_are_still_there(
    page: DetectivePage, qtbot: QtBot, background: Background, file: Path
) -> None:
    page.many.open_file(str(file))
    settle(qtbot, background)
    page.many.paste("nonsense")
    settle(qtbot, background)
    assert status(page).startswith("The clipboard lacks the columns")
    assert status(page).endswith("Below are still the results of before.")
