"""Written down first, sent once, written down again, whatever happens in between."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import NoReturn

import pytest

from tests.sending.conftest import Build
from tests.sending.loopback_server import Loopback, raw, reply, silence
from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.ground.errors import InputError, MachineError
from workbench.sending.pinterest import Transport
from workbench.sending.sender import Sender, Sent

TOKEN = "pina_AEA5KXYZ0123456789"
GOOD = b'{"num_events_received": 1, "num_events_processed": 1, "events": [{"status": "processed"}]}'


class Notebook:
    """A ledger in memory, which can be made to fail."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []
        self.outcomes: dict[int, Outcome] = {}
        self.finished_at: list[float] = []
        self.fail_at_begin: Exception | None = None
        self.fail_at_finish: Exception | None = None

    def begin(self, *, account_name: str, ad_account_id: str, mode: Mode, url: str, body: bytes, at: float) -> int:
        if self.fail_at_begin is not None:
            raise self.fail_at_begin
        row = {"account_name": account_name, "ad_account_id": ad_account_id, "mode": mode, "url": url, "body": body}
        self.rows.append({**row, "at": at})
        return len(self.rows)

    def finish(self, row_id: int, outcome: Outcome, *, at: float) -> None:
        if self.fail_at_finish is not None:
            raise self.fail_at_finish
        self.outcomes[row_id] = outcome
        self.finished_at.append(at)


class Pocket:
    """A token source that holds one token for any account."""

    def __init__(self, token: str) -> None:
        self._token = token

    def token(self, ad_account_id: str) -> str:
        if not self._token:
            raise InputError(f"No token for {ad_account_id}.")
        return self._token


class FaultyTransport(Transport):
    """A transport with a bug."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(user_agent="t")
        self._error = error

    def post(self, *_arguments: object, **_options: object) -> NoReturn:
        raise self._error


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


Make = Callable[..., Sender]


@pytest.fixture
def make(notebook: Notebook, transport: Transport, contract: Contract) -> Make:
    def make_sender(*, token: str = TOKEN, transport: Transport = transport) -> Sender:
        ticks = iter(range(1000, 2000))
        return Sender(
            tokens=Pocket(token),
            ledger=notebook,
            transport=transport,
            contract=contract,
            clock=lambda: float(next(ticks)),
        )

    return make_sender


def everything(sent: Sent, notebook: Notebook) -> str:
    return f"{sent} {notebook.rows} {notebook.outcomes}"


def test_send_returns_and_records_the_outcome(make: Make, loopback: Loopback, build: Build, notebook: Notebook) -> None:
    loopback.step = reply(200, GOOD, {"X-Pinterest-Rid": "77", "Set-Cookie": "a=b"})
    request = build()
    sent = make().send(request)
    assert (sent.row_id, sent.request, sent.outcome.state) == (1, request, State.PROCESSED)
    assert sent.outcome.answer == GOOD
    assert sent.outcome.request_id == "77"
    assert "set-cookie" not in sent.outcome.headers
    assert sent.outcome.elapsed is not None
    assert notebook.outcomes == {1: sent.outcome}
    assert sent.unrecorded == ""


@pytest.mark.parametrize(
    "endpoint",
    ["https://api.pinterest.com.evil.example/v5", "https://pinterest.com/v5", "https://api.pinterest.com:8443"],
)
def test_send_gives_a_stored_token_to_no_other_host(
    make: Make, build: Build, notebook: Notebook, endpoint: str
) -> None:
    with pytest.raises(InputError, match="does not go to"):
        make().send(build(endpoint=endpoint))
    assert notebook.rows == []


def test_send_writes_the_request_down(make: Make, build: Build, notebook: Notebook) -> None:
    request = build()
    make().send(request)
    assert notebook.rows == [
        {
            "account_name": "Shop EU",
            "ad_account_id": "549712345678",
            "mode": Mode.TEST,
            "url": request.url,
            "body": request.body,
            "at": 1000.0,
        }
    ]
    assert notebook.finished_at == [1001.0]


def test_send_writes_down_before_the_first_byte_leaves(
    make: Make, loopback: Loopback, build: Build, notebook: Notebook
) -> None:
    pending: list[bool] = []
    good = reply(200, GOOD)

    def step(handler: BaseHTTPRequestHandler) -> None:
        pending.append(len(notebook.rows) == 1 and not notebook.outcomes)
        good(handler)

    loopback.step = step
    make().send(build())
    assert pending == [True]


def test_send_without_a_token_writes_and_sends_nothing(
    make: Make, loopback: Loopback, build: Build, notebook: Notebook
) -> None:
    with pytest.raises(InputError, match="No token"):
        make(token="").send(build())
    assert (notebook.rows, loopback.received) == ([], [])


def test_send_that_cannot_be_written_down_sends_nothing(
    make: Make, loopback: Loopback, build: Build, notebook: Notebook
) -> None:
    notebook.fail_at_begin = MachineError("The disk is full.")
    with pytest.raises(MachineError, match="disk is full"):
        make().send(build())
    assert loopback.received == []


@pytest.mark.parametrize("error", [MachineError("The disk is full.", fix="Make room."), RuntimeError("bug")])
def test_send_whose_outcome_cannot_be_written_down_still_returns_it(
    make: Make, loopback: Loopback, build: Build, notebook: Notebook, error: Exception
) -> None:
    loopback.step = reply(200, GOOD)
    notebook.fail_at_finish = error
    sent = make().send(build())
    assert sent.outcome.state is State.PROCESSED
    assert sent.unrecorded


def test_send_that_never_left_is_recorded_so(make: Make, build: Build, notebook: Notebook) -> None:
    sent = make().send(build(endpoint="http://127.0.0.1:1/v5"))
    assert sent.outcome.state is State.NOT_SENT
    assert "refused the connection" in sent.outcome.cause
    assert notebook.outcomes == {1: sent.outcome}


def test_send_with_no_answer_is_recorded_as_unknown(
    make: Make, hasty: Transport, loopback: Loopback, build: Build, notebook: Notebook
) -> None:
    loopback.step = silence
    sent = make(transport=hasty).send(build(mode=Mode.LIVE))
    assert (sent.outcome.state, sent.outcome.status) == (State.UNKNOWN, None)
    assert "same event_id" in sent.outcome.fix
    assert notebook.outcomes == {1: sent.outcome}
    assert len(loopback.received) == 1


def test_send_with_half_an_answer_keeps_the_half(make: Make, loopback: Loopback, build: Build) -> None:
    head = b"HTTP/1.1 200 OK\r\nX-Pinterest-Rid: 7\r\nContent-Length: 99\r\n\r\n"
    loopback.step = raw(head + b"half " + TOKEN.encode())
    outcome = make().send(build()).outcome
    assert (outcome.state, outcome.status, outcome.request_id) == (State.UNKNOWN, 200, "7")
    assert outcome.answer == "half ‹token hidden›".encode()


def test_send_with_half_a_refusal_is_refused(make: Make, loopback: Loopback, build: Build) -> None:
    loopback.step = raw(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 99\r\n\r\nhalf")
    assert make().send(build()).outcome.state is State.REFUSED


def test_cancelled_send_is_recorded(make: Make, loopback: Loopback, build: Build, notebook: Notebook) -> None:
    cancel = threading.Event()
    cancel.set()
    sent = make().send(build(), cancel=cancel)
    assert sent.outcome.state is State.NOT_SENT
    assert notebook.outcomes == {1: sent.outcome}
    assert loopback.received == []


@pytest.mark.parametrize("error", [RuntimeError("bug"), KeyboardInterrupt()])
def test_fault_is_recorded_as_unknown_and_raised(
    make: Make, build: Build, notebook: Notebook, error: BaseException
) -> None:
    with pytest.raises(type(error)):
        make(transport=FaultyTransport(error)).send(build())
    assert notebook.outcomes[1].state is State.UNKNOWN


def test_fault_is_raised_even_when_it_cannot_be_recorded(make: Make, build: Build, notebook: Notebook) -> None:
    notebook.fail_at_finish = MachineError("The disk is full.")
    with pytest.raises(RuntimeError, match="bug"):
        make(transport=FaultyTransport(RuntimeError("bug"))).send(build())


def test_unexpected_key_is_found_in_the_body_sent(make: Make, loopback: Loopback, build: Build) -> None:
    message = "Invalid request: Additional properties are not allowed ('category_name' was unexpected)"
    loopback.step = reply(400, json.dumps({"code": 400, "message": message}).encode())
    body = b'{"data": [{"custom_data": {"category_name": "x"}}]}'
    outcome = make().send(build(body=body)).outcome
    assert (outcome.state, outcome.verdicts[0].path) == (State.REFUSED, "custom_data.category_name")


@pytest.mark.parametrize("body", [b"nope", b"[]", b'{"data": {}}', b'{"data": [1]}', b"{}"])
def test_body_that_cannot_be_searched_does_no_harm(make: Make, loopback: Loopback, build: Build, body: bytes) -> None:
    loopback.step = reply(400, b'{"code": 400, "message": "No."}')
    assert make().send(build(body=body)).outcome.state is State.REFUSED


@pytest.mark.parametrize("token", [TOKEN, "an-0dd/token+of=another~kind"])
def test_echoed_token_is_hidden_everywhere(
    make: Make, loopback: Loopback, build: Build, notebook: Notebook, token: str
) -> None:
    echo = json.dumps({"code": 2, "message": f"Bad token {token}", "sent": f"Bearer {token}"}).encode()
    loopback.step = reply(401, echo, {"X-Pinterest-Rid": token, "Server": f"Bearer {token}"})
    sent = make(token=token).send(build())
    assert token not in everything(sent, notebook)
    assert sent.outcome.headers["x-pinterest-rid"] == "‹token hidden›"
    assert json.loads(sent.outcome.answer)["code"] == 2


def test_token_inside_an_event_is_not_sent(make: Make, loopback: Loopback, build: Build, notebook: Notebook) -> None:
    with pytest.raises(InputError, match="stands in one of the events") as caught:
        make().send(build(body=b'{"data": [{"event_id": "' + TOKEN.encode() + b'"}]}'))
    assert TOKEN not in str(caught.value)
    assert (notebook.rows, loopback.received) == ([], [])


def test_practice_token_is_a_word_like_any_other(make: Make, loopback: Loopback, build: Build) -> None:
    loopback.step = reply(400, b'{"code": 1, "message": "A practice answer."}')
    outcome = make(token="practice").send(build(mode=Mode.PRACTICE, body=b'{"data": ["practice"]}')).outcome
    assert b"practice answer" in outcome.answer
