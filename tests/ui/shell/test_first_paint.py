"""What the first sight of the window does without: each of these would delay it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import functools
import sys
import workbench.app

def painted(window):
    print(*sorted(name for name in sys.argv[2:] if name in sys.modules))
    window.close()

def watched(app, parts):
    made = original(app, parts)
    made.window.first_painted.connect(functools.partial(painted, made.window))
    return made

original = workbench.app.make_workbench
workbench.app.make_workbench = watched
sys.exit(workbench.app.open_window(sys.argv[1]))
"""
LATER = (
    "keyring",
    "requests",
    "sqlite3",
    "tomllib",
    "zoneinfo",
    "phonenumbers",
    "pycountry",
    "workbench.cli",
    "workbench.files",
    "workbench.history",
    "workbench.judging.judge",
    "workbench.judging.normalising",
    "workbench.judging.rules",
    "workbench.practice",
    "workbench.sending",
    "workbench.ui.compose.json_tab",
    "workbench.ui.compose.lines_row",
    "workbench.ui.compose.preview",
    "workbench.ui.compose.response",
    "workbench.ui.detective",
    "workbench.ui.history",
    "workbench.ui.templates.tab",
)


@pytest.mark.slow
def test_first_paint_imports_nothing_that_can_wait(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path), *LATER],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == []
