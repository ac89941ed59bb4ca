"""Compares the catalogue with an OpenAPI description, so that a new release of the API is noticed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from workbench.contract.description import read_description
from workbench.contract.loading import Contract
from workbench.contract.openapi import parse_description

__all__ = ["Comparison", "TypeChange", "compare", "parse_description"]


class TypeChange(NamedTuple):
    """A field that both sides have with different JSON types."""

    path: str
    catalogue: str
    description: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where the catalogue and a description of release ``version`` differ.

    ``missing``: the description has it, the catalogue does not. ``extra``: the catalogue has it, the description does
    not. ``newer``: as ``extra``, but the catalogue says it came after this release, so that nothing is wrong.
    """

    version: str
    missing_fields: tuple[str, ...]
    extra_fields: tuple[str, ...]
    newer_fields: tuple[str, ...]
    changed_types: tuple[TypeChange, ...]
    missing_event_names: tuple[str, ...]
    extra_event_names: tuple[str, ...]
    newer_event_names: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether the catalogue is right about this release."""
        fields = self.missing_fields or self.extra_fields or self.changed_types
        return not (fields or self.missing_event_names or self.extra_event_names)


def compare(contract: Contract, description: Mapping[str, Any]) -> Comparison:
    """Compares with a parsed OpenAPI 3 document (see ``parse_description``).

    Raises InputError when the document does not describe the events operation.
    """
    described = read_description(description)
    types = {field.path: field.type for field in described.fields}
    catalogue = {field.path: field.since for field in contract.fields}
    names = {each.name: each.since for each in contract.event_names}
    extra_fields, newer_fields = _absent(catalogue, types, described.version)
    extra_names, newer_names = _absent(names, dict.fromkeys(described.event_names), described.version)
    return Comparison(
        version=described.version,
        missing_fields=tuple(path for path in types if path not in catalogue),
        extra_fields=extra_fields,
        newer_fields=newer_fields,
        changed_types=tuple(
            TypeChange(field.path, field.type.value, types[field.path])
            for field in contract.fields
            if types.get(field.path, field.type.value) != field.type.value
        ),
        missing_event_names=tuple(name for name in described.event_names if name not in names),
        extra_event_names=extra_names,
        newer_event_names=newer_names,
    )


def _absent(
    catalogue: Mapping[str, str], described: Mapping[str, Any], version: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the description lacks: without an excuse, and because it came later. ``catalogue`` maps to ``since``."""
    lacking = [name for name in catalogue if name not in described]
    later = [name for name in lacking if _release(catalogue[name]) > _release(version)]
    return tuple(name for name in lacking if name not in later), tuple(later)


def _release(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 5.9.0 comes before 5.23.0."""
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])
