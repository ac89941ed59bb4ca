"""What was sent and what came back, newest first.

  workbench history [--limit N] [--search TEXT] [--since WHEN] [--until WHEN] [--event NAME] [--mode M] [--status STATE]
  workbench history show ID
  workbench history export --format csv|jsonl FILE

JSON: rows[id, sent_at, account, ad_account_id, mode, state, event_count, event_name, event_id, http_status, received,
processed, elapsed_ms], total. show: the same keys, and url, cause, fix, headers, body, answer, events.
WHEN: 2h, 3d, 2026-11-22, or Unix seconds.
"""

from argparse import ArgumentParser, Namespace

from workbench.cli.exits import DONE
from workbench.cli.history_export import export_rows
from workbench.cli.history_rows import entry_row, print_entry, print_rows, row_row
from workbench.cli.options import moment
from workbench.cli.output import complain, print_json
from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.ground.errors import InputError
from workbench.ground.paths import AppPaths
from workbench.history.query import Query
from workbench.history.store import History


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("action", nargs="?", choices=["show", "export"], help="one row whole, or a file of rows")
    parser.add_argument("target", nargs="?", metavar="ID|FILE", help="the row's id, or the file to write")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many rows (default: 50)")
    parser.add_argument("--search", default="", metavar="TEXT", help="in ids, names, accounts and messages")
    parser.add_argument("--since", type=moment, metavar="WHEN", help="not older than")
    parser.add_argument("--until", type=moment, metavar="WHEN", help="sent before")
    parser.add_argument("--event", default="", metavar="NAME", help="with an event of this name, such as checkout")
    parser.add_argument("--mode", choices=[mode.value for mode in Mode])
    parser.add_argument("--status", choices=[state.value for state in State])
    parser.add_argument("--format", choices=["csv", "jsonl"], help="of an export")


def run(options: Namespace) -> int:
    """Lists, shows or exports."""
    path = AppPaths.at(options.data_dir).history
    query = Query(
        text=options.search,
        mode=Mode(options.mode) if options.mode else None,
        state=State(options.status) if options.status else None,
        since=options.since,
        until=options.until,
        event=options.event,
        limit=max(0, options.limit),
    )
    if not path.exists():
        # Looking must not make anything.
        return _list_nothing(options)
    with History(path=path) as history:
        history.settle_orphans()
        for notice in history.notices:
            complain(f"{notice.message} {notice.fix}")
        if options.action == "show":
            _show(history, options)
        elif options.action == "export":
            export_rows(history, query, kind=_format(options), name=_target(options, "a file"))
        else:
            _list(history, query, as_json=options.json)
    return DONE


def _list_nothing(options: Namespace) -> int:
    if options.action is not None:
        raise InputError(
            f"There is no history yet, so there is nothing to {options.action}.", fix="Send something first."
        )
    if options.json:
        print_json({"rows": [], "total": 0})
    else:
        print("Nothing has been sent yet.")
    return DONE


def _list(history: History, query: Query, *, as_json: bool) -> None:
    rows, total = history.rows(query), history.count(query)
    if as_json:
        print_json({"rows": [row_row(row) for row in rows], "total": total})
    else:
        print_rows(rows)
        print(f"{len(rows)} of {total} rows.")


def _show(history: History, options: Namespace) -> None:
    target = _target(options, "an id")
    if not target.isdecimal():
        raise InputError(f"{target!r} is no id of a row.", fix="workbench history lists the ids.")
    entry = history.entry(int(target))
    if options.json:
        print_json(entry_row(entry))
    else:
        print_entry(entry)


def _target(options: Namespace, what: str) -> str:
    if not options.target:
        raise InputError(f"history {options.action} needs {what}.", fix="See workbench history --help.")
    return str(options.target)


def _format(options: Namespace) -> str:
    if options.format is None:
        raise InputError("history export needs --format csv or --format jsonl.", fix="See workbench history --help.")
    return str(options.format)
