"""`workbench --smoke-test`: one line when the installation is whole, one line that names what is not."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSED = re.compile(
    r"workbench \S+: \d+ resources, \d+ certificates, \d+ keyring backends, \d+ pages, "
    r"one practice send processed\S*\.\n"
)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


def smoke_test(*more: str, package: Path = ROOT, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs it from a folder that holds the package."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", "--smoke-test", *more],
        cwd=package,
        env={**os.environ, "PYTHONPATH": str(package), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the program, to take something out of."""
    folder = tmp_path / "söme where"
    shutil.copytree(ROOT / "workbench", folder / "workbench", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", folder / "resources")
    return folder


def test_smoke_test_of_a_whole_installation_says_one_line() -> None:
    done = smoke_test()
    assert (done.returncode, done.stderr) == (0, "")
    assert PASSED.fullmatch(done.stdout)


def test_smoke_test_passes_without_any_standard_stream() -> None:
    closed = 'exec "$0" -m workbench --smoke-test <&- >&- 2>&-'
    done = subprocess.run(["/bin/sh", "-c", closed, sys.executable], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_smoke_test_passes_without_home_and_environment(copied: Path) -> None:
    command = [sys.executable, "-m", "workbench", "--smoke-test"]
    done = subprocess.run(command, cwd=copied, env={}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_smoke_test_leaves_the_users_data_alone(tmp_path: Path) -> None:
    home = tmp_path / "untouched"
    home.mkdir()
    done = smoke_test(HOME=str(home), XDG_DATA_HOME=str(home / "data"), XDG_CONFIG_HOME=str(home / "config"))
    assert done.returncode == 0, done.stderr
    assert list(home.rglob("history*")) == []
    assert not (home / "data" / "conversion-workbench").exists()


def test_smoke_test_names_a_drawing_that_is_missing_its_content(copied: Path) -> None:
    (copied / "resources" / "icons" / "send.svg").write_bytes(b"")
    done = smoke_test(package=copied)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"Smoke test failed at resources: \S*.*send\.svg is empty\..*\n", done.stderr)


def test_smoke_test_names_a_module_that_is_missing(copied: Path) -> None:
    shutil.rmtree(copied / "workbench" / "ui" / "practice")
    done = smoke_test(package=copied)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Smoke test failed at window: ModuleNotFoundError: ")
    assert done.stderr.count("\n") == 1


def test_smoke_test_says_why_a_send_failed() -> None:
    done = smoke_test(REQUESTS_CA_BUNDLE="/nowhere/certificates.pem")
    assert (done.returncode, done.stdout) == (1, "")
    assert "certificate" in done.stderr
    assert done.stderr.count("\n") == 1


def test_smoke_test_takes_no_other_option() -> None:
    done = smoke_test("--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "stands alone" in done.stderr
