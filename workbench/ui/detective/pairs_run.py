"""Many pairs judged in a worker, with a count to look at and a way to stop."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from workbench.judging.detective.detective import Detective
from workbench.judging.detective.pairs import PairResult, detect_pairs, read_pairs


@dataclass(frozen=True, slots=True)
class Judged:
    """The results, all of them unless ``stopped``; ``what`` is where the pairs came from."""

    what: str
    results: tuple[PairResult, ...]
    total: int
    stopped: bool


class PairsRun:
    """``done`` and ``total`` may be read, and ``stop`` called, from any thread."""

    def __init__(self, *, detective: Detective, what: str, read: Callable[[], str | bytes]) -> None:
        self._detective = detective
        self._what = what
        self._read = read
        self._stop = threading.Event()
        self.done = 0
        self.total = 0

    def stop(self) -> None:
        """Ends after the pair that is under way."""
        self._stop.set()

    def judge(self) -> Judged:
        """Reads and judges. Raises InputError or OSError when the pairs cannot be read."""
        pairs = read_pairs(self._read(), what=self._what, detective=self._detective)
        self.total = len(pairs)
        results: list[PairResult] = []
        for result in detect_pairs(self._detective, pairs):
            results.append(result)
            self.done = len(results)
            if self._stop.is_set():
                break
        return Judged(self._what, tuple(results), len(pairs), len(results) < len(pairs))
