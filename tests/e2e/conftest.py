"""The installed program as a process, a virtual display, a real keyring session, and a real HTTP server."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from virtual_display import VirtualDisplay, missing_packages, wait_until  # noqa: E402 - packaging/ is no package

WORKBENCH = Path(sys.executable).with_name("workbench")
KEYRING_SESSION = ROOT / "tests" / "accounts" / "in_keyring_session.py"
HOLD_SESSION = "import os, sys; print(os.environ['DBUS_SESSION_BUS_ADDRESS'], flush=True); sys.stdin.read()"


@dataclass
class Arrived:
    """One request that reached the server."""

    path: str
    authorization: str
    body: dict[str, Any]


@dataclass
class Endpoint:
    """A server that stands in for Pinterest. While ``silent`` it takes requests and never answers."""

    url: str = ""
    arrived: list[Arrived] = field(default_factory=list)
    silent: bool = False
    release: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Started on loopback, stopped at the end."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.arrived.append(Arrived(self.path, self.headers["Authorization"] or "", body))
            if endpoint.silent:
                endpoint.release.wait(60)
                return
            count = len(body["data"])
            answer = {
                "num_events_received": count,
                "num_events_processed": count,
                "events": [{"status": "processed", "error_message": "", "warning_message": ""}] * count,
            }
            encoded = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(encoded)))
            self.end_headers()
            self.wfile.write(encoded)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            """Nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v5"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield endpoint
    endpoint.release.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def display() -> Iterator[VirtualDisplay]:
    """A virtual display."""
    missing = missing_packages()
    assert not missing, f"These tests need a virtual display: install {', '.join(missing)}."
    with VirtualDisplay() as display:
        yield display


@pytest.fixture
def keyring_bus(tmp_path: Path) -> Iterator[str]:
    """The address of a D-Bus session with an unlocked throw-away keyring."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path / "keyring"),
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(tmp_path / "home"),
    }
    (tmp_path / "keyring").mkdir()
    session = subprocess.Popen(
        [
            "dbus-run-session",
            "--",
            sys.executable,
            str(KEYRING_SESSION),
            "unlocked",
            sys.executable,
            "-c",
            HOLD_SESSION,
        ],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert session.stdout is not None
    assert session.stdin is not None
    address = session.stdout.readline().strip()
    assert address, "No keyring session: install dbus and gnome-keyring."
    yield address
    session.stdin.close()
    session.stdout.close()
    session.wait(timeout=30)


@dataclass(frozen=True)
class Person:
    """Someone at the keyboard: starts the program, presses keys, looks at what the program remembers."""

    display: VirtualDisplay
    data: Path
    log: Path
    environment: dict[str, str]
    started: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    def start(self) -> "subprocess.Popen[bytes]":
        """Opens the window."""
        with self.log.open("ab") as out:
            program = subprocess.Popen(
                [str(WORKBENCH), "--data-dir", str(self.data)], env=self.environment, stdout=out, stderr=out
            )
        self.started.append(program)
        return program

    def command(self, *arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """Runs a command of the headless twin on the same data."""
        return subprocess.run(
            [str(WORKBENCH), *arguments, "--data-dir", str(self.data)],
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def history(self) -> list[dict[str, Any]]:
        """The rows, newest first."""
        done = self.command("history", "--json")
        assert done.returncode == 0, done.stderr
        rows: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
        return rows

    def choose_command(self, window: str, words: str) -> None:
        """Ctrl+K, a few words, Enter."""
        self.display.press(window, "ctrl+k")
        # Without a window manager nobody else gives a new window the keys, or waits for an old one to go.
        palette = self.display.window("^Commands$")
        self.display.press(palette)
        self.display.write(words)
        self.display.press(palette, "Return")
        wait_until(lambda: not self.display.tool("search", "--onlyvisible", "--name", "^Commands$"), "it to close")


@pytest.fixture
def person(tmp_path: Path, display: VirtualDisplay, endpoint: Endpoint) -> Iterator[Person]:
    """A person with an empty data folder; their ad accounts are served by ``endpoint``."""
    environment = display.environment(
        HOME=str(tmp_path / "home"),
        WORKBENCH_ENDPOINT=endpoint.url,
        WORKBENCH_LOG="debug",
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
    )
    person = Person(display=display, data=tmp_path / "data", log=tmp_path / "window.log", environment=environment)
    yield person
    for program in person.started:
        program.kill()
        program.wait(timeout=30)
