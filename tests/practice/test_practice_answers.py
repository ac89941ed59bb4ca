"""Answers in Pinterest's published shapes."""

import json

import pytest

from workbench.contract.loading import Contract
from workbench.practice.answers import EventRow, Refusal, Result, answer_to

GOOD = EventRow(processed=True)
BAD = EventRow(processed=False, error="It is wrong.")


@pytest.mark.parametrize(
    ("status", "code"), [(400, 4196), (401, 2), (403, 29), (404, 2), (429, 8), (503, 4197), (405, 405), (500, 500)]
)
def test_refusal_carries_the_code_of_its_status(contract: Contract, status: int, code: int) -> None:
    answer = answer_to(Refusal(status, "No."), contract=contract)
    assert answer.status == status
    assert json.loads(answer.body)["code"] == code


def test_refusal_carries_its_message(contract: Contract) -> None:
    answer = answer_to(Refusal(400, "No."), contract=contract)
    assert json.loads(answer.body) == {"code": 4196, "message": "No."}


def test_refusal_of_a_token_carries_the_measured_status(contract: Contract) -> None:
    answer = answer_to(Refusal(401, "Authentication failed."), contract=contract)
    assert json.loads(answer.body) == {"code": 2, "message": "Authentication failed.", "status": "failure"}


def test_result_without_a_failure_is_a_200(contract: Contract) -> None:
    answer = answer_to(Result(1, (GOOD,)), contract=contract)
    assert answer.status == 200
    assert json.loads(answer.body) == {
        "num_events_received": 1,
        "num_events_processed": 1,
        "events": [{"status": "processed", "error_message": "", "warning_message": ""}],
    }


def test_result_with_a_failure_is_a_200(contract: Contract) -> None:
    answer = answer_to(Result(2, (GOOD, BAD)), contract=contract)
    assert (answer.status, json.loads(answer.body)["num_events_processed"]) == (200, 1)


def test_result_of_failures_only_is_a_422_with_the_rows_in_details(contract: Contract) -> None:
    answer = answer_to(Result(1, (BAD,)), contract=contract)
    assert answer.status == 422
    assert json.loads(answer.body) == {
        "code": 953,
        "message": "Not all events were successfully processed.",
        "details": {
            "num_events_received": 1,
            "num_events_processed": 0,
            "events": [{"status": "failed", "error_message": "It is wrong.", "warning_message": ""}],
        },
    }
