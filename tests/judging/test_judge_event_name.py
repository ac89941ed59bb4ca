"""Event names: standard ones in any case, and what a slip most probably means."""

from collections.abc import Callable

import pytest

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Severity
from workbench.judging.rules.event_name import event_name_check

Check = Callable[[str], Problem | None]


@pytest.fixture(name="check")
def _check(contract: Contract) -> Check:
    check = event_name_check(contract)
    return lambda text: check("event_name", text)


def test_event_name_standard_ones_are_all_silent(contract: Contract, check: Check) -> None:
    assert [check(name) for name in sorted(contract.event_name_set)] == [None] * 22


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("AddToCart", "add_to_cart"),
        ("addtocart", "add_to_cart"),
        ("add-to-cart", "add_to_cart"),
        ("PageVisit", "page_visit"),
        ("purchase", "checkout"),
        ("subscription", "subscribe"),
        ("begin_checkout", "initiate_checkout"),
        ("intiate_checkout", "initiate_checkout"),
        ("chekout", "checkout"),
        ("generate_lead", "lead"),
        ("add to cart", "add_to_cart"),
    ],
)
def test_event_name_slip_names_what_was_meant(text: str, meant: str, check: Check) -> None:
    problem = check(text)
    assert problem is not None
    assert meant in problem.fix


def test_event_name_of_ones_own_is_a_warning_that_names_the_mapping(check: Check) -> None:
    problem = check("zq7_vip")
    assert problem is not None
    assert problem.severity is Severity.WARNING
    assert "Ads Manager" in problem.fix


@pytest.mark.parametrize("text", ["a b", "käufe", "a.b", "x" * 101, "a\nb", "checkout!"])
def test_event_name_of_other_signs_or_length_is_refused(text: str, check: Check) -> None:
    problem = check(text)
    assert problem is not None
    assert problem.severity is Severity.ERROR


def test_event_name_of_a_hundred_signs_is_taken(check: Check) -> None:
    problem = check("x" * 100)
    assert problem is not None
    assert problem.severity is Severity.WARNING


def test_event_name_in_capitals_is_advice_only(check: Check) -> None:
    problem = check("CHECKOUT")
    assert problem is not None
    assert problem.severity is Severity.ADVICE


def test_event_name_too_long_is_not_repeated_whole(check: Check) -> None:
    problem = check("x" * 5000)
    assert problem is not None
    assert len(problem.message) < 200
