"""The generated form: every field of the catalogue, there and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract, load_contract
from workbench.events.draft import Draft
from workbench.events.reading import read_body
from workbench.judging.judge import Judge
from workbench.ui.compose.composer import Composer
from workbench.ui.compose.form import EventForm
from workbench.ui.compose.lines_row import LinesRow

NOW = 1_795_000_000
IDS = "custom_data.content_ids"
LEAVES = [field for field in load_contract().fields if not field.in_line]


@pytest.fixture
def form(qtbot: QtBot, contract: Contract, composer: Composer) -> EventForm:
    """A complete form over the composer."""
    form = EventForm(contract=contract, clock=lambda: float(NOW), fresh_id=lambda: "fresh")
    qtbot.addWidget(form)
    form.build_all()
    form.edited.connect(composer.edit)
    form.lines_edited.connect(composer.edit_lines)
    return form


def editor(form: EventForm, path: str) -> QWidget:
    """The widget that carries a wire path as its name."""
    found = form.findChild(QWidget, path)
    assert isinstance(found, QWidget)
    return found


def type_into(widget: QWidget, text: str) -> None:
    """Puts a text in as typing would, through the widget's own method."""
    if isinstance(widget, QComboBox):
        if widget.isEditable():
            widget.setEditText(text)
        else:
            widget.setCurrentText(text)
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(text)


def shown_in(widget: QWidget) -> str:
    """What an editor shows."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    assert isinstance(widget, QLineEdit)
    return widget.text()


@pytest.mark.parametrize("field", LEAVES, ids=[field.path for field in LEAVES])
def test_form_field_goes_to_the_payload_and_back_unchanged(
    form: EventForm, composer: Composer, contract: Contract, judge: Judge, field: Field
) -> None:
    type_into(editor(form, field.path), field.example)
    first = composer.judgement.payload
    draft = read_body(first, contract=contract).events[0].draft
    form.show_draft(draft)
    assert judge.event(draft, now=NOW).payload == first
    assert first


def test_form_editors_all_have_an_accessible_name(form: EventForm) -> None:
    nameless = [field.path for field in LEAVES if field.label not in editor(form, field.path).accessibleName()]
    assert not nameless


def test_form_shows_a_draft_without_calling_it_an_edit(form: EventForm, composer: Composer) -> None:
    before = composer.composition
    form.show_draft(Draft(values={"event_name": "checkout", "user_data.em": ("a@example.com", "b@example.com")}))
    assert composer.composition is before
    assert shown_in(editor(form, "user_data.em[1]")) == "b@example.com"


def test_form_adds_another_value_to_a_match_key(form: EventForm, composer: Composer) -> None:
    form.show_draft(Draft(values={"user_data.em": ("a@example.com", "")}))
    type_into(editor(form, "user_data.em[1]"), "b@example.com")
    assert composer.composition.current.texts("user_data.em") == ("a@example.com", "b@example.com")


def test_form_product_lines_reach_the_draft(form: EventForm, composer: Composer) -> None:
    table = editor(form, CONTENTS)
    assert isinstance(table, QTableView)
    row = table.parent()
    assert isinstance(row, LinesRow)
    row.model.add_line()
    row.model.setData(row.model.index(0, 0), "sku-1")
    assert composer.composition.current.lines == ({next(iter(load_contract().line_fields)): "sku-1"},)


def test_form_keeps_recommended_fields_in_sight(form: EventForm, contract: Contract, qtbot: QtBot) -> None:
    draft = Draft(values={"event_name": "search", "action_source": "web"})
    form.resize(700, 5000)
    form.show()
    form.show_draft(draft)
    form.show_verdict(draft, (), {})
    recommended = [field for field in contract.fields if not field.in_line and field.recommended_for("search", "web")]
    qtbot.waitUntil(lambda: all(editor(form, field.path).isVisible() for field in recommended))


def test_form_folds_what_the_event_does_not_need(form: EventForm) -> None:
    draft = Draft(values={"event_name": "search", "action_source": "web"})
    form.show()
    form.show_draft(draft)
    form.show_verdict(draft, (), {})
    assert not editor(form, "device_info.cpu_cores").isVisible()


def test_form_reveals_a_folded_field(form: EventForm) -> None:
    form.show()
    form.reveal("device_info.cpu_cores")
    assert editor(form, "device_info.cpu_cores").isVisible()


def test_form_brings_filled_fields_in_sight(form: EventForm, qtbot: QtBot) -> None:
    draft = Draft(values={"event_name": "search", "action_source": "web", "device_info.cpu_cores": "8"})
    form.show()
    form.show_draft(draft)
    qtbot.waitUntil(lambda: editor(form, "device_info.cpu_cores").isVisible())


def test_form_puts_the_problem_into_the_description(form: EventForm, composer: Composer) -> None:
    composer.judged.connect(
        lambda: form.show_verdict(composer.composition.current, composer.problems(), composer.judgement.hashed)
    )
    type_into(editor(form, "custom_data.currency"), "dollars")
    assert "error" in editor(form, "custom_data.currency").accessibleDescription()


def test_form_choices_are_those_of_the_catalogue(form: EventForm, contract: Contract) -> None:
    for field in contract.fields:
        if field.values and not field.in_line and field.type is not FieldType.STRINGS:
            box = editor(form, field.path)
            assert isinstance(box, QComboBox)
            assert {box.itemText(at) for at in range(box.count())} >= set(field.values)


def test_form_says_what_its_marks_mean(form: EventForm) -> None:
    assert any("* is required, · is recommended" in label.text() for label in form.findChildren(QLabel))


def test_table_of_products_shows_its_headings_in_full(form: EventForm) -> None:
    table = editor(form, CONTENTS)
    assert isinstance(table, QTableView)
    header = table.horizontalHeader()
    assert all(header.sectionSize(at) >= header.sectionSizeHint(at) for at in range(header.count()))


def walked(form: EventForm, qapp: QApplication, key: Qt.Key, steps: int) -> list[QWidget]:
    """What has the focus after each press of a key."""
    seen = []
    for _ in range(steps):
        focused = qapp.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        now = qapp.focusWidget()
        assert now is not None
        seen.append(now)
    return [each for each in seen if form.isAncestorOf(each)]


def test_form_is_walked_from_the_top_down(form: EventForm, qtbot: QtBot, qapp: QApplication) -> None:
    form.show_draft(Draft({"event_name": "checkout", "action_source": "web", IDS: ("a", "b")}))
    form.show()
    form.setFocus()
    qtbot.waitUntil(form.hasFocus)
    names = [each.objectName() for each in walked(form, qapp, Qt.Key.Key_Tab, 80)]
    places = [
        names.index(name)
        for name in (
            "event_name",
            "action_source",
            "event_time",
            "event_time.zone",
            "section.event.more",
            "user_data.em",
            "user_data.ph",
            "user_data.click_id",
            CONTENTS,
            "custom_data.content_ids",
            "custom_data.content_ids[1]",
            "section.order.more",
            "section.advanced.more",
        )
    ]
    assert places == sorted(places)


def test_form_is_walked_back_as_it_was_walked(form: EventForm, qtbot: QtBot, qapp: QApplication) -> None:
    form.show()
    form.setFocus()
    qtbot.waitUntil(form.hasFocus)
    there = walked(form, qapp, Qt.Key.Key_Tab, 20)
    back = walked(form, qapp, Qt.Key.Key_Backtab, 19)
    assert back == there[-2::-1]
