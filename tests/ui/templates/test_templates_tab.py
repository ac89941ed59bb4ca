"""The templates tab: found by typing, added by Enter, and one's own saved, renamed, deleted and shared."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.own_templates import LONGEST_NAME, OwnTemplate
from workbench.events.template_shelf import TemplateShelf
from workbench.judging.judge import Judge
from workbench.ui.templates.own_desk import OwnDesk
from workbench.ui.templates.rows import Kind
from workbench.ui.templates.tab import TemplatesTab

NOW = 1_795_000_000
DRAFT = Draft({"event_name": "lead", "action_source": "web", "user_data.em": ("Jane@Shop.de",)})


@dataclass
class Files:
    """Answers the dialogs, and remembers the name that was offered."""

    path: Path | None = None
    offered: list[str] = field(default_factory=list)

    def save(self, name: str, parent: QWidget) -> Path | None:
        assert parent is not None
        self.offered.append(name)
        return self.path

    def open(self, parent: QWidget) -> Path | None:
        assert parent is not None
        return self.path


@dataclass(frozen=True)
class Case:
    """The tab over a shelf in a folder of its own."""

    tab: TemplatesTab
    shelf: TemplateShelf
    path: Path
    files: Files

    @property
    def names(self) -> list[str]:
        return [each.name for each in self.shelf.templates()]

    @property
    def status(self) -> str:
        label = self.tab.findChild(QLabel, "templates.status")
        assert isinstance(label, QLabel)
        return label.text()

    def button(self, name: str) -> QAbstractButton:
        button = self.tab.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        return button

    def save(self, name: str) -> None:
        line = self.tab.findChild(QLineEdit, "templates.name")
        assert isinstance(line, QLineEdit)
        line.setText(name)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def choose(self, name: str) -> None:
        self.tab.tree.choose(Kind.OWN, name)


OpenTab = Callable[[], Case]


@pytest.fixture
def open_tab(qtbot: QtBot, contract: Contract, judge: Judge, tmp_path: Path) -> OpenTab:
    """Opens the tab on what the folder holds."""

    def opened() -> Case:
        path, files = tmp_path / "data" / "templates.json", Files()
        shelf = TemplateShelf(path=path)
        desk = OwnDesk(shelf=shelf, judge=judge, contract=contract, clock=lambda: float(NOW))
        tab = TemplatesTab(contract=contract, desk=desk, current=lambda: DRAFT, ask_file=files)
        qtbot.addWidget(tab)
        tab.show()
        return Case(tab, shelf, path, files)

    return opened


@pytest.fixture
def case(open_tab: OpenTab) -> Case:
    """The tab of somebody who has no template yet."""
    return open_tab()


def test_typing_and_enter_adds_the_first_template_found(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.tab.template_asked) as asked:
        QTest.keyClicks(case.tab.search, "schedule offline")
        QTest.keyClick(case.tab.search, Qt.Key.Key_Return)
    assert asked.args == ["schedule_offline"]


def test_arrow_keys_move_in_the_list_while_typing(case: Case, qtbot: QtBot) -> None:
    QTest.keyClicks(case.tab.search, "schedule")
    QTest.keyClick(case.tab.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(case.tab.template_asked) as asked:
        QTest.keyClick(case.tab.search, Qt.Key.Key_Return)
    assert asked.args == ["schedule_android"]


def test_enter_on_a_heading_unfolds_it(case: Case) -> None:
    heading = case.tab.tree.topLevelItem(2)
    assert heading is not None
    case.tab.tree.setCurrentItem(heading)
    QTest.keyClick(case.tab.search, Qt.Key.Key_Return)
    assert heading.isExpanded()


def test_search_that_finds_nothing_says_so(case: Case) -> None:
    case.tab.search.setText("zzz")
    told = case.tab.tree.topLevelItem(0)
    assert told is not None
    assert told.text(0).startswith("No template holds these words.")
    assert not case.tab.bar.add.isEnabled()


def test_own_template_is_renamed_from_the_search(case: Case) -> None:
    case.tab.save_bar.save_asked.emit("Mine", False)
    case.tab.search.setFocus()
    QTest.keyClick(case.tab.search, Qt.Key.Key_F2)
    assert case.tab.tree.findChild(QLineEdit) is not None


def test_escape_leaves_the_templates(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.tab.left):
        QTest.keyClick(case.tab.search, Qt.Key.Key_Escape)


def test_line_of_a_new_name_has_a_name_and_a_limit(case: Case) -> None:
    case.save("Our lead")
    case.choose("Our lead")
    case.tab.tree.edit_name()
    editor = case.tab.tree.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "New name of the template"
    assert editor.maxLength() == LONGEST_NAME


def test_source_that_does_not_fit_cannot_be_added(case: Case, qtbot: QtBot) -> None:
    case.tab.search.setText("nothing is called so")
    with qtbot.assertNotEmitted(case.tab.template_asked):
        QTest.keyClick(case.tab.search, Qt.Key.Key_Return)
    assert not case.button("templates.add").isEnabled()


def test_saved_event_is_on_the_disk_with_digests_only(case: Case) -> None:
    case.save("Our lead")
    assert case.names == ["Our lead"]
    assert "Shop.de" not in case.path.read_text(encoding="utf-8")
    assert "digests only" in case.status


def test_saved_event_keeps_plain_values_when_ticked_and_the_tick_is_gone(case: Case) -> None:
    case.button("templates.plain").click()
    case.save("Our lead")
    assert "Jane@Shop.de" in case.path.read_text(encoding="utf-8")
    assert not case.button("templates.plain").isChecked()


def test_name_that_is_taken_is_said_and_stays_in_the_line(case: Case) -> None:
    case.save("Our lead")
    case.save("our lead")
    assert case.names == ["Our lead"]
    assert "already" in case.status
    assert case.tab.save_bar.name.text() == "our lead"


def test_own_template_is_added_by_enter(case: Case, qtbot: QtBot) -> None:
    case.save("Our lead")
    case.tab.search.setText("our lead")
    with qtbot.waitSignal(case.tab.own_asked) as asked:
        QTest.keyClick(case.tab.search, Qt.Key.Key_Return)
    assert asked.args is not None
    assert isinstance(asked.args[0], OwnTemplate)
    assert asked.args[0].name == "Our lead"


def test_own_template_is_renamed_where_it_stands(case: Case, qtbot: QtBot) -> None:
    case.save("Our lead")
    case.choose("Our lead")
    QTest.keyClick(case.tab.tree, Qt.Key.Key_F2)
    editor = case.tab.tree.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("Their lead")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: case.names == ["Their lead"])
    qtbot.waitUntil(lambda: case.tab.tree.row is not None and case.tab.tree.row.name == "Their lead")


def test_shipped_template_can_be_neither_renamed_nor_deleted(case: Case) -> None:
    case.tab.search.setText("schedule")
    for name in ("templates.rename", "templates.delete"):
        assert not case.button(name).isEnabled()
    QTest.keyClick(case.tab.tree, Qt.Key.Key_F2)
    assert case.tab.tree.findChild(QLineEdit) is None


def test_deleted_template_can_be_put_back(case: Case) -> None:
    case.save("Our lead")
    case.choose("Our lead")
    QTest.keyClick(case.tab.tree, Qt.Key.Key_Delete)
    assert case.names == []
    case.button("templates.put_back").click()
    assert case.names == ["Our lead"]
    assert not case.button("templates.put_back").isVisible()


def test_export_holds_digests_only_although_the_template_is_plain(case: Case, tmp_path: Path) -> None:
    case.button("templates.plain").click()
    case.save("Our lead")
    case.files.path = tmp_path / "shared.json"
    case.tab.bar.export_digests.trigger()
    assert case.files.offered == ["Our lead.json"]
    assert "Shop.de" not in case.files.path.read_text(encoding="utf-8")


def test_export_with_plain_values_is_a_choice_of_its_own(case: Case, tmp_path: Path) -> None:
    case.button("templates.plain").click()
    case.save("Our lead")
    case.files.path = tmp_path / "shared.json"
    case.tab.bar.export_plain.trigger()
    assert "Jane@Shop.de" in case.files.path.read_text(encoding="utf-8")


def test_export_with_plain_values_is_not_offered_where_there_are_none(case: Case) -> None:
    case.save("Our lead")
    assert case.button("templates.export").isEnabled()
    assert not case.tab.bar.export_plain.isEnabled()


def test_export_that_is_cancelled_writes_nothing(case: Case) -> None:
    case.save("Our lead")
    case.tab.bar.export_digests.trigger()
    assert "Saved" in case.status


def test_export_to_a_folder_that_is_gone_is_said(case: Case, tmp_path: Path) -> None:
    case.save("Our lead")
    case.files.path = tmp_path / "gone" / "shared.json"
    case.tab.bar.export_digests.trigger()
    assert "could not be written" in case.status


def test_exported_file_can_be_imported_beside_what_is_there(case: Case, tmp_path: Path) -> None:
    case.save("Our lead")
    case.files.path = tmp_path / "shared.json"
    case.tab.bar.export_digests.trigger()
    case.button("templates.import").click()
    assert case.names == ["Our lead", "Our lead (2)"]
    assert "Imported 1 template" in case.status


def test_import_of_plain_values_that_nobody_asked_to_keep_keeps_digests(case: Case, tmp_path: Path) -> None:
    entry = {"name": "Foreign", "event": {"event_name": "lead", "user_data": {"em": ["jane@shop.de"]}}}
    case.files.path = tmp_path / "foreign.json"
    case.files.path.write_text(json.dumps({"version": 1, "templates": [entry]}), encoding="utf-8")
    case.button("templates.import").click()
    assert case.names == ["Foreign"]
    assert "jane@shop.de" not in case.path.read_text(encoding="utf-8")


def test_import_of_a_file_that_is_none_is_said_and_changes_nothing(case: Case, tmp_path: Path) -> None:
    case.files.path = tmp_path / "other.json"
    case.files.path.write_text('{"data": []}', encoding="utf-8")
    case.button("templates.import").click()
    assert "no file of templates" in case.status
    assert case.names == []


def test_damaged_file_is_said_when_the_tab_opens(open_tab: OpenTab, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "templates.json").write_text("{", encoding="utf-8")
    case = open_tab()
    assert "set aside" in case.status


def test_tab_shows_what_another_window_saved_when_it_is_shown_again(case: Case) -> None:
    TemplateShelf(path=case.path).save(OwnTemplate("Elsewhere", {"event_name": "lead"}))
    case.tab.start()
    case.choose("Elsewhere")
    assert case.tab.tree.row is not None
    assert case.tab.tree.row.name == "Elsewhere"
