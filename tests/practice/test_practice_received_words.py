"""A request that arrived in words."""

import pytest

from workbench.practice.faults import Fault
from workbench.practice.received import ReceivedRequest, Verdicts
from workbench.practice.received_words import answer_words, events_words, mode_words, sender_words, verdict_words


def request(
    verdicts: Verdicts | None = None,
    *,
    events: int = 1,
    status: int | None = 200,
    test: bool = True,
    account: str = "1",
    fault: Fault | None = None,
    sender: str = "curl/8",
) -> ReceivedRequest:
    """A request that arrived."""
    return ReceivedRequest(
        at=0,
        ad_account_id=account,
        test=test,
        event_count=events,
        status=status,
        body=b"{}",
        fault=fault,
        user_agent=sender,
        verdicts=verdicts or Verdicts(processed=events),
    )


@pytest.mark.parametrize(
    ("events", "verdicts", "words"),
    [
        (2, Verdicts(processed=2), "2 processed"),
        (1, Verdicts(processed=1, warned=1), "1 processed with warnings"),
        (3, Verdicts(processed=3, warned=1), "3 processed, 1 of them with warnings"),
        (3, Verdicts(processed=1, failed=2), "1 processed, 2 failed"),
        (21, Verdicts(processed=20), "20 processed, 1 not judged: a test takes the first 20"),
        (5, Verdicts(refused="Invalid request"), "refused as a whole"),
    ],
)
def test_verdict_words(events: int, verdicts: Verdicts, words: str) -> None:
    assert verdict_words(request(verdicts, events=events)) == words


@pytest.mark.parametrize(
    ("status", "fault", "words"),
    [
        (200, None, "200"),
        (None, Fault.SILENT, "no answer (fault silent)"),
        (503, Fault.UNAVAILABLE, "503 (fault 503)"),
    ],
)
def test_answer_words(status: int | None, fault: Fault | None, words: str) -> None:
    assert answer_words(request(status=status, fault=fault)) == words


@pytest.mark.parametrize(
    ("sender", "words"),
    [("curl/8", "curl/8"), ("", "a program without a name"), ("conversion-workbench/1.0", "this program")],
)
def test_sender_words(sender: str, words: str) -> None:
    assert sender_words(request(sender=sender)) == words


@pytest.mark.parametrize(("test", "account", "words"), [(True, "1", "test"), (False, "1", "live"), (False, "", "–")])
def test_mode_words(test: bool, account: str, words: str) -> None:
    assert mode_words(request(test=test, account=account)) == words


def test_events_words() -> None:
    assert (events_words(request()), events_words(request(events=1000))) == ("1 event", "1,000 events")
