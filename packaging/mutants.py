"""Spoils the code of events/ and judging/ in thousands of small ways and counts how many the tests notice.

usage: mutants.py                everything anew
       mutants.py survivors      again what no test has noticed yet, and what is new
       mutants.py PATTERN ...    such as "workbench.events.amounts.*": those again

mutmut does the work; see [tool.mutmut] in pyproject.toml and mutation_plugin.py. Afterwards
`.venv-mutation/bin/mutmut results` lists the survivors and `mutmut show NAME` the change that nobody noticed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "mutants"
FLOOR = 90.0
_KILLED = {1, 3}
_TIMED_OUT = {-24, 24, 36, 152, 255}


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the mutants of a module or of a room. What no test reached has survived."""

    mutants: int
    killed: int
    timed_out: int

    @property
    def survived(self) -> int:
        """Mutants that no test noticed."""
        return self.mutants - self.killed - self.timed_out

    @property
    def per_cent(self) -> float:
        """Mutants that were noticed: by a failing test, or because the tests never ended."""
        return 100 * (self.killed + self.timed_out) / self.mutants if self.mutants else 100.0


def run(patterns: list[str]) -> int:
    """Let mutmut run; one child, as a mutant that hangs is told by its time."""
    mutmut = Path(sys.executable).with_name("mutmut")
    command = [str(mutmut), "run", "--max-children", "1", *patterns]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        surroundings = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "packaging"),
            # With compiled test files each of the thousands of sessions begins sooner, and none tidies up for others.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTEST_DEBUG_TEMPROOT": temporary,
        }
        return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode


def forget_survivors() -> None:
    """Take the verdicts back that another test could change."""
    for meta in _metas():
        notes = json.loads(meta.read_text(encoding="utf-8"))
        codes = notes["exit_code_by_key"]
        notes["exit_code_by_key"] = {name: code if code in _KILLED else None for name, code in codes.items()}
        meta.write_text(json.dumps(notes), encoding="utf-8")


def _metas() -> list[Path]:
    return sorted((MUTANTS / "workbench").rglob("*.py.meta"))


def verdicts() -> Iterator[tuple[str, list[int]]]:
    """Each module with the exit codes of the tests over its mutants; those not run are left out."""
    for meta in _metas():
        codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].values()
        tried = [code for code in codes if code is not None]
        if tried:
            yield meta.relative_to(MUTANTS / "workbench").as_posix().removesuffix(".meta"), tried


def score(codes: list[int]) -> Score:
    """The codes counted."""
    counts = Counter(codes)
    return Score(
        mutants=len(codes),
        killed=sum(counts[code] for code in _KILLED),
        timed_out=sum(counts[code] for code in _TIMED_OUT),
    )


def main() -> int:
    """Run, print the tables, and fail below the floor."""
    patterns = sys.argv[1:]
    if not patterns:
        shutil.rmtree(MUTANTS, ignore_errors=True)
    elif patterns == ["survivors"]:
        forget_survivors()
        patterns = []
    failed = run(patterns)
    if failed:
        return failed
    by_module = dict(verdicts())
    by_room: dict[str, list[int]] = {}
    for module, codes in by_module.items():
        by_room.setdefault(module.rpartition("/")[0], []).extend(codes)
    every = [code for codes in by_module.values() for code in codes]
    print(f"\n{'':<42}{'mutants':>9}{'killed':>9}{'timed out':>11}{'survived':>10}{'score':>9}")
    for name, codes in (*by_module.items(), *by_room.items(), ("together", every)):
        each = score(codes)
        print(
            f"{name:<42}{each.mutants:>9}{each.killed:>9}{each.timed_out:>11}{each.survived:>10}{each.per_cent:>7.1f} %"
        )
    return 0 if score(every).per_cent >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
