"""``workbench fields``: the field catalogue, alone or beside a published description."""

from argparse import Namespace
from collections.abc import Iterator
from functools import partial

from workbench.cli.arguments import Parser, epilogue
from workbench.cli.exit_codes import ExitCode, of_judgement
from workbench.cli.input_file import read_input
from workbench.cli.invocation import Invocation
from workbench.contract.comparison import Comparison, compare, parse_description
from workbench.contract.field import Field
from workbench.contract.loading import Contract, load_contract
from workbench.ground.json_types import JsonObject, JsonValue

_KEYS = """
  fields       [{path, type, format, hashed, required, nullable, group, label, help, example, values, max_length,
                 minimum, maximum, platforms, recommended, optional, since, published, sources, note}]
  event_names  [{name, tag_name, label, purpose, reporting, audiences, published, since, sources}]
 with --against:
  description_version  the release that was compared with
  missing              {fields, event_names} that the description has and the catalogue lacks
  extra                {fields, event_names} that the catalogue has and the description lacks
  newer                {fields, event_names} as extra, but newer than that release, so that nothing is wrong
  changed_types        [{path, catalogue, description}]
  agrees               whether nothing is missing, extra or changed"""


def add_arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.description = (
        "Lists the fields and event names that the workbench knows, or compares them with an OpenAPI description\n"
        "that Pinterest has published, so that a new release of the API is noticed."
    )
    parser.epilog = epilogue(keys=_KEYS, codes=(ExitCode.DONE, ExitCode.WRONG, ExitCode.UNUSABLE))
    parser.add_argument(
        "--against", metavar="FILE", help="an OpenAPI file in JSON or YAML; exit code 1 when the two disagree"
    )


def run(options: Namespace, invocation: Invocation) -> ExitCode:
    """Lists or compares."""
    contract = load_contract()
    if options.against is None:
        invocation.tell(partial(_catalogue, contract), partial(_catalogue_lines, contract))
        return ExitCode.DONE
    comparison = compare(contract, parse_description(read_input(options.against).data))
    invocation.tell(partial(_comparison, comparison), partial(_comparison_lines, comparison))
    return of_judgement(ok=comparison.agrees)


def _catalogue(contract: Contract) -> JsonValue:
    return {
        "fields": [_field(field) for field in contract.fields],
        "event_names": [
            {
                "name": each.name,
                "tag_name": each.tag_name,
                "label": each.label,
                "purpose": each.purpose,
                "reporting": each.reporting,
                "audiences": each.audiences,
                "published": each.published,
                "since": each.since,
                "sources": list(each.sources),
            }
            for each in contract.event_names
        ],
    }


def _field(field: Field) -> JsonObject:
    return {
        "path": field.path,
        "type": field.type.value,
        "format": field.format,
        "hashed": field.hashed,
        "required": field.required,
        "nullable": field.nullable,
        "group": field.group,
        "label": field.label,
        "help": field.help,
        "example": field.example,
        "values": list(field.values),
        "max_length": field.max_length,
        "minimum": field.minimum,
        "maximum": field.maximum,
        "platforms": list(field.platforms),
        "recommended": list(field.recommended),
        "optional": list(field.optional),
        "since": field.since,
        "published": field.published,
        "sources": list(field.sources),
        "note": field.note,
    }


def _catalogue_lines(contract: Contract) -> Iterator[str]:
    width = max(len(field.path) for field in contract.fields)
    for field in contract.fields:
        marks = [*(["required"] if field.required else []), *(["hashed"] if field.hashed else [])]
        yield f"{field.path:<{width}}  {field.type.value:<9}{field.label}{f' ({", ".join(marks)})' if marks else ''}"
    yield ""
    for each in contract.event_names:
        yield f"{each.name:<{width}}  event    {each.label}"


def _comparison(comparison: Comparison) -> JsonValue:
    return {
        "description_version": comparison.version,
        "missing": _both(comparison.missing_fields, comparison.missing_event_names),
        "extra": _both(comparison.extra_fields, comparison.extra_event_names),
        "newer": _both(comparison.newer_fields, comparison.newer_event_names),
        "changed_types": [
            {"path": each.path, "catalogue": each.catalogue, "description": each.description}
            for each in comparison.changed_types
        ],
        "agrees": comparison.agrees,
    }


def _both(fields: tuple[str, ...], event_names: tuple[str, ...]) -> JsonObject:
    return {"fields": list(fields), "event_names": list(event_names)}


def _comparison_lines(comparison: Comparison) -> Iterator[str]:
    yield f"Compared with release {comparison.version}."
    listed = (
        ("the catalogue lacks the field", comparison.missing_fields),
        ("the catalogue lacks the event name", comparison.missing_event_names),
        ("the description lacks the field", comparison.extra_fields),
        ("the description lacks the event name", comparison.extra_event_names),
        ("newer than that release, field", comparison.newer_fields),
        ("newer than that release, event name", comparison.newer_event_names),
    )
    for what, names in listed:
        for name in names:
            yield f"{what} {name}"
    for each in comparison.changed_types:
        yield f"{each.path} is {each.catalogue} in the catalogue and {each.description} in the description"
    yield "The two agree." if comparison.agrees else "The two disagree."
