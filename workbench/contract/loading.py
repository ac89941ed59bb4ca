"""The contract as one value, read from the TOML files in ``resources/contract``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from workbench.contract.field import Field, FieldType
from workbench.contract.tables import FIELD_FILES, read_tables


@dataclass(frozen=True, slots=True)
class EventName:
    """A standard event: its API name, the Pinterest tag's name for the same thing, what it means and what it is for."""

    name: str
    tag_name: str
    label: str
    purpose: str
    reporting: bool
    audiences: bool
    published: bool
    since: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionSource:
    """Where an event happened, and the platform of Pinterest's guide it counts as: ``web``, ``app`` or ``offline``."""

    name: str
    label: str
    platform: str
    help: str


@dataclass(frozen=True, slots=True)
class ResponseCode:
    """One HTTP status of the endpoint: what it means and what to do."""

    status: int
    code: int | None
    title: str
    cause: str
    fix: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the form."""

    name: str
    label: str
    help: str


@dataclass(frozen=True)
class Contract:
    """Everything the workbench knows of the API, as facts."""

    spec_version: str
    groups: tuple[Group, ...]
    fields: tuple[Field, ...]
    event_names: tuple[EventName, ...]
    action_sources: tuple[ActionSource, ...]
    limits: Mapping[str, int]
    responses: Mapping[int, ResponseCode]
    sources: Mapping[str, str] = field(default_factory=dict)
    unusual_amounts: Mapping[str, int] = field(default_factory=lambda: {"*": 1_000_000})

    @cached_property
    def by_path(self) -> Mapping[str, Field]:
        """Each field by its wire path."""
        return MappingProxyType({each.path: each for each in self.fields})

    @cached_property
    def line_fields(self) -> Mapping[str, Field]:
        """The fields of a product line, by their bare name."""
        return MappingProxyType({each.name: each for each in self.fields if each.in_line})

    @cached_property
    def event_name_set(self) -> frozenset[str]:
        """The standard event names."""
        return frozenset(each.name for each in self.event_names)

    @cached_property
    def platform_of(self) -> Mapping[str, str]:
        """The guide's platform of each ``action_source``."""
        return MappingProxyType({each.name: each.platform for each in self.action_sources})


def load_contract() -> Contract:
    """Reads the contract. Raises FileNotFoundError or ValueError when the installation is damaged."""
    tables = read_tables()
    table, names, answers = tables["contract"], tables["event_names"], tables["responses"]
    fields: list[Field] = []
    for file in FIELD_FILES:
        fields.extend(_fields(tables[file]["field"]))
    return Contract(
        spec_version=table["spec_version"],
        groups=tuple(Group(**row) for row in table["group"]),
        fields=tuple(fields),
        event_names=tuple(EventName(**_tuples(row)) for row in names["event_name"]),
        action_sources=tuple(ActionSource(**row) for row in names["action_source"]),
        limits=MappingProxyType(dict(table["limits"])),
        responses=MappingProxyType({row["status"]: _response(row) for row in answers["response"]}),
        sources=MappingProxyType(dict(table["sources"])),
        unusual_amounts=MappingProxyType(
            {code: row["from"] for row in table["unusual_amount"] for code in row["currencies"]}
        ),
    )


def _fields(rows: Iterable[dict[str, Any]]) -> Iterable[Field]:
    for row in rows:
        yield Field(**{**_tuples(row), "type": FieldType(row["type"])})


def _response(row: dict[str, Any]) -> ResponseCode:
    return ResponseCode(**{"code": None, **_tuples(row)})


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
