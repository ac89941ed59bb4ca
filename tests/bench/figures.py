"""`make bench`: each figure beside its floor, measured in the same run, in turns, so that a slow minute slows both.

Prints the table and writes build/bench.json. Nothing here passes or fails: a timing is a benchmark, never a test.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
RUNS = 9


@dataclass(frozen=True)
class Figure:
    """One row of the table. ``goal`` is a ratio to the floor; without one, or if ``absolute``, milliseconds."""

    what: str
    unit: str
    value: float
    floor: float | None
    goal: float
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.value / self.floor if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the goal was reached in this run."""
        return (self.value if self.ratio is None or self.absolute else self.ratio) <= self.goal


def probe(script: str, *arguments: str) -> dict[str, float]:
    """Runs one measuring program in a process of its own and reads the figures it prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{script} failed:\n{done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def start_and_memory() -> list[Figure]:
    """The window against a bare one, in turns."""
    for script in ("bare_window.py", "our_window.py"):
        probe(script)  # warms the disk and the byte code
    bare = [probe("bare_window.py") for _ in range(RUNS)]
    ours = [probe("our_window.py") for _ in range(RUNS)]

    def middle(rows: list[dict[str, float]], name: str) -> float:
        return statistics.median(row[name] for row in rows)

    return [
        Figure("start to first painted window", "ms", middle(ours, "start"), middle(bare, "start"), 1.5),
        Figure("resident memory, idle", "MB", middle(ours, "memory"), middle(bare, "memory"), 1.6),
    ]


def keystrokes() -> list[Figure]:
    """From the key to the repainted judgement and JSON, every field filled."""
    figures = []
    for events in (1, 1000):
        told = probe("keystrokes.py", str(events))
        name = f"keystroke to repaint, {events:,} event{'s' if events > 1 else ''}, p99"
        figures.append(Figure(name, "ms", told["p99"], None, 16))
    return figures


def batch() -> list[Figure]:
    """1,000 events judged, normalised, hashed and encoded, against hashing and encoding alone."""
    told = probe("batch.py")
    return [Figure("judge + normalise + hash + encode, 1,000 events", "ms", told["ours"], told["floor"], 6)]


def sends() -> list[Figure]:
    """A request of 1,000 events to a server on loopback, against bare urllib3 sending the same bytes."""
    told = probe("requests_sent.py")
    return [Figure("1,000-event request to loopback", "ms", told["exchange"], told["floor"], 1.3)]


def detective() -> list[Figure]:
    """The hash detective at its slowest."""
    told = probe("detective.py")
    return [Figure("detect, a long address that matches nothing", "ms", told["ours"], None, 50)]


def history() -> list[Figure]:
    """1,000,000 sends on the history page, from what the user does to the rows painted, beside the bare SQL."""
    told = probe("history_page.py")
    rows = {
        "open": "first page painted",
        "filter": "mode, state and account",
        "search": "a part of an ID",
        "event": "an event name",
        "end": "jump to the end",
    }
    return [
        Figure(f"history of 1,000,000: {what}", "ms", told[name], told[f"{name}_floor"], 100, absolute=True)
        for name, what in rows.items()
    ]


def main() -> None:
    """Measures, prints, writes."""
    figures = [*start_and_memory(), *keystrokes(), *batch(), *sends(), *detective(), *history()]
    print(f"{'what':<52} {'value':>10} {'floor':>10} {'ratio':>7} {'goal':>8}  met")
    for each in figures:
        floor = f"{each.floor:.1f}" if each.floor is not None else "-"
        ratio = f"{each.ratio:.2f}" if each.ratio is not None else "-"
        goal = f"<= {each.goal:g}" + (" ms" if each.floor is None or each.absolute else " x")
        met = "yes" if each.met else "NO"
        print(f"{each.what:<52} {each.value:>7.1f} {each.unit} {floor:>10} {ratio:>7} {goal:>8}  {met}")
    out = ROOT / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    rows = [{**asdict(each), "ratio": each.ratio, "met": each.met} for each in figures]
    out.write_text(
        json.dumps({"python": platform.python_version(), "figures": rows}, indent=2) + "\n", encoding="utf-8"
    )
    print(f"\nWritten: {out.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
