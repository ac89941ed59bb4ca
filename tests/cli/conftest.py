"""The command as it is installed; where the project is not installed, as a module."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = Path(sys.executable).with_name("workbench")
COMMAND = [str(INSTALLED)] if INSTALLED.exists() else [sys.executable, "-m", "workbench"]
NOW = 1_795_000_000


@dataclass(frozen=True)
class Told:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its one JSON document."""
        return json.loads(self.out)


Run = Callable[..., Told]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command on a data folder of its own."""

    def run(*arguments: str, typed: str | bytes = b"", **environment: str) -> Told:
        done = subprocess.run(
            [*COMMAND, "--data-dir", str(tmp_path / "data"), *arguments],
            input=typed.encode() if isinstance(typed, str) else typed,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Told(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def event(**changes: Any) -> dict[str, Any]:
    """A good event with plain match keys."""
    whole: dict[str, Any] = {
        "event_name": "checkout",
        "action_source": "web",
        "event_time": NOW - 60,
        "event_id": "o-1",
        "user_data": {"em": ["jane@example.com"]},
        "custom_data": {"currency": "USD", "value": "66.95"},
    }
    return {**whole, **changes}


DIGEST = "8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d"
"""SHA-256 of jane@example.com."""


@dataclass
class Endpoint:
    """A server that answers what it is told to, and remembers what arrived."""

    url: str = ""
    status: int = 200
    answer: bytes | None = None
    paths: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    first_arrived: Callable[[], None] | None = None


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Started on loopback."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.paths.append(self.path)
            endpoint.tokens.append(self.headers["Authorization"] or "")
            endpoint.bodies.append(body)
            if endpoint.first_arrived is not None and len(endpoint.bodies) == 1:
                endpoint.first_arrived()
            count = len(body["data"])
            good = {
                "num_events_received": count,
                "num_events_processed": count,
                "events": [{"status": "processed"}] * count,
            }
            answer = endpoint.answer if endpoint.answer is not None else json.dumps(good).encode()
            self.send_response(endpoint.status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            """Nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v5"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield endpoint
    server.shutdown()
    server.server_close()
    thread.join()
