"""Sends one event after the other, each under an id of its own, until it is killed. Says when it is ready."""

import itertools
import sys
from pathlib import Path

import requests  # noqa: F401, TID253 - imported before the program says that it is ready

from workbench.contract.loading import load_contract
from workbench.contract.mode import Mode
from workbench.history.store import History
from workbench.sending.pinterest import Transport
from workbench.sending.request import SendRequest
from workbench.sending.sender import Sender


class _Token:
    def token(self, ad_account_id: str) -> str:
        del ad_account_id
        return "pina_kills"


def main(history_file: str, endpoint: str, run: str) -> None:
    """Runs until killed."""
    history = History(path=Path(history_file))
    history.settle_orphans()
    sender = Sender(tokens=_Token(), ledger=history, transport=Transport(user_agent="kills"), contract=load_contract())
    print("ready", flush=True)
    for number in itertools.count():
        body = b'{"data":[{"event_name":"checkout","event_id":"%s-%d","user_data":{}}]}' % (run.encode(), number)
        request = SendRequest(
            account_name="Kills", ad_account_id="1", mode=Mode.TEST, body=body, event_count=1, endpoint=endpoint
        )
        sender.send(request)


main(*sys.argv[1:])
