"""What the response pane says of events, sent or not."""

from workbench.contract.mode import Mode
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.sending.request import SendRequest
from workbench.sending.sender import Sent
from workbench.ui.compose.dispatch import join_verdicts
from workbench.ui.compose.response_rows import Response, VerdictRow


def sent(count: int, *verdicts: EventVerdict) -> Sent:
    request = SendRequest(account_name="A", ad_account_id="1", mode=Mode.TEST, body=b"{}", event_count=count)
    return Sent(1, request, Outcome(State.PROCESSED, "", "", verdicts=verdicts))


def row(position: int, *, was_sent: bool = True) -> VerdictRow:
    return VerdictRow(position, "checkout", "o", EventVerdict(position, "unknown"), sent=was_sent)


def response(*rows: VerdictRow) -> Response:
    return Response(Mode.TEST, "Shop", (Outcome(State.PROCESSED, "", ""),), rows)


def test_verdicts_are_joined_to_the_events_of_every_request() -> None:
    joined = join_verdicts([{}, {}, {}], [sent(2, EventVerdict(1, "failed")), sent(1, EventVerdict(0, "processed"))])
    assert [each.word for each in joined] == ["no verdict", "failed", "processed"]


def test_events_that_did_not_get_their_turn_are_called_not_sent() -> None:
    joined = join_verdicts([{}, {}], [sent(1, EventVerdict(0, "processed"))])
    assert [each.word for each in joined] == ["processed", "not sent"]


def test_response_counts_what_was_sent_before_the_send_was_stopped() -> None:
    told = response(row(0), row(1, was_sent=False), row(2, was_sent=False)).unsent
    assert told == "1 of 3 events were sent; the other 2 did not get their turn."


def test_response_says_nothing_of_turns_when_all_were_sent() -> None:
    assert response(row(0), row(1)).unsent == ""
