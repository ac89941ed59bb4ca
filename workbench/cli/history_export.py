"""The history as a file: CSV with a line for each event, JSON Lines with one for each request."""

import csv
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from workbench.cli.history_rows import entry_row
from workbench.events.encoding import encode_json
from workbench.ground.errors import InputError
from workbench.history.query import Query
from workbench.history.store import History

COLUMNS = (
    "id", "sent_at", "mode", "state", "account", "ad_account_id", "http_status", "index", "event_name", "event_id",
    "status", "error", "warnings",
)  # fmt: skip


def export_rows(history: History, query: Query, *, kind: str, name: str) -> None:
    """Writes the rows that a query finds; ``-`` is standard output. The file appears whole or not at all."""
    with _opened(name) as out:
        if kind == "jsonl":
            for entry in history.export_rows(query):
                out.write(encode_json(entry_row(entry)).decode() + "\n")
            return
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for entry in history.export_rows(query):
            row = entry_row(entry)
            for event in row["events"]:
                joined = {**row, **event, "warnings": "; ".join(event["warnings"])}
                writer.writerow([_harmless(joined[column]) for column in COLUMNS])


def _harmless(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@contextmanager
def _opened(name: str) -> Iterator[TextIO | io.TextIOBase]:
    if name == "-":
        yield sys.stdout
        return
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name} is a folder.", fix="Name a file to write.")
    handle, draft = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            yield out
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
