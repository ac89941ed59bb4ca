"""The accounts that the filter offers."""

from tests.ui.history.sends import Send, Watched
from workbench.history.store import History
from workbench.ui.history.account_names import account_names


def test_account_names_of_an_empty_history_are_none(history: History) -> None:
    assert account_names(history) == ()


def test_account_names_are_each_told_once_in_order(history: History, send: Send) -> None:
    for name in ("Shop US", "Shop EU", "Practice (this computer)", "Shop US"):
        send(account_name=name)

    assert account_names(history) == ("Practice (this computer)", "Shop EU", "Shop US")


def test_account_names_that_differ_in_capitals_alone_are_all_told(history: History, send: Send) -> None:
    for name in ("Shop", "shop", "Shop", "zoo", "shop", "Arena"):
        send(account_name=name)

    assert sorted(account_names(history)) == ["Arena", "Shop", "shop", "zoo"]


def test_account_names_cost_two_reads_however_many_rows_an_account_has(large: Watched) -> None:
    assert account_names(large) == ("Shop EU",)

    assert len(large.queries) == 2
