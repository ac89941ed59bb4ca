"""Reads the file of an OpenAPI description: bytes of JSON or YAML to a document, or a sentence that says why not."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from workbench.ground.errors import InputError

USE_THE_ORIGINAL = "Use Pinterest's own OpenAPI file (openapi.yaml or openapi.json), complete and unchanged."

_MOST_BYTES = 64 * 1024 * 1024
_DEEPEST = 100


def read_specification(path: Path) -> dict[str, Any]:
    """An OpenAPI document from a file. Raises InputError when it is none, OSError when it cannot be read."""
    with path.open("rb") as file:
        # One byte beyond the bound is enough to be refused for it.
        return parse_description(file.read(_MOST_BYTES + 1))


def parse_description(data: bytes) -> dict[str, Any]:
    """An OpenAPI document from the bytes of a JSON or YAML file. Raises InputError when it is neither."""
    if len(data) > _MOST_BYTES:
        raise InputError("The description is larger than 64 MiB.", fix=USE_THE_ORIGINAL)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"The description is not text in UTF-8 (byte {error.start + 1})."
        raise InputError(message, fix=USE_THE_ORIGINAL) from None
    document = _from_json(text) if text.lstrip().startswith("{") else _from_yaml(text)
    if not isinstance(document, dict) or "openapi" not in document:
        raise InputError("The file is not an OpenAPI 3 description.", fix=USE_THE_ORIGINAL)
    return document


def target(document: Mapping[str, Any], reference: Any) -> Any:
    """What a ``$ref`` points to inside the document (a JSON pointer, RFC 6901). Raises InputError for anything else."""
    node: Any = document
    if not isinstance(reference, str) or not reference.startswith("#/"):
        raise InputError(f"The description refers to something outside itself: {reference}.", fix=USE_THE_ORIGINAL)
    for step in reference[2:].split("/"):
        key = unquote(step).replace("~1", "/").replace("~0", "~")
        if not isinstance(node, Mapping) or key not in node:
            raise InputError(f"The description refers to something it lacks: {reference}.", fix=USE_THE_ORIGINAL)
        node = node[key]
    return node


def _from_json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"The description is not readable JSON: {error.msg} (line {error.lineno}, column {error.colno})."
        raise InputError(message, fix=USE_THE_ORIGINAL) from None
    except RecursionError:
        raise InputError("The description is nested too deep to be read.", fix=USE_THE_ORIGINAL) from None
    except ValueError:
        raise InputError("The description holds a number that is too long.", fix=USE_THE_ORIGINAL) from None


def _from_yaml(text: str) -> Any:
    import yaml

    # Pinterest's whole description has some 80,000 lines; libyaml's loader reads them many times as fast as Python's.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _refuse_depth(yaml.parse(text, Loader=loader))
        return yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        message = f"The description is not readable YAML: {error.problem or 'unknown reason'}{where}."
        raise InputError(message, fix=USE_THE_ORIGINAL) from None
    except (yaml.YAMLError, ValueError):
        message = "The description is not readable YAML: it has a character or value that YAML does not allow."
        raise InputError(message, fix=USE_THE_ORIGINAL) from None


def _refuse_depth(events: Iterable[Any]) -> None:
    """libyaml's loader recurses in C and kills the process on deep nesting; its event stream does not."""
    import yaml

    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise InputError("The description is nested too deep to be read.", fix=USE_THE_ORIGINAL)
