"""What went live already within Pinterest's 48 hours, and what a second send would do."""

from collections.abc import Mapping
from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.judging.duplicates import SeenEvent, seen_problems
from workbench.judging.problem import Problem

NOW = 1_800_000_000
HOUR = 3600


def event(**changes: Any) -> dict[str, Any]:
    whole = {"event_name": "checkout", "event_id": "o-1", "action_source": "web", "custom_data": {"order_id": "1042"}}
    return {**whole, **changes}


def seen(**changes: Any) -> SeenEvent:
    whole: dict[str, Any] = {
        "event_name": "checkout",
        "event_id": "o-1",
        "order_id": "1042",
        "sent_at": float(NOW - HOUR),
        "where": "history row 7",
    }
    return SeenEvent(**{**whole, **changes})


def found(payload: dict[str, Any], *known: SeenEvent, contract: Contract) -> Problem | None:
    return seen_problems([payload], known, now=NOW, contract=contract).get(0)


Case = tuple[dict[str, Any], SeenEvent]

# code: (payload and what went live that call the rule, the same that must not)
CASES: Mapping[str, tuple[Case, Case]] = {
    "already-sent": ((event(event_name="Checkout"), seen(order_id="")), (event(event_id="o-2"), seen(order_id=""))),
    "offline-already-sent": ((event(action_source="offline"), seen()), (event(), seen())),
    "sent-under-other-name": ((event(), seen(event_name="lead")), (event(), seen())),
    "order-already-sent": ((event(event_id="o-2"), seen()), (event(event_id="o-2"), seen(event_name="add_to_cart"))),
}


@pytest.mark.parametrize("code", CASES)
def test_duplicate_is_told_by_its_kind(code: str, contract: Contract) -> None:
    payload, known = CASES[code][0]
    problem = found(payload, known, contract=contract)
    assert problem is not None
    assert problem.code == code


@pytest.mark.parametrize("code", CASES)
def test_duplicate_is_not_told_otherwise(code: str, contract: Contract) -> None:
    payload, known = CASES[code][1]
    problem = found(payload, known, contract=contract)
    assert problem is None or problem.code != code


@pytest.mark.parametrize(
    ("payload", "known"),
    [
        (event(event_id="o-2"), seen(order_id="1043")),
        (event(event_id="o-2"), seen(event_name="add_to_cart")),
        (event(), seen(sent_at=float(NOW - 48 * HOUR - 1))),
        (event(event_id="", custom_data={}), seen(event_id="", order_id="")),
        (event(event_id="o-2", custom_data="x"), seen()),
    ],
)
def test_no_duplicate_is_told_of_other_events(contract: Contract, payload: dict[str, Any], known: SeenEvent) -> None:
    assert found(payload, known, contract=contract) is None


def test_duplicate_counts_until_the_last_second(contract: Contract) -> None:
    assert found(event(), seen(sent_at=float(NOW - 48 * HOUR)), contract=contract)


def test_duplicate_says_when_and_where(contract: Contract) -> None:
    problem = found(event(), seen(), contract=contract)
    assert problem is not None
    assert "1 hour ago (history row 7)" in problem.message


def test_duplicate_of_the_same_name_comes_before_one_of_another(contract: Contract) -> None:
    problem = found(event(), seen(event_name="lead"), seen(), contract=contract)
    assert problem is not None
    assert problem.code == "already-sent"


def test_duplicate_names_the_first_send(contract: Contract) -> None:
    later = seen(sent_at=float(NOW - 60), where="history row 9")
    problem = found(event(), later, seen(), contract=contract)
    assert problem is not None
    assert "history row 7" in problem.message


def test_duplicates_are_told_by_position(contract: Contract) -> None:
    other = event(event_id="o-3", custom_data={})
    assert list(seen_problems([other, event()], [seen()], now=NOW, contract=contract)) == [1]


@pytest.mark.parametrize(
    ("code", "path", "message"),
    [
        (
            "already-sent",
            "event_id",
            (
                "The same event_id and event_name went live 1 hour ago (history row 7), so Pinterest drops this one: "
                "it keeps the first."
            ),
        ),
        (
            "offline-already-sent",
            "event_id",
            (
                "The same event_id and event_name went live 1 hour ago (history row 7), and offline events are not "
                "deduplicated: this one would count again."
            ),
        ),
        (
            "sent-under-other-name",
            "event_id",
            (
                "The same event_id went live 1 hour ago as “lead” (history row 7). Under two names the events are not "
                "deduplicated."
            ),
        ),
        (
            "order-already-sent",
            "custom_data.order_id",
            "This order went live 1 hour ago under another event_id (history row 7), so it would count twice.",
        ),
    ],
)
def test_duplicate_is_told_at_its_field_and_in_full(code: str, path: str, message: str, contract: Contract) -> None:
    payload, known = CASES[code][0]
    problem = found(payload, known, contract=contract)
    assert problem is not None
    assert (problem.path, problem.message) == (path, message)


@pytest.mark.parametrize("alien", [5, None, ["o-1"]])
def test_duplicate_is_not_told_by_ids_that_are_no_texts(contract: Contract, alien: Any) -> None:
    payload = event(event_id=alien, custom_data={"order_id": alien})
    assert found(payload, seen(event_id="XXXX", order_id="XXXX"), contract=contract) is None


def test_duplicate_order_is_not_told_when_only_another_went_live(contract: Contract) -> None:
    assert found(event(event_id="o-2"), seen(event_id="o-3", order_id="1043"), contract=contract) is None
