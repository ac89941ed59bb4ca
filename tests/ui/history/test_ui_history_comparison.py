"""Two requests side by side in a window of their own."""

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.events.comparing import Change, Difference, EventComparison
from workbench.ui.history.comparison import Comparison, verdict
from workbench.ui.look.widgets import Tick

DIGEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
OTHER = "6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126"


def event(event_id: str, value: str = "1.00", em: str = DIGEST) -> dict[str, Any]:
    return {
        "event_name": "checkout",
        "event_id": event_id,
        "user_data": {"em": [em]},
        "custom_data": {"value": value, "order_id": "7"},
    }


def comparison(
    qtbot: QtBot, contract: Contract, before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> Comparison:
    shown = Comparison(before=("row 1", before), after=("row 2", after), contract=contract)
    qtbot.addWidget(shown)
    return shown


def rows(shown: Comparison) -> list[list[str]]:
    tree = shown.findChild(QTreeWidget, "history.differences")
    assert isinstance(tree, QTreeWidget)
    found = []
    for top in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(top)
        assert item is not None
        found.append([item.text(0)])
        children = [child for at in range(item.childCount()) if (child := item.child(at)) is not None]
        found += [[child.text(column) for column in range(3)] for child in children]
    return found


def test_comparison_shows_each_difference_with_both_values(qtbot: QtBot, contract: Contract) -> None:
    shown = comparison(qtbot, contract, [event("a")], [event("a", "2.00")])
    assert rows(shown) == [["Event 1 checkout a: 1 difference"], ["custom_data.value", "1.00", "2.00"]]


def test_comparison_shows_no_digest(qtbot: QtBot, contract: Contract) -> None:
    shown = comparison(qtbot, contract, [event("a")], [event("a", em=OTHER)])
    assert rows(shown)[1] == ["user_data.em", "1 digest", "1 digest, another one"]


def test_comparison_passes_over_what_each_send_has_of_its_own(qtbot: QtBot, contract: Contract) -> None:
    shown = comparison(qtbot, contract, [event("a")], [event("b")])
    assert rows(shown) == [["Event 1 checkout b: the same"]]


def test_comparison_shows_ids_and_times_when_asked(qtbot: QtBot, contract: Contract) -> None:
    shown = comparison(qtbot, contract, [event("a")], [event("b")])
    tick = shown.findChild(Tick, "history.comparison.volatile")
    assert isinstance(tick, Tick)
    tick.setChecked(False)
    assert ["event_id", "a", "b"] in rows(shown)


def test_comparison_can_be_copied_as_text(qtbot: QtBot, contract: Contract) -> None:
    shown = comparison(qtbot, contract, [event("a")], [event("a", "2.00")])
    button = shown.findChild(QPushButton, "history.comparison.copy")
    assert isinstance(button, QPushButton)
    button.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "row 1 → row 2",
        "1 event changed.",
        "Event 1 checkout a: 1 difference",
        "  custom_data.value: 1.00 → 2.00",
    ]


CHANGED = (Difference("x", Change.CHANGED, "1", "2"),)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ((), "Neither holds an event."),
        ((EventComparison(0, 0, ()), EventComparison(1, 1, ())), "Both hold the same 2 events."),
        (
            (EventComparison(0, 0, ()), EventComparison(1, 1, CHANGED), EventComparison(None, 2, ())),
            "1 event the same, 1 event changed, 1 event only in the later.",
        ),
        ((EventComparison(0, None, ()),), "1 event only in the earlier."),
    ],
)
def test_comparison_says_in_a_sentence_what_it_found(found: tuple[EventComparison, ...], words: str) -> None:
    assert verdict(found) == words


def test_comparison_keeps_both_values_in_sight_however_long_one_is(qtbot: QtBot, contract: Contract) -> None:
    shown = comparison(qtbot, contract, [event("a", "1" * 400)], [event("a", "2.00")])
    shown.show()
    tree = shown.findChild(QTreeWidget, "history.differences")
    assert isinstance(tree, QTreeWidget)
    header = tree.header()
    assert header.length() <= tree.viewport().width()
    assert header.sectionSize(1) - header.sectionSize(2) in range(-1, 2)
