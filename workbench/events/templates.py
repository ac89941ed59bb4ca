"""Ready-made events to start from: every event name on each action source that it fits, with synthetic people.

The shipped file keeps apart what an event name brings (page, products, words) and what a source brings (app, device);
the person comes from ``people``. Where a name does not fit a source, the file says why.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import orjson

from workbench.contract.loading import Contract, load_contract
from workbench.events.draft import Draft
from workbench.events.event_reading import read_event
from workbench.events.people import person, with_person
from workbench.ground.errors import InputError
from workbench.ground.resources import resource


@dataclass(frozen=True, slots=True)
class Template:
    """One ready-made event: ``name`` for ``from_template``, ``label`` for a menu, ``says`` what has just happened.

    ``title`` is what the templates of an event name have in common: the label without the source.
    """

    name: str
    label: str
    event_name: str
    action_source: str
    title: str
    says: str


def templates() -> tuple[Template, ...]:
    """All templates, by event name, then source. Raises FileNotFoundError when the installation is incomplete."""
    return tuple(_listed(_file()))


def unfit_sources() -> Mapping[tuple[str, str], str]:
    """Why an event name has no template for an action source, by the two."""
    file = _file()
    return {
        (event["event_name"], name): event["unfit"][source["platform"]]
        for event in file["events"]
        for name, source in file["sources"].items()
        if source["platform"] in event.get("unfit", {})
    }


def from_template(name: str, *, now: int, event_id: str, contract: Contract | None = None) -> Draft:
    """The draft of one template, as if it had happened shortly before ``now`` (Unix seconds), under its own id.

    ``contract`` saves reading it again. Raises InputError for a name that no template has.
    """
    file = _file()
    chosen = next((each for each in _listed(file) if each.name == name), None)
    if chosen is None:
        names = ", ".join(each.name for each in _listed(file))
        raise InputError(f"There is no template named “{name}”.", fix=f"Choose one of: {names}.")
    event = next(each for each in file["events"] if each["event_name"] == chosen.event_name)
    source = file["sources"][chosen.action_source]
    draft = read_event(_composed(file, event, chosen.action_source), contract=contract or load_contract()).draft
    happened = now - source.get("seconds_ago", event["seconds_ago"])
    draft = draft.with_value("event_time", str(happened)).with_value("event_id", event_id)
    return with_person(draft, person(event["person"]))


def _listed(file: dict[str, Any]) -> Iterator[Template]:
    for event in file["events"]:
        for name, source in file["sources"].items():
            if source["platform"] in event["fits"]:
                yield Template(
                    name=event["event_name"] + source["suffix"],
                    label=f"{event['label']}, {source['place']}" if source["suffix"] else event["label"],
                    event_name=event["event_name"],
                    action_source=name,
                    title=event["label"],
                    says=event["fits"][source["platform"]],
                )


def _composed(file: dict[str, Any], event: dict[str, Any], action_source: str) -> dict[str, Any]:
    """The event as authoring JSON, without its person, id and time."""
    source = file["sources"][action_source]
    made = {"event_name": event["event_name"], "action_source": action_source}
    if source["platform"] != "offline":
        made["event_source_url"] = event["page"]
    return {
        **made,
        **source["event"],
        "custom_data": {
            "order_id": event["order_id"] + source.get("order_suffix", ""),
            **_amounts(file, event),
            **event.get("more", {}),
        },
    }


def _amounts(file: dict[str, Any], event: dict[str, Any]) -> dict[str, Any]:
    """Products, and what follows from them: value, number of items and the words for all."""
    products, items = file["products"], event["items"]
    total = sum(Decimal(products[each]["item_price"]) * quantity for each, quantity in items.items())
    return {
        "value": str(total),
        "currency": file["currency"],
        "num_items": sum(items.values()),
        "content_ids": list(items),
        "content_name": event.get("content_name") or products[next(iter(items))]["item_name"],
        "content_category": file["category"],
        "content_brand": file["brand"],
        "contents": [
            {
                "id": each,
                "item_name": products[each]["item_name"],
                "quantity": quantity,
                "item_price": products[each]["item_price"],
                "item_brand": file["brand"],
                "item_category": f"{file['category']} > {products[each]['department']}",
            }
            for each, quantity in items.items()
        ],
    }


def _file() -> dict[str, Any]:
    """The shipped file, as it stands: it is ours, and a test reads it whole."""
    file: dict[str, Any] = orjson.loads(resource("samples/templates.json").read_bytes())
    return file
