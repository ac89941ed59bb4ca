"""Countries: two letters, from codes and from names that are certain."""

from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed
from workbench.judging.normalising.country_names import (
    AMBIGUOUS_NAMES,
    COUNTRY_CODES,
    NO_COUNTRY_CODES,
    PARTS_OF_COUNTRIES,
    codes_by_name,
)
from workbench.judging.normalising.tidying import name_key


def test_country_codes_are_those_of_iso_3166_1(iso_countries: dict[str, dict[str, str]]) -> None:
    assert iso_countries.keys() == COUNTRY_CODES


@pytest.mark.parametrize("change_case", [str.lower, str.upper])
def test_country_takes_each_code_in_either_case(
    normalised: Callable[[str, str], str | None], change_case: Callable[[str], str]
) -> None:
    assert {code: normalised("country", change_case(code)) for code in COUNTRY_CODES} == {
        code: code for code in COUNTRY_CODES
    }


def test_country_takes_each_three_letter_code_for_its_country(
    normalised: Callable[[str, str], str | None], iso_countries: dict[str, dict[str, str]]
) -> None:
    for code, country in iso_countries.items():
        assert normalised("country", country["alpha_3"]) == code


def test_country_takes_each_iso_name_for_its_country(
    normalised: Callable[[str, str], str | None], iso_countries: dict[str, dict[str, str]]
) -> None:
    for code, country in iso_countries.items():
        if name_key(country["name"]) not in AMBIGUOUS_NAMES:
            assert normalised("country", country["name"]) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("United States", "us"),
        ("U.S.A.", "us"),
        ("US.", "us"),
        ("United Kingdom", "gb"),
        ("Great Britain", "gb"),
        ("Deutschland", "de"),
        ("Österreich", "at"),
        ("ÖSTERREICH", "at"),
        ("Schweiz", "ch"),
        ("Suisse", "ch"),
        ("España", "es"),
        ("Espana", "es"),
        ("France", "fr"),
        ("Italia", "it"),
        ("Brasil", "br"),
        ("México", "mx"),
        ("The Netherlands", "nl"),
        ("South Korea", "kr"),
        ("Republic of Korea", "kr"),
        ("Turkey", "tr"),
        ("Türkiye", "tr"),
        ("Côte d’Ivoire", "ci"),
        ("日本", "jp"),
        ("DR Congo", "cd"),
        ("Thailand", "th"),
    ],
)
def test_country_takes_a_name_that_is_certain(hash_as: Callable[[str, str], Hashed], text: str, code: str) -> None:
    result = hash_as("country", text)
    assert (result.normalised, result.problems, result.steps) == (code, (), (f"{text} → {code}",))


@pytest.mark.parametrize("text", ["UK", "uk", "U.K."])
def test_country_refuses_uk_with_the_code_that_is_meant(
    codes: Callable[[str, str], list[str]], fix: Callable[[str, str], str], text: str
) -> None:
    assert codes("country", text) == ["country-reserved"]
    assert fix("country", text) == "Type gb"


@pytest.mark.parametrize("text", ["EU", "XK", "AN", "YU", "zz"])
def test_country_refuses_codes_that_stand_for_no_country(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("country", text) == ["country-reserved"]


@pytest.mark.parametrize("text", ["England", "Scotland", "Wales", "northern ireland"])
def test_country_refuses_a_part_of_one_with_the_code_that_is_meant(
    codes: Callable[[str, str], list[str]], fix: Callable[[str, str], str], text: str
) -> None:
    assert codes("country", text) == ["country-part"]
    assert fix("country", text) == "Type gb"


@pytest.mark.parametrize(
    ("text", "candidates"), [("Korea", ["kr", "kp"]), ("Congo", ["cg", "cd"]), ("Guinea", ["gn", "gw"])]
)
def test_country_refuses_an_ambiguous_name_with_its_candidates(
    hash_as: Callable[[str, str], Hashed], text: str, candidates: list[str]
) -> None:
    (problem,) = hash_as("country", text).problems
    assert problem.code == "country-ambiguous"
    assert all(f"({candidate})" in problem.message for candidate in candidates)


@pytest.mark.parametrize("text", ["qq", "1", "Atlantis", "x" * 5000, "🇩🇪", "840"])
def test_country_refuses_what_is_no_country(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("country", text) == ["country-unknown"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("en-GB", "Type gb"), ("pt_BR", "Type br"), ("Germny", "If this is a spelling mistake, type de")],
)
def test_country_guesses_what_was_meant(fix: Callable[[str, str], str], text: str, expected: str) -> None:
    assert fix("country", text) == expected


def test_country_refusals_never_name_a_real_code() -> None:
    assert not COUNTRY_CODES & (NO_COUNTRY_CODES.keys() | AMBIGUOUS_NAMES.keys() | PARTS_OF_COUNTRIES.keys())


def test_country_names_all_lead_to_real_codes() -> None:
    meant = {code for _, code in (*NO_COUNTRY_CODES.values(), *PARTS_OF_COUNTRIES.values()) if code}
    assert meant | set(codes_by_name().values()) == COUNTRY_CODES
