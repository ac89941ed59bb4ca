"""The frozen program against the unfrozen one, from their start to their window on a virtual display, in turns.

Needs what `make freeze` built: PYTHONPATH=packaging .venv/bin/python tests/bench/frozen_start.py
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from virtual_display import VirtualDisplay

ROOT = Path(__file__).resolve().parents[2]
FROZEN = [str(ROOT / "dist" / "workbench" / "workbench")]
UNFROZEN = [sys.executable, "-m", "workbench"]
RUNS = 15


def start(command: list[str], display: VirtualDisplay) -> float:
    """Milliseconds until the window can be seen."""
    environment = display.environment(
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring", PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE=""
    )
    with tempfile.TemporaryDirectory() as data:
        started = time.perf_counter()
        program = subprocess.Popen([*command, "--data-dir", data], env=environment, cwd=ROOT)
        try:
            while not display.tool("search", "--onlyvisible", "--name", "Conversion Workbench"):
                if program.poll() is not None:
                    sys.exit("The program ended before its window was there.")
            return (time.perf_counter() - started) * 1000
        finally:
            program.terminate()
            program.wait(timeout=30)


def main() -> None:
    """Measures and prints."""
    os.environ.pop("QT_QPA_PLATFORM", None)
    with VirtualDisplay() as display:
        for command in (FROZEN, UNFROZEN):
            start(command, display)  # warms the disk and the byte code
        pairs = [(start(FROZEN, display), start(UNFROZEN, display)) for _ in range(RUNS)]
    for name, times in zip(("frozen", "unfrozen"), zip(*pairs, strict=True), strict=True):
        print(f"{name:<9} {min(times):6.0f} {statistics.median(times):6.0f} {max(times):6.0f} ms")
    frozen, unfrozen = (statistics.median(each) for each in zip(*pairs, strict=True))
    print(f"ratio of the medians {frozen / unfrozen:.2f}")


if __name__ == "__main__":
    main()
