"""A request goes out again only where certainly nothing was taken, and not sooner than asked."""

import pytest

from workbench.contract.loading import Contract
from workbench.events.outcome import Outcome, State
from workbench.sending.answer import explain_answer
from workbench.sending.patience import NO_RETRY, Patience


def outcome(*, retryable: bool = True, **headers: str) -> Outcome:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Outcome(State.REFUSED, "", "", headers=named, retryable=retryable)


def test_patience_doubles_its_waits() -> None:
    patience = Patience(retries=3, first_wait=1.0)
    waits = [patience.seconds_until_retry(outcome(), attempts=attempts) for attempts in (1, 2, 3)]
    assert waits == [1.0, 2.0, 4.0]


def test_patience_ends_after_its_retries() -> None:
    assert Patience(retries=3).seconds_until_retry(outcome(), attempts=4) is None


def test_patience_waits_as_long_as_the_rate_limit_asks() -> None:
    assert Patience().seconds_until_retry(outcome(x_ratelimit_reset="58"), attempts=1) == 58


def test_patience_honours_retry_after() -> None:
    assert Patience().seconds_until_retry(outcome(retry_after="7"), attempts=1) == 7


def test_patience_never_hammers_a_server_that_asks_for_no_wait() -> None:
    assert Patience().seconds_until_retry(outcome(retry_after="0"), attempts=1) == 1.0


def test_patience_leaves_a_wait_that_is_too_long_to_the_person() -> None:
    assert Patience(longest_wait=120).seconds_until_retry(outcome(retry_after="121"), attempts=1) is None


def test_patience_never_repeats_what_may_have_been_taken() -> None:
    assert Patience().seconds_until_retry(outcome(retryable=False), attempts=1) is None


def test_no_retry_is_no_retry() -> None:
    assert NO_RETRY.seconds_until_retry(outcome(), attempts=1) is None


@pytest.mark.parametrize(
    ("status", "body", "retryable"),
    [
        (429, b'{"code": 8, "message": "This request exceeded a rate limit."}', True),
        (429, b'{"code": 8, "message": "Slow down.", "message_detail": "Looks like spam."}', False),
        (503, b'{"code": 4197, "message": "ramped down"}', True),
        (400, b'{"code": 4196, "message": "The request was invalid."}', False),
        (401, b'{"code": 2, "message": "Authentication failed."}', False),
        (500, b"", False),
        (502, b"<html></html>", False),
        (504, b"", False),
        (422, b"{}", False),
        (200, b"", False),
    ],
)
def test_answer_tells_whether_it_may_be_repeated(contract: Contract, status: int, body: bytes, retryable: bool) -> None:
    assert explain_answer(status, body, event_count=1, contract=contract).retryable is retryable
