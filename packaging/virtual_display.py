"""A virtual display with a window on it, driven from outside as a person would: keys, a look, a picture.

Needs Xvfb, xdotool and ImageMagick's ``import``. Used by ``make run`` without a display and by the end-to-end tests.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self

PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
_PATIENCE = 60.0
_STEP = 0.05


class DisplayMissingError(RuntimeError):
    """What is needed for a virtual display is not installed."""


def missing_packages() -> list[str]:
    """The Debian packages whose programs are not on the path."""
    return [package for program, package in PROGRAMS.items() if shutil.which(program) is None]


def wait_until(met: Callable[[], bool], what: str, *, patience: float = _PATIENCE) -> None:
    """Looks again and again until something is so; raises TimeoutError naming it."""
    pause = Event()
    for _ in range(int(patience / _STEP)):
        if met():
            return
        pause.wait(_STEP)
    message = f"Waited {patience:.0f} s in vain for {what}."
    raise TimeoutError(message)


class VirtualDisplay:
    """An X server of its own, without a screen; ended with the block."""

    def __init__(self, *, size: str = "1400x900x24") -> None:
        self._size = size
        self._server: subprocess.Popen[bytes] | None = None
        self.name = ""

    def __enter__(self) -> Self:
        missing = missing_packages()
        if missing:
            message = f"No virtual display: install {', '.join(missing)}."
            raise DisplayMissingError(message)
        reading, writing = os.pipe()
        # The server itself picks a free number and tells it: two runs at once never collide.
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            message = "The virtual display did not start."
            raise DisplayMissingError(message)
        self.name = f":{number}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait(timeout=10)

    def environment(self, **more: str) -> dict[str, str]:
        """The environment for programs that open windows here."""
        kept = {key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        return {**kept, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", **more}

    def tool(self, *arguments: str) -> str:
        """Runs xdotool and gives what it prints; "" when it fails."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment(), capture_output=True, text=True, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def window(self, title: str) -> str:
        """The id of the window whose title holds a text; waits for it."""
        found: list[str] = []

        def look() -> bool:
            found[:] = self.tool("search", "--onlyvisible", "--name", title).split()
            return bool(found)

        wait_until(look, f"the window “{title}”")
        return found[-1]

    def title(self, window: str) -> str:
        """A window's present title."""
        return self.tool("getwindowname", window)

    def press(self, window: str, *keys: str) -> None:
        """Presses keys in a window, as ``ctrl+Return``."""
        self.tool("windowfocus", "--sync", window)
        for key in keys:
            self.tool("key", "--clearmodifiers", key)

    def write(self, text: str) -> None:
        """Types ASCII text into what has the keys."""
        self.tool("type", "--delay", "5", text)

    def screenshot(self, path: Path) -> Path:
        """A picture of the whole display."""
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment(), check=True)
        return path


def start(command: Sequence[str], *, environment: Mapping[str, str], log: Path) -> "subprocess.Popen[bytes]":
    """Starts a program whose output goes to a file."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        return subprocess.Popen(list(command), env=dict(environment), stdout=out, stderr=subprocess.STDOUT)
