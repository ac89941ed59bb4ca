"""`make kills`: kills a sending program with SIGKILL at random moments, and holds its history against the server's.

Prints the counts; ends with 1 when a send has no row, a row says something that is not so, or the file is broken.
"""

import json
import os
import random
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from workbench.events.outcome import State
from workbench.history.query import Query
from workbench.history.store import History

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200
LONGEST_LIFE = 0.25  # seconds from ready to the kill
_ANSWER = b'{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed"}]}'


@dataclass
class Seen:
    """What the server knows: the ids that arrived, and those whose answer was written."""

    arrived: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)


@contextmanager
def server() -> Iterator[tuple[str, Seen]]:
    """A server on loopback; a random third of its answers takes a while, so that kills fall into every phase."""
    seen = Seen()
    chance = random.Random(1)
    ending = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            event_id = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["data"][0]["event_id"]
            seen.arrived.add(event_id)
            if chance.random() < 1 / 3:
                ending.wait(chance.random() / 20)
            # Noted first: that the program has the answer must never be known before the server knows it gave it.
            seen.answered.add(event_id)
            self.send_response(200)
            self.send_header("Content-Length", str(len(_ANSWER)))
            self.end_headers()
            self.wfile.write(_ANSWER)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
            """Quiet."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A killed program hangs up: that is what this is about."""

    listening = Quiet(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}/v5", seen
    ending.set()
    listening.shutdown()
    listening.server_close()
    thread.join()


def kill_one(history_file: Path, endpoint: str, run: int, moment: float) -> None:
    """One life of the program, from ready to the kill."""
    program = [sys.executable, str(Path(__file__).with_name("sending_program.py")), str(history_file), endpoint]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([*program, str(run)], stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        try:
            child.wait(moment)
        except subprocess.TimeoutExpired:
            child.kill()
            return
        sys.exit(f"The program ended by itself with {child.returncode}.")


def faults(history_file: Path, seen: Seen) -> Iterator[str]:
    """What is not as it must be."""
    with History(path=history_file) as history:
        history.settle_orphans()
        states = {entry.row.event_id: entry.row.state for entry in history.export_rows(Query())}
    with closing(sqlite3.connect(history_file)) as connection:
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
    if integrity != "ok":
        yield f"the file is broken: {integrity}"
    for event_id in sorted(seen.arrived - states.keys()):
        yield f"{event_id} arrived and has no row"
    for event_id, state in states.items():
        if state is State.PENDING:
            yield f"{event_id} is still pending"
        if state is State.PROCESSED and event_id not in seen.answered:
            yield f"{event_id} is called processed and was never answered"
        if state is State.NOT_SENT and event_id in seen.arrived:
            yield f"{event_id} is called not sent and arrived"
        if state not in {State.PROCESSED, State.UNKNOWN, State.NOT_SENT}:
            yield f"{event_id} is called {state.value}"
    told = Counter(state.value for state in states.values())
    print(f"{len(states):,} sends recorded, {len(seen.arrived):,} arrived; " + ", ".join(map(_counted, told.items())))


def _counted(item: tuple[str, int]) -> str:
    return f"{item[1]:,} {item[0]}"


def main(kills: int) -> int:
    """Kills so many times and judges what is left."""
    seed = secrets.randbits(32)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, server() as (endpoint, seen):
        history_file = Path(folder) / "history.sqlite"
        for run in range(kills):
            kill_one(history_file, endpoint, run, chance.uniform(0, LONGEST_LIFE))
        found = list(faults(history_file, seen))
    print(f"{kills} kills (seed {seed}): {len(found)} faults")
    for fault in found:
        print(f"  {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
