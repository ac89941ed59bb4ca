"""The main job as a person does it: the installed program, real keys, a real server, a real keyring."""

import hashlib
import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from virtual_display import VirtualDisplay, wait_until

from tests.e2e.conftest import Endpoint, Person

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

TOKEN = "pina_KNOWNTOKEN0123456789abcdef"
ACCOUNT_ID = "549761234567"
PLAIN = "known.person@example.org"


def test_newcomer_sends_the_example_and_finds_it_after_a_restart(person: Person) -> None:
    program = person.start()
    window = person.display.window("PRACTICE")
    person.display.press(window, "ctrl+Return")
    wait_until(lambda: [row["state"] for row in person.history()][:1] not in ([], ["pending"]), "the send's outcome")
    person.display.press(window, "ctrl+q")
    assert program.wait(timeout=30) == 0

    program = person.start()
    window = person.display.window("PRACTICE")
    person.display.press(window, "ctrl+shift+h")
    person.display.press(window, "ctrl+Return")
    wait_until(lambda: len(person.history()) == 2, "the second send")
    person.display.press(window, "ctrl+q")
    assert program.wait(timeout=30) == 0
    assert {row["mode"] for row in person.history()} == {"practice"}
    assert {row["event_name"] for row in person.history()} == {"checkout"}


@pytest.fixture
def person_with_keyring(person: Person, keyring_bus: str) -> Person:
    """A person whose desktop has a keyring, with one ad account in it."""
    environment = {**person.environment, "DBUS_SESSION_BUS_ADDRESS": keyring_bus}
    del environment["PYTHON_KEYRING_BACKEND"]
    with_keyring = replace(person, environment=environment)
    added = with_keyring.command("accounts", "add", "Shop", ACCOUNT_ID, typed=f"Bearer {TOKEN}\n")
    assert added.returncode == 0, added.stderr
    return with_keyring


def choose_shop(display: VirtualDisplay, window: str) -> None:
    """The ad account below the practice account, chosen with the keys."""
    display.press(window, "ctrl+e", "Down", "Return")
    wait_until(lambda: display.title(window).startswith("TEST · Shop"), "the account to be chosen")


def test_person_sends_a_test_with_the_token_from_the_keyring(person_with_keyring: Person, endpoint: Endpoint) -> None:
    person, display = person_with_keyring, person_with_keyring.display
    program = person.start()
    window = display.window("Conversion Workbench")
    choose_shop(display, window)
    person.choose_command(window, "field e-mail (")
    display.press(window, "ctrl+a")
    display.write(PLAIN)
    display.press(window, "ctrl+Return")
    wait_until(lambda: [row["state"] for row in person.history()] == ["processed"], "the send's outcome")
    display.press(window, "ctrl+q")
    assert program.wait(timeout=30) == 0

    (arrived,) = endpoint.arrived
    assert arrived.path == f"/v5/ad_accounts/{ACCOUNT_ID}/events?test=true"
    assert arrived.authorization == f"Bearer {TOKEN}"
    assert arrived.body["data"][0]["user_data"]["em"] == [hashlib.sha256(PLAIN.encode()).hexdigest()]
    assert_nowhere(person, TOKEN, PLAIN)


def assert_nowhere(person: Person, *secrets: str) -> None:
    """No file that the program wrote, and nothing that it said, holds a secret."""
    shown = [
        person.command(*words).stdout for words in (("history",), ("history", "show", "1", "--json"), ("accounts",))
    ]
    written = [path for path in (person.data, person.log.parent / "home") for path in path.rglob("*") if path.is_file()]
    assert person.log.stat().st_size > 0
    for secret in secrets:
        assert not [path for path in (*written, person.log) if secret.encode() in path.read_bytes()]
        assert not [text for text in shown if secret in text]


def state_in(file: Path) -> str:
    """The state of the newest row, read past the program."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        (state,) = connection.execute("SELECT state FROM requests ORDER BY id DESC LIMIT 1").fetchone()
    return str(state)


def test_program_quits_during_a_send_and_keeps_its_row(person_with_keyring: Person, endpoint: Endpoint) -> None:
    person, display = person_with_keyring, person_with_keyring.display
    endpoint.silent = True
    program = person.start()
    window = display.window("Conversion Workbench")
    choose_shop(display, window)
    display.press(window, "ctrl+Return")
    wait_until(lambda: len(endpoint.arrived) == 1, "the request to arrive")
    display.press(window, "ctrl+q")
    display.press(display.window("Quit during a send"), "alt+c")
    assert program.wait(timeout=30) == 0
    assert state_in(person.data / "history.sqlite3") == "unknown"


def test_program_killed_during_a_send_says_outcome_unknown_at_the_next_start(
    person_with_keyring: Person, endpoint: Endpoint
) -> None:
    person, display = person_with_keyring, person_with_keyring.display
    endpoint.silent = True
    program = person.start()
    window = display.window("Conversion Workbench")
    choose_shop(display, window)
    display.press(window, "ctrl+Return")
    wait_until(lambda: len(endpoint.arrived) == 1, "the request to arrive")
    file = person.data / "history.sqlite3"
    assert state_in(file) == "pending"
    os.kill(program.pid, signal.SIGKILL)
    program.wait(timeout=30)

    program = person.start()
    window = display.window("Conversion Workbench")
    wait_until(lambda: state_in(file) == "unknown", "the next start to say that the outcome is unknown")
    display.press(window, "ctrl+q")
    assert program.wait(timeout=30) == 0
