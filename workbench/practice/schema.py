"""The shape that Pinterest's published schema gives to a request body, built from the field catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar: JSON Schema's names of the types it may have, and its bounds."""

    types: tuple[str, ...]
    values: tuple[str, ...] = ()
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list of one shape."""

    each: "Shape"
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An object. A closed one takes no key but its members."""

    members: Mapping[str, "Shape"]
    required: tuple[str, ...] = ()
    closed: bool = True


Shape: TypeAlias = Leaf | Items | Record

# user_data alone takes other keys (published schema), and of the objects in an event it alone is required.
_USER_DATA = "user_data"


def body_shape(contract: Contract) -> Record:
    """The shape of the whole body, ``{"data": [event, …]}``."""
    event = Items(each=_event(contract.fields), at_least=1, at_most=contract.limits["events_per_request"])
    return Record(members=MappingProxyType({"data": event}), required=("data",))


def _event(fields: Iterable[Field]) -> Record:
    folders: dict[str, list[Field]] = {"": [], CONTENTS: []}
    for field in fields:
        folders.setdefault(CONTENTS if field.in_line else field.path.rpartition(".")[0], []).append(field)
    members: dict[str, Shape] = dict(_members(folders[""]))
    for folder, inside in folders.items():
        if folder in {"", CONTENTS}:
            continue
        held = dict(_members(inside))
        if CONTENTS.rpartition(".")[0] == folder:
            held[CONTENTS.rpartition(".")[2]] = Items(each=Record(members=_members(folders[CONTENTS])))
        members[folder] = Record(members=MappingProxyType(held), closed=folder != _USER_DATA)
    required = tuple(field.name for field in folders[""] if field.required)
    return Record(members=MappingProxyType(members), required=(*required, _USER_DATA))


def _members(fields: Iterable[Field]) -> Mapping[str, Shape]:
    return MappingProxyType({field.name: _shape_of(field) for field in fields})


def _shape_of(field: Field) -> Shape:
    if field.type is FieldType.STRINGS:
        return Items(each=Leaf(types=("string",)))
    return Leaf(
        types=(field.type.value, "null") if field.nullable else (field.type.value,),
        values=field.values,
        max_length=field.max_length,
        minimum=field.minimum,
        maximum=field.maximum,
    )
