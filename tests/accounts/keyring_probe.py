"""Use a vault as a program of its own, and print what came of each step as one line of JSON.

usage: keyring_probe.py STEP...   with the steps of ``STEPS``
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable

from tests.accounts.in_keyring_session import answers
from workbench.accounts.vault import Vault
from workbench.ground.errors import WorkbenchError

ACCOUNT = "549755885175"
TOKEN = "pina_AMAQ7example0token"


def kill_daemon(_: Vault) -> str:
    """End the daemon that in_keyring_session.py started, as a crash would."""
    os.kill(int(os.environ["KEYRING_DAEMON_PID"]), signal.SIGKILL)
    while answers():
        time.sleep(0.01)
    return "killed"


def find_session(_: Vault) -> str:
    """Give the program the session that it was started without."""
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = os.environ["LATE_SESSION"]
    return "found"


STEPS: dict[str, Callable[[Vault], object]] = {
    "backend": lambda vault: vault.backend().usable,
    "name": lambda vault: vault.backend().name,
    "token": lambda vault: vault.token(ACCOUNT),
    "store": lambda vault: vault.store(ACCOUNT, TOKEN),
    "forget": lambda vault: vault.forget(ACCOUNT),
    "where": lambda vault: vault.where(ACCOUNT),
    "keep": lambda vault: vault.keep_for_session(ACCOUNT, TOKEN),
    "retry": lambda vault: vault.retry().usable,
    "kill-daemon": kill_daemon,
    "find-session": find_session,
}


def main(*steps: str) -> None:
    """Take each step with one vault."""
    vault = Vault()
    for step in steps:
        try:
            result = {"step": step, "gave": STEPS[step](vault)}
        except WorkbenchError as error:
            result = {"step": step, "raised": type(error).__name__, "message": error.message, "fix": error.fix}
        sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
