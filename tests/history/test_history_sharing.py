"""Several threads and several programs at one file."""

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from workbench.events.outcome import Outcome, State
from workbench.history.query import Query
from workbench.history.store import History

_TIMES = 40

_WRITES = """
import sys
from pathlib import Path
from workbench.contract.mode import Mode
from workbench.events.outcome import Outcome, State
from workbench.history.store import History

print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    # Opened anew each time: the last one to close empties the log, which is when two programs can collide.
    with History(path=Path(sys.argv[1])) as history:
        row_id = history.begin(
            account_name="Other", ad_account_id="2", mode=Mode.TEST, url="", body=b'{"data": [{}]}', at=float(number)
        )
        history.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=2.0)
print("done", flush=True)
"""


def test_two_programs_write_at_once(
    path: Path, begin: Callable[..., int], program: Callable[..., subprocess.Popen[str]]
) -> None:
    process = program(_WRITES, path, _TIMES)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("go\n")
    process.stdin.flush()
    for _ in range(_TIMES):
        with History(path=path) as history:
            history.finish(begin(history), Outcome(State.PROCESSED, "", "", 200), at=2.0)
    assert process.stdout.readline() == "done\n"
    with History(path=path) as history:
        assert history.count(Query(state=State.PROCESSED)) == 2 * _TIMES


def test_many_programs_may_open_a_new_file_at_once(path: Path, program: Callable[..., subprocess.Popen[str]]) -> None:
    processes = [program(_WRITES, path, 1) for _ in range(3)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.communicate("go\n")
    with History(path=path) as history:
        assert (history.count(Query()), history.notices) == (3, ())


def test_many_threads_share_one_history(history: History, begin: Callable[..., int]) -> None:
    def send(number: int) -> int:
        row_id = begin(history, account_name=f"thread {number % 4}")
        history.finish(row_id, Outcome(State.PROCESSED, "", "", 200), at=2.0)
        history.rows(Query())
        history.version()
        return row_id

    with ThreadPoolExecutor(max_workers=4) as pool:
        ids = list(pool.map(send, range(_TIMES)))
    assert len(set(ids)) == _TIMES
    assert history.count(Query(state=State.PROCESSED)) == _TIMES


def test_a_slow_export_holds_nobody_up(history: History, path: Path, begin: Callable[..., int]) -> None:
    for _ in range(3):
        begin(history)
    exported = history.export_rows(Query())
    next(exported)
    with History(path=path, busy_timeout=0.0) as other:
        begin(other)
        assert other.count(Query()) == 4
