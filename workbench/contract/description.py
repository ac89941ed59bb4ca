"""Reads Pinterest's OpenAPI description: the fields of one event and the event names it lists."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeAlias

from workbench.contract.openapi import USE_THE_ORIGINAL, target
from workbench.ground.errors import InputError

Schema: TypeAlias = Mapping[str, Any]

_OPERATION = re.compile(r"(/v\d+)?/ad_accounts/\{[^/{}]+\}/events")
_EVENT = "data[]."
_LISTED_NAME = re.compile(r"^\s*[-*]\s*`([\w-]+)`|<li>\s*<code>([\w-]+)</code>", re.MULTILINE)

# Far beyond any real description; they only stop schemas that repeat themselves.
_DEEPEST = 32
_MOST_FIELDS = 10_000


@dataclass(frozen=True, slots=True)
class DescribedField:
    """A leaf of the request body as the description has it, its path in the catalogue's notation.

    ``type`` is the JSON type, with ``[]`` for lists; several types are joined by "or". The limits of a list are those
    of its items. A key of the body outside the events has ``(request).`` before its path.
    """

    path: str
    type: str
    nullable: bool
    values: tuple[str, ...]
    max_length: int | None
    minimum: int | None
    maximum: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Description:
    """What the comparison needs of an OpenAPI document."""

    version: str
    fields: tuple[DescribedField, ...]
    event_names: tuple[str, ...]


def read_description(document: Mapping[str, Any]) -> Description:
    """The events operation of a parsed OpenAPI document. Raises InputError when the document has none to read."""
    body = _request_body(document)
    leaves = tuple(islice(_leaves(document, body, "", 0), _MOST_FIELDS + 1))
    if len(leaves) > _MOST_FIELDS:
        raise InputError(f"The description has more than {_MOST_FIELDS:,} fields.", fix=USE_THE_ORIGINAL)
    if not any(leaf.path.startswith(_EVENT) for leaf in leaves):
        raise InputError("The description's request body has no events in a list named data.", fix=USE_THE_ORIGINAL)
    fields = tuple(replace(leaf, path=_catalogue_path(leaf.path)) for leaf in leaves)
    named = next((leaf for leaf in fields if leaf.path == "event_name"), None)
    return Description(
        version=str(_mapping(document.get("info")).get("version", "")),
        fields=fields,
        event_names=_event_names(named) if named else (),
    )


def _request_body(document: Mapping[str, Any]) -> Schema:
    for path, item in _mapping(document.get("paths")).items():
        if not _OPERATION.fullmatch(str(path)):
            continue
        operation = _mapping(_followed(document, item).get("post"))
        body = _followed(document, operation.get("requestBody"))
        for media_type, content in _mapping(body.get("content")).items():
            if "json" in str(media_type):
                return _mapping(_mapping(content).get("schema"))
    message = "The description has no JSON request body for POST /ad_accounts/{ad_account_id}/events."
    raise InputError(message, fix=USE_THE_ORIGINAL)


def _leaves(document: Mapping[str, Any], schema: Schema, path: str, depth: int) -> Iterator[DescribedField]:
    """Every leaf below a schema, in the document's order; ``path`` grows by ``.name`` and, for lists, ``[]``."""
    if depth > _DEEPEST:
        raise InputError(f"The description repeats itself without end at {path}.", fix=USE_THE_ORIGINAL)
    parts = _parts(document, schema)
    properties: dict[str, list[Any]] = {}
    for part in parts:
        for name, child in _mapping(part.get("properties")).items():
            properties.setdefault(str(name), []).append(child)
    items = [part["items"] for part in parts if "items" in part]
    for name, children in properties.items():
        yield from _leaves(document, {"allOf": children}, f"{path}.{name}" if path else name, depth + 1)
    if items and not properties:
        for leaf in _leaves(document, {"allOf": items}, f"{path}[]", depth + 1):
            yield _as_list(leaf, path, parts) if leaf.path == f"{path}[]" else leaf
    elif not properties:
        yield _leaf(path, parts)


def _parts(document: Mapping[str, Any], schema: Schema) -> tuple[Schema, ...]:
    """A schema and everything it is composed of, outermost first.

    Alternatives count like additions: a field that some variant allows is a field of the API.
    """
    found: dict[int, Schema] = {}
    waiting: list[Any] = [schema]
    for part in waiting:
        if not isinstance(part, Mapping) or id(part) in found:
            continue
        found[id(part)] = part
        if "$ref" in part:
            waiting.append(target(document, part["$ref"]))
        for composition in ("allOf", "anyOf", "oneOf"):
            waiting.extend(_list(part.get(composition)))
    return tuple(found.values())


def _leaf(path: str, parts: tuple[Schema, ...]) -> DescribedField:
    values = [value for part in parts for value in _list(part.get("enum"))]
    types = [name for part in parts for name in _names(part.get("type"))]
    known = dict.fromkeys(name for name in types if name != "null")
    return DescribedField(
        path=path,
        type=" or ".join(known) or ("string" if values else "anything"),
        nullable="null" in types or None in values or any(part.get("nullable") is True for part in parts),
        values=tuple(dict.fromkeys(str(value) for value in values if value is not None)),
        max_length=_limit(parts, "maxLength"),
        minimum=_limit(parts, "minimum"),
        maximum=_limit(parts, "maximum"),
        text="\n".join(str(part["description"]) for part in parts if "description" in part),
    )


def _as_list(item: DescribedField, path: str, parts: tuple[Schema, ...]) -> DescribedField:
    whole = _leaf(path, parts)
    return replace(item, path=path, type=f"{item.type}[]", nullable=whole.nullable, text=whole.text)


def _event_names(field: DescribedField) -> tuple[str, ...]:
    """The names of an enum, or of a list in the text: the description has had either, at different releases."""
    listed = (match.group(1) or match.group(2) for match in _LISTED_NAME.finditer(field.text))
    return field.values or tuple(dict.fromkeys(listed))


def _catalogue_path(path: str) -> str:
    return path.removeprefix(_EVENT) if path.startswith(_EVENT) else f"(request).{path}"


def _limit(parts: tuple[Schema, ...], keyword: str) -> int | None:
    return next((part[keyword] for part in parts if isinstance(part.get(keyword), int)), None)


def _followed(document: Mapping[str, Any], node: Any) -> Mapping[str, Any]:
    node = _mapping(node)
    return _mapping(target(document, node["$ref"])) if "$ref" in node else node


def _mapping(node: Any) -> Mapping[str, Any]:
    return node if isinstance(node, Mapping) else {}


def _list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []


def _names(node: Any) -> list[str]:
    return [node] if isinstance(node, str) else [str(name) for name in _list(node)]
