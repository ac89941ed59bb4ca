"""The program as others get it: a wheel in an empty environment, and a frozen folder, each with its resources."""

import json
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from linux.libraries import needed_libraries  # noqa: E402 - packaging/ is no package
from virtual_display import VirtualDisplay, wait_until  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


def done(command: Sequence[str], **more: object) -> str:
    """Runs a command that must succeed, and gives what it printed."""
    ran = subprocess.run(list(command), capture_output=True, text=True, check=False, cwd=ROOT, **more)  # type: ignore[call-overload]
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return str(ran.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree."""
    out = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done([*pip, "--wheel-dir", str(out), str(ROOT)])
    (built,) = out.glob("*.whl")
    return built


def test_wheel_carries_the_resources(wheel: Path) -> None:
    shipped = {path.relative_to(ROOT / "resources").as_posix() for path in (ROOT / "resources").rglob("*.toml")}
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert shipped
    assert {f"workbench/_resources/{name}" for name in shipped} <= inside


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that holds the wheel and what it needs, and nothing else."""
    home = tmp_path_factory.mktemp("empty") / "environment"
    venv.create(home, with_pip=True)
    pip = [str(home / "bin" / "python"), "-m", "pip", "install", "-qq"]
    done([*pip, "--require-hashes", "--requirement", str(ROOT / "requirements.txt")])
    done([*pip, "--no-deps", str(wheel)])
    return home / "bin" / "workbench"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of the frozen folder, in a path with a space and an umlaut."""
    folder = tmp_path_factory.mktemp("frozen")
    freeze = [str(Path(sys.executable).with_name("pyinstaller")), "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(folder / "d ä"), "--workpath", str(folder / "work")]
    done([*freeze, *places, str(ROOT / "packaging" / "workbench.spec")])
    return folder / "d ä" / "workbench" / "workbench"


@pytest.fixture(params=["installed", "frozen"])
def program(request: pytest.FixtureRequest) -> Path:
    """Each way the program is got."""
    path: Path = request.getfixturevalue(request.param)
    return path


@pytest.fixture
def display() -> Iterator[VirtualDisplay]:
    """A virtual display."""
    with VirtualDisplay() as display:
        yield display


def test_program_knows_the_catalogue(program: Path, tmp_path: Path) -> None:
    told = json.loads(done([str(program), "fields", "--json", "--data-dir", str(tmp_path)]))
    assert len(told["fields"]) == 89


def test_program_passes_its_smoke_test(program: Path, tmp_path: Path) -> None:
    surroundings = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    told = done([str(program), "--smoke-test"], env=surroundings)
    assert told.startswith("workbench ")
    assert told.count("\n") == 1


def test_frozen_program_needs_the_libraries_that_the_packages_depend_on(frozen: Path) -> None:
    assert "libxcb-cursor0" in needed_libraries(frozen.parent).packages


def test_program_does_the_main_job_in_its_window(program: Path, tmp_path: Path, display: VirtualDisplay) -> None:
    data = tmp_path / "data"
    window = subprocess.Popen(
        [str(program), "--data-dir", str(data)],
        env=display.environment(PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring"),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        shown = display.window("PRACTICE")
        display.press(shown, "ctrl+Return")

        def rows() -> list[dict[str, str]]:
            listed: list[dict[str, str]] = json.loads(
                done([str(program), "history", "--json", "--data-dir", str(data)])
            )["rows"]
            return listed

        wait_until(lambda: bool(rows()) and rows()[0]["state"].startswith("processed"), "the send's outcome")
        display.press(shown, "ctrl+q")
        out, _ = window.communicate(timeout=60)
    finally:
        window.kill()
        window.communicate()
    assert (window.returncode, out) == (0, "")


def test_program_lists_the_systems_keyrings(program: Path, tmp_path: Path) -> None:
    # Without a session bus the keyring fails in words, which proves that its backends were found and asked.
    told = subprocess.run(
        [str(program), "accounts", "add", "Shop", "549761234567", "--data-dir", str(tmp_path)],
        input="pina_0123456789abcdef\n",
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 2
    assert "keyring" in told.stderr.lower()
