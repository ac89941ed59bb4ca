"""Ways of asking ``hash_text``, with fields built by hand so that these tests stand apart from the catalogue."""

import hashlib
from collections.abc import Callable

import pytest

from workbench.contract.field import Field, FieldType
from workbench.judging.hashing import hash_text
from workbench.judging.judgement import Hashed


def _field(name: str) -> Field:
    return Field(
        path=f"user_data.{name}",
        type=FieldType.STRINGS,
        group="customer",
        label=name,
        help="",
        example="",
        sources=("guide",),
        since="5.6.0",
        hash_rule=name,
    )


@pytest.fixture(scope="session")
def hash_as() -> Callable[[str, str], Hashed]:
    """``hash_as("em", text)``: the text as typed into a field."""
    return lambda name, text: hash_text(_field(name), text)


@pytest.fixture(scope="session")
def hash_on_wire() -> Callable[[str, str], Hashed]:
    """The same, with the text as found in a request's body."""
    return lambda name, text: hash_text(_field(name), text, wire=True)


@pytest.fixture(scope="session")
def normalised() -> Callable[[str, str], str | None]:
    """The normalised text alone."""
    return lambda name, text: hash_text(_field(name), text).normalised


@pytest.fixture(scope="session")
def codes() -> Callable[[str, str], list[str]]:
    """The codes of what was found, alone."""
    return lambda name, text: [problem.code for problem in hash_text(_field(name), text).problems]


@pytest.fixture(scope="session")
def fix() -> Callable[[str, str], str]:
    """What to do about the only problem."""

    def only_fix(name: str, text: str) -> str:
        (problem,) = hash_text(_field(name), text).problems
        return problem.fix

    return only_fix


@pytest.fixture(scope="session")
def iso_countries() -> dict[str, dict[str, str]]:
    """ISO 3166-1 by two-letter code in lower case, from the library that follows it."""
    import pycountry

    return {country.alpha_2.lower(): dict(country) for country in pycountry.countries}


@pytest.fixture(scope="session")
def iso_regions() -> dict[str, str]:
    """The names of ISO 3166-2 for the United States and Canada by their two letters in lower case."""
    import pycountry

    return {
        region.code[3:].lower(): region.name for region in pycountry.subdivisions if region.country_code in ("US", "CA")
    }


@pytest.fixture(scope="session")
def sha256() -> Callable[[str], str]:
    """The digest, computed beside the code under test."""
    return lambda text: hashlib.sha256(text.encode()).hexdigest()
