"""The vault on the real Secret Service: GNOME Keyring in a D-Bus session of its own, without a display."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
TOKEN = "pina_AMAQ7example0token"
SECONDS = 60

Steps = list[dict[str, str]]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
Probe = Callable[..., Steps]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the Secret Service is a part of Linux desktops"),
]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An account that never had a keyring, with no display and no D-Bus session."""
    missing = [name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None]
    if missing:
        pytest.fail(
            f"{' and '.join(missing)} not found: the token's real keyring cannot be tested. "
            "Install the Debian packages dbus and gnome-keyring.",
            pytrace=False,
        )
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    hidden = (
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "DBUS_SESSION_BUS_ADDRESS",
        "PYTHON_KEYRING_BACKEND",
        "GNOME_KEYRING_CONTROL",
    )
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    folders = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME")}
    return kept | folders | {"XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(ROOT)}


@pytest.fixture
def run_in_session(environment: dict[str, str]) -> Run:
    """Run Python in a D-Bus session whose keyring is ``unlocked``, ``locked`` or ``fresh``. The session then ends."""

    def run(keyring: str, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        session = ["dbus-run-session", "--", sys.executable, str(HERE / "in_keyring_session.py"), keyring]
        return subprocess.run(
            [*session, sys.executable, *arguments],
            cwd=ROOT,
            env=environment | variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )

    return run


@pytest.fixture
def probe(run_in_session: Run) -> Probe:
    """Take steps with a vault in a session; what came of each."""

    def steps(keyring: str, *names: str, **variables: str) -> Steps:
        done = run_in_session(keyring, str(HERE / "keyring_probe.py"), *names, **variables)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return steps


def test_vault_behaves_on_the_secret_service_as_in_memory(run_in_session: Run) -> None:
    behaviour = str(HERE / "test_accounts_vault_behaviour.py")
    done = run_in_session(
        "unlocked",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        behaviour,
        WORKBENCH_TESTS_KEYRING="keyring.backends.SecretService.Keyring",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\d+ passed in", done.stdout, re.MULTILINE), done.stdout


def test_vault_finds_the_secret_service_by_itself(probe: Probe) -> None:
    assert probe("unlocked", "name", "store", "where", "token", "forget", "where") == [
        {"step": "name", "gave": "the Secret Service (GNOME Keyring, KWallet or KeePassXC)"},
        {"step": "store", "gave": None},
        {"step": "where", "gave": "keyring"},
        {"step": "token", "gave": TOKEN},
        {"step": "forget", "gave": None},
        {"step": "where", "gave": "none"},
    ]


def test_token_stored_in_the_secret_service_is_in_no_file(probe: Probe, tmp_path: Path) -> None:
    probe("unlocked", "store")
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not any(TOKEN.encode() in content for content in written)


def test_locked_keyring_without_a_display_says_to_unlock_it(probe: Probe) -> None:
    for answer in probe("locked", "token", "store", "forget", "where"):
        assert answer["raised"] == "KeyringLocked"
        assert answer["message"].startswith("The Secret Service (GNOME Keyring, KWallet or KeePassXC) is locked")
        assert "Unlock GNOME Keyring" in answer["fix"]


def test_locked_keyring_does_not_keep_a_token_from_the_session(probe: Probe) -> None:
    assert probe("locked", "store", "keep", "token")[-1] == {"step": "token", "gave": TOKEN}


def test_account_without_any_keyring_says_how_to_create_one(probe: Probe) -> None:
    answer = probe("fresh", "store")[0]
    assert answer["raised"] == "KeyringFailed"
    assert "neither opened nor created" in answer["message"]
    assert "Sign in to the desktop once" in answer["fix"]


def test_null_backend_gets_no_token(probe: Probe) -> None:
    answer = probe("unlocked", "store", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")[0]
    assert answer["raised"] == "KeyringMissing"
    assert "keyring.backends.null.Keyring stores nothing" in answer["message"]


def test_keyring_that_dies_is_reported_as_locked_when_it_comes_back(probe: Probe) -> None:
    answers = probe("unlocked", "store", "kill-daemon", "token")
    assert answers[0] == {"step": "store", "gave": None}
    assert answers[2]["raised"] == "KeyringLocked"


def test_no_session_says_which_packages_to_install(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "keyring_probe.py"), "backend", "store", "retry"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )
    backend, store, retry = [json.loads(line) for line in done.stdout.splitlines()]
    assert (backend["gave"], retry["gave"]) == (False, False)
    assert store["raised"] == "KeyringMissing"
    assert "gnome-keyring and dbus" in store["fix"]


def test_retry_finds_a_keyring_that_was_started_later(run_in_session: Run) -> None:
    without_session = (
        "import os, sys; os.environ['LATE_SESSION'] = os.environ.pop('DBUS_SESSION_BUS_ADDRESS');"
        "from tests.accounts.keyring_probe import main; main(*sys.argv[1:])"
    )
    steps = ("backend", "find-session", "backend", "retry", "store", "token")
    done = run_in_session("unlocked", "-c", without_session, *steps)
    assert done.returncode == 0, done.stderr
    gave = [json.loads(line)["gave"] for line in done.stdout.splitlines()]
    assert gave == [False, "found", False, True, None, TOKEN]
