"""The main job, end to end: opens the window; without a display, shows the guided first send on a virtual one."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from virtual_display import DisplayMissingError, VirtualDisplay, start, wait_until

ROOT = Path(__file__).resolve().parent.parent
WORKBENCH = Path(sys.executable).with_name("workbench")


def has_display() -> bool:
    """Whether a window can be opened for a person to see."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    name = os.environ.get("DISPLAY")
    if not name:
        return False
    if shutil.which("xdotool") is None:
        return True
    # A stale DISPLAY of a session that has gone would only end in an abort.
    asked = subprocess.run(["xdotool", "getdisplaygeometry"], capture_output=True, check=False)
    return asked.returncode == 0


def history(data: Path) -> list[dict[str, Any]]:
    """The rows of the history, newest first, as the command line tells them."""
    done = subprocess.run(
        [str(WORKBENCH), "history", "--json", "--data-dir", str(data)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        return []
    rows: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return rows


def settled(data: Path) -> bool:
    """Whether the newest send has its outcome."""
    rows = history(data)
    return bool(rows) and rows[0]["state"] != "pending"


def show(data: Path, row_id: int) -> dict[str, Any]:
    """One row of the history whole."""
    done = subprocess.run(
        [str(WORKBENCH), "history", "show", str(row_id), "--json", "--data-dir", str(data)],
        capture_output=True,
        text=True,
        check=True,
    )
    entry: dict[str, Any] = json.loads(done.stdout)
    return entry


def print_verdicts(entry: dict[str, Any]) -> None:
    """The verdict table, as the window shows it."""
    print(f"\n{entry['mode'].upper()} to {entry['account']}: {entry['state']}. {entry['cause']}")
    print(f"{'#':>3}  {'event':<16} {'event_id':<38} {'verdict':<11} message")
    for event in entry["events"]:
        message = "; ".join(part for part in (event["error"], *event["warnings"]) if part)
        place, name, event_id = event["index"] + 1, event["event_name"], event["event_id"]
        print(f"{place:>3}  {name:<16} {event_id:<38} {event['status']:<11} {message}".rstrip())


def first_send() -> int:
    """Starts the window on a virtual display, presses Ctrl+Enter as a newcomer would, and tells what came of it."""
    build = ROOT / "build" / "run"
    with tempfile.TemporaryDirectory(prefix="workbench-run-") as folder, VirtualDisplay() as display:
        data = Path(folder)
        log = build / "window.log"
        window = start([str(WORKBENCH), "--data-dir", str(data)], environment=display.environment(), log=log)
        try:
            print("No display here: the window opens on a virtual one.")
            shown = display.window("PRACTICE .* Conversion Workbench")
            print(f"The window is open: {display.title(shown)}")
            print("An example is loaded. Pressing Ctrl+Enter sends it to the practice endpoint ...")
            display.press(shown, "ctrl+Return")
            wait_until(lambda: settled(data), "the send to have its outcome")
            print_verdicts(show(data, history(data)[0]["id"]))
            picture = display.screenshot(build / "first-send.png")
            print(f"\nScreenshot: {picture.relative_to(ROOT)}")
        finally:
            window.terminate()
            window.wait(timeout=20)
        print(f"The history of this run held {len(history(data))} send; it is removed with the run's folder.")
    return 0


def main() -> int:
    """Opens the window, or shows that it works."""
    if has_display():
        return subprocess.run([str(WORKBENCH), *sys.argv[1:]], check=False).returncode
    try:
        return first_send()
    except DisplayMissingError as error:
        print(f"{error} The window cannot be shown here; the commands work: {WORKBENCH.name} --help", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
