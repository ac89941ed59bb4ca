"""The field catalogue, or its difference from a published API description (OpenAPI in JSON or YAML).

JSON: fields[path, type, hashed, required, group, label, since, sources …], event_names[…]. With --against:
description_version, missing, extra, newer (each with fields and event_names), changed_types, agrees. What the catalogue
itself marks as newer than that description stands under newer and is no disagreement.
Exit 0: listed, or the two agree; 1: they differ; 2: the file is no such description.
"""

from argparse import ArgumentParser, Namespace
from typing import Any

from workbench.cli.exits import DONE, WRONG
from workbench.cli.inputs import read_bytes
from workbench.cli.output import print_json
from workbench.contract.comparison import Comparison, compare
from workbench.contract.comparison_words import differences, verdict
from workbench.contract.field import Field
from workbench.contract.loading import Contract, load_contract
from workbench.contract.openapi import parse_description


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--against", metavar="OPENAPI", help="a published API description; - for standard input")


def run(options: Namespace) -> int:
    """Lists or compares."""
    contract = load_contract()
    if options.against is None:
        _list(contract, as_json=options.json)
        return DONE
    found = compare(contract, parse_description(read_bytes(options.against)))
    if options.json:
        print_json(_difference(found))
    else:
        _tell(found)
    return DONE if found.agrees else WRONG


def _list(contract: Contract, *, as_json: bool) -> None:
    if as_json:
        names = [
            {"name": e.name, "tag_name": e.tag_name, "label": e.label, "purpose": e.purpose, "since": e.since}
            for e in contract.event_names
        ]
        print_json({"fields": [_row(field) for field in contract.fields], "event_names": names})
        return
    for field in contract.fields:
        marks = "".join((" required" if field.required else "", " hashed" if field.hashed else ""))
        print(f"{field.path:<44} {field.type.value:<9}{marks}")
    print(f"{len(contract.fields)} fields, {len(contract.event_names)} event names.")


def _row(field: Field) -> dict[str, Any]:
    return {
        "path": field.path,
        "type": field.type.value,
        "hashed": field.hashed,
        "required": field.required,
        "group": field.group,
        "label": field.label,
        "since": field.since,
        "sources": list(field.sources),
        "published": field.published,
        "format": field.format or None,
        "values": list(field.values),
        "max_length": field.max_length,
        "minimum": field.minimum,
        "maximum": field.maximum,
        "example": field.example,
        "help": field.help,
        "note": field.note or None,
    }


def _difference(found: Comparison) -> dict[str, Any]:
    def pair(kind: str) -> dict[str, list[str]]:
        return {
            "fields": list(getattr(found, f"{kind}_fields")),
            "event_names": list(getattr(found, f"{kind}_event_names")),
        }

    return {
        "description_version": found.version,
        "missing": pair("missing"),
        "extra": pair("extra"),
        "newer": pair("newer"),
        "changed_types": [
            {"path": each.path, "catalogue": each.catalogue, "description": each.description}
            for each in found.changed_types
        ],
        "agrees": found.agrees,
    }


def _tell(found: Comparison) -> None:
    for kind in differences(found):
        print(f"{kind.title}: {', '.join(kind.lines) or 'nothing'}")
    print(verdict(found))
