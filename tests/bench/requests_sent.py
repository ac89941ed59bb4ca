"""Requests of 1,000 events to a server on loopback, sent, recorded and explained, against bare urllib3."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import urllib3
from measuring import tell

from workbench.contract.loading import load_contract
from workbench.contract.mode import Mode
from workbench.events.encoding import encode_json
from workbench.events.payload import request_body
from workbench.events.templates import from_template
from workbench.history.store import History
from workbench.judging.judge import Judge
from workbench.sending.pinterest import Transport
from workbench.sending.request import SendRequest
from workbench.sending.sender import Sender

EVENTS = 1000
ROUNDS = 15
NOW = 1_795_000_000


class _Token:
    def token(self, ad_account_id: str) -> str:
        del ad_account_id
        return "pina_bench"


def _body() -> bytes:
    contract = load_contract()
    judge = Judge(contract=contract)
    example = from_template("checkout", now=NOW, event_id="x", contract=contract)
    drafts = [example.with_value("event_id", f"event-{number}") for number in range(EVENTS)]
    return encode_json(request_body([judge.event(draft, now=NOW).payload for draft in drafts]))


def main() -> None:
    """Measures in turns and tells the best of each: floor, the exchange alone, and the whole send."""
    body = _body()
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("answering_server.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    port = int(server.stdout.readline())
    request = SendRequest(
        account_name="Bench",
        ad_account_id="1",
        mode=Mode.LIVE,
        body=body,
        event_count=EVENTS,
        endpoint=f"http://127.0.0.1:{port}/v5",
    )
    transport = Transport(user_agent="bench")
    pool = urllib3.PoolManager()
    floor, bare, whole = [], [], []
    with tempfile.TemporaryDirectory() as folder, History(path=Path(folder) / "history.sqlite") as history:
        sender = Sender(tokens=_Token(), ledger=history, transport=transport, contract=load_contract())
        for _ in range(ROUNDS):
            began = time.perf_counter()
            answer = pool.request("POST", request.url, body=body, headers={"Content-Type": "application/json"})
            answer.json()
            floor.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            transport.post(request, token="pina_bench")
            bare.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            sender.send(request)
            whole.append((time.perf_counter() - began) * 1000)
    server.communicate(timeout=10)
    tell(ours=min(whole), exchange=min(bare), floor=min(floor))


main()
