"""Requests as command lines, run by a real shell with a curl that tells its arguments."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.ground.errors import InputError
from workbench.history.curl import as_curl
from workbench.history.store import History

_URL = "https://api.pinterest.com/v5/ad_accounts/549755885175/events?test=true"


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str], list[str]]:
    """The arguments that curl gets from a command line, and its standard input."""
    (tmp_path / "bin").mkdir()
    curl = tmp_path / "bin" / "curl"
    curl.write_text('#!/bin/sh\nprintf "%s\\0" "$@"\nif [ -p /dev/stdin ] || [ -f /dev/stdin ]; then cat; fi\n')
    curl.chmod(curl.stat().st_mode | stat.S_IXUSR)

    def run(command: str) -> list[str]:
        path = f"{curl.parent}{os.pathsep}{os.environ['PATH']}"
        environment = {"PATH": path, "WORKBENCH_TOKEN": "pina_test"}
        script = tmp_path / "command.sh"
        script.write_text(command, encoding="utf-8")
        shell = ["sh", str(script)]
        done = subprocess.run(shell, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        return done.stdout.decode().split("\0")

    return run


@pytest.mark.parametrize(
    "event_id", ["o-1", "it's", 'say "x"', "$HOME `id` $(id)", "a\\nb", "100 % ! ; & |", "注文 ü", "@file"]
)
def test_curl_sends_the_stored_bytes(
    history: History, begin: Callable[..., int], told: Callable[[str], list[str]], event_id: str
) -> None:
    body = f'{{"data": [{{"event_id": "{event_id}"}}]}}'
    arguments = told(as_curl(history.entry(begin(history, body=body.encode()))))
    assert arguments[arguments.index("--data-raw") + 1] == body


def test_curl_posts_to_the_address_with_the_token_of_the_environment(
    history: History, begin: Callable[..., int], told: Callable[[str], list[str]]
) -> None:
    arguments = told(as_curl(history.entry(begin(history))))
    assert arguments[:3] == ["--request", "POST", _URL]
    assert "Authorization: Bearer pina_test" in arguments
    assert "Content-Type: application/json" in arguments


def test_a_long_body_comes_by_standard_input(
    history: History, begin: Callable[..., int], told: Callable[[str], list[str]]
) -> None:
    body = '{"data": [' + '{"event_id": "EVENTS $HOME"},' * 6000 + "{}]}"
    command = as_curl(history.entry(begin(history, body=body.encode())))
    *arguments, given = told(command)
    assert (given, arguments[-1]) == (body + "\n", "@-")


def test_a_body_that_is_no_text_is_refused(history: History, begin: Callable[..., int]) -> None:
    with pytest.raises(InputError, match="not text in UTF-8"):
        as_curl(history.entry(begin(history, body=b"\xff\xfe")))
