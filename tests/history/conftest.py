"""What the tests of the history share: a real file, requests to put into it, other programs, a user without rights."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import rmtree

import pytest

import workbench
from workbench.contract.mode import Mode
from workbench.history.store import History

_NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a history may be made; its folder is not there yet."""
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    with History(path=path) as opened:
        yield opened


@pytest.fixture
def event() -> Callable[..., dict[str, object]]:
    def build(event_id: str = "o-1", event_name: str = "checkout", **custom_data: object) -> dict[str, object]:
        return {
            "event_name": event_name,
            "event_id": event_id,
            "event_time": 1_790_000_000,
            "action_source": "web",
            "user_data": {"em": ["0" * 64]},
            "custom_data": custom_data,
        }

    return build


@pytest.fixture
def begin(event: Callable[..., dict[str, object]]) -> Callable[..., int]:
    """Begin a request with sensible values for whatever is not said."""

    def run(
        history: History,
        *,
        events: list[dict[str, object]] | None = None,
        body: bytes | None = None,
        account_name: str = "Shop EU",
        ad_account_id: str = "549755885175",
        mode: Mode = Mode.TEST,
        url: str = "https://api.pinterest.com/v5/ad_accounts/549755885175/events?test=true",
        at: float = 1_790_000_000.5,
    ) -> int:
        made = json.dumps({"data": [event()] if events is None else events}).encode()
        return history.begin(
            account_name=account_name,
            ad_account_id=ad_account_id,
            mode=mode,
            url=url,
            body=made if body is None else body,
            at=at,
        )

    return run


@pytest.fixture
def program() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start another Python program that knows the workbench; its ``sys.argv[1:]`` are the arguments given."""
    root = str(Path(workbench.__file__).resolve().parent.parent)
    search = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": search}

    with ExitStack() as stack:

        def start(script: str, *arguments: object) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, "-W", "error", "-c", script, *map(str, arguments)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=environment,
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            return process

        yield start


@pytest.fixture
def folder_of_another_user() -> Iterator[Path]:
    """A folder that an unprivileged user can reach, which pytest's own temporary folders are not."""
    folder = Path(tempfile.mkdtemp(prefix="history-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    rmtree(folder)


@pytest.fixture
def without_rights() -> Iterator[Callable[[], None]]:
    """Become a user whom file permissions bind, until the test ends: root may write anywhere."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are tested where users have ids")
    before = os.geteuid()

    def drop() -> None:
        if before == 0:
            os.seteuid(_NOBODY)

    yield drop
    os.seteuid(before)
