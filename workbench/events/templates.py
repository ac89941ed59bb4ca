"""Ready-made events to start from, with people and devices that cannot exist."""

import json
from dataclasses import dataclass
from typing import Any

from workbench.contract.loading import Contract, load_contract
from workbench.events.draft import Draft
from workbench.events.event_reading import read_event
from workbench.ground.errors import InputError
from workbench.ground.resources import resource_text


@dataclass(frozen=True, slots=True)
class Template:
    """One ready-made event: ``name`` for ``from_template``, ``label`` for the menu."""

    name: str
    label: str
    event_name: str
    action_source: str


def templates() -> tuple[Template, ...]:
    """All templates, in the order of the menu. Raises FileNotFoundError when the installation is incomplete."""
    return tuple(
        Template(name, row["label"], row["event"]["event_name"], row["event"]["action_source"])
        for name, row in _rows().items()
    )


def from_template(name: str, *, now: int, event_id: str, contract: Contract | None = None) -> Draft:
    """The draft of one template, as if it had happened shortly before ``now`` (Unix seconds), under its own id.

    ``contract`` saves reading it again. Raises InputError for a name that no template has.
    """
    rows = _rows()
    if name not in rows:
        raise InputError(f"There is no template named “{name}”.", fix=f"Choose one of: {', '.join(rows)}.")
    row = rows[name]
    draft = read_event(row["event"], contract=contract or load_contract()).draft
    return draft.with_value("event_time", str(now - row["seconds_ago"])).with_value("event_id", event_id)


def _rows() -> dict[str, dict[str, Any]]:
    """The rows of the shipped file, as they stand: it is ours, and a test reads it whole."""
    return {row["name"]: row for row in json.loads(resource_text("samples/templates.json"))}
