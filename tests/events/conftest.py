"""Drafts, payloads and alien JSON made from the catalogue, so that a new field is tested without a word here."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import strategies as st

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Typed
from workbench.ground.json_types import JsonObject, JsonValue

INT64 = st.integers(min_value=-(2**63), max_value=2**63 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda text: text.strip())
STRIPPED = TEXTS.map(str.strip)
DECIMALS = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", fullmatch=True)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)


@pytest.fixture(scope="session")
def field_of(contract: Contract) -> Callable[[FieldType], Field]:
    """The first field of a type that is not an amount and not in a product line."""

    def find(kind: FieldType) -> Field:
        return next(each for each in contract.fields if each.type is kind and not each.format and not each.in_line)

    return find


@pytest.fixture(scope="session")
def amount_field(contract: Contract) -> Field:
    """A field whose texts are amounts."""
    return next(each for each in contract.fields if each.format == "decimal")


@pytest.fixture(scope="session")
def payloads(contract: Contract) -> st.SearchStrategy[JsonObject]:
    """Events as they travel, valid in their types: nothing empty, nothing null, no white space around a text."""
    flat = st.fixed_dictionaries({}, optional={each.path: _wire(each) for each in contract.fields if not each.in_line})
    line = st.fixed_dictionaries({}, optional={each.name: _wire(each) for each in contract.line_fields.values()})
    lines = st.lists(line.filter(bool), max_size=3)
    return st.builds(_nest, flat, lines)


@pytest.fixture(scope="session")
def drafts(contract: Contract) -> st.SearchStrategy[Draft]:
    """Drafts with any texts but blank ones, typed rightly or not."""
    values = st.fixed_dictionaries(
        {}, optional={each.path: _typed(each) for each in contract.fields if not each.in_line}
    )
    line = st.dictionaries(st.sampled_from(sorted(contract.line_fields)), TEXTS, min_size=1)
    return st.builds(lambda values, lines: Draft(values, tuple(lines)), values, st.lists(line, max_size=3))


@pytest.fixture(scope="session")
def alien_events(contract: Contract) -> st.SearchStrategy[JsonObject]:
    """Objects with the catalogue's keys, and others, over any JSON at all."""
    names = sorted({step for each in contract.fields for step in each.path.replace("[]", "").split(".")})
    odd = st.sampled_from(["", ".", "a.b", "user_data.em", "contents[0]", "contents[].id", 'a"b', "[0]", "0", "a\\b"])
    keys = st.one_of(st.sampled_from(names), st.sampled_from(names), odd, TEXTS)
    json = st.recursive(
        SCALARS,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
        max_leaves=8,
    )
    inner = st.one_of(json, st.dictionaries(keys, json, max_size=4))
    return st.dictionaries(keys, inner, max_size=5)


def _wire(field: Field) -> st.SearchStrategy[JsonValue]:
    if field.type is FieldType.INTEGER:
        return INT64
    if field.type is FieldType.BOOLEAN:
        return st.booleans()
    text = DECIMALS if field.format == "decimal" else STRIPPED
    return st.lists(text, min_size=1, max_size=3) if field.is_list else text


def _typed(field: Field) -> st.SearchStrategy[Typed]:
    literals = st.one_of(TEXTS, INT64.map(str), st.sampled_from(["true", "false", "1.50", "-0", "1e5", " 7 ", "TRUE"]))
    return st.lists(literals, min_size=1, max_size=3).map(tuple) if field.is_list else literals


def _nest(flat: dict[str, JsonValue], lines: list[JsonObject]) -> JsonObject:
    """A second, plain way from flat to nested, to hold ``assemble`` against."""
    event: JsonObject = {}
    every: dict[str, JsonValue] = {**flat, CONTENTS: [*lines]} if lines else flat
    for path, value in every.items():
        *way, name = path.split(".")
        node = event
        for key in way:
            inner = node.setdefault(key, {})
            assert isinstance(inner, dict)
            node = inner
        node[name] = value
    if event:
        event.setdefault("user_data", {})
    return event


def exact(value: JsonValue) -> object:
    """``value`` as something whose ``==`` sees the difference between 1, 1.0 and true; keys in any order."""
    if isinstance(value, dict):
        return {key: exact(each) for key, each in value.items()}
    if isinstance(value, list):
        return [exact(each) for each in value]
    kind = "number" if isinstance(value, (Decimal, float)) else type(value).__name__
    return (kind, str(value))


@pytest.fixture(scope="session")
def exactly() -> Callable[[JsonValue], object]:
    """See ``exact``."""
    return exact
