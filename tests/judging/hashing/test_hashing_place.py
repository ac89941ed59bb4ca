"""City, state and postal code."""

from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed
from workbench.judging.normalising.region_names import REGION_CODES, REGION_NAMES
from workbench.judging.normalising.tidying import name_key

ARMED_FORCES_AND_ASSOCIATED_STATES = {"aa", "ae", "ap", "fm", "mh", "pw"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("St. Louis", "stlouis"),
        ("New York", "newyork"),
        ("Saint\tLouis", "saintlouis"),
        ("São Paulo", "sãopaulo"),
        ("L'Haÿ-les-Roses", "lhaÿlesroses"),
        ("Frankfurt (Main)", "frankfurtmain"),
        ("東京", "東京"),
        ("Kraków\u00a0–\u00a0Podgórze", "krakówpodgórze"),
    ],
)
def test_city_loses_spaces_and_punctuation_but_no_accents(
    hash_as: Callable[[str, str], Hashed], text: str, expected: str
) -> None:
    result = hash_as("ct", text)
    assert (result.normalised, result.problems) == (expected, ())


@pytest.mark.parametrize("text", ["!!!", "—", "-", "€ %"])
def test_city_refuses_a_value_of_which_nothing_is_left(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("ct", text) == ["city-empty"]


def test_city_warns_of_digits_and_keeps_them(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("ct", "Paris 75011")
    assert result.normalised == "paris75011"
    assert [problem.code for problem in result.problems] == ["city-with-digits"]


def test_city_warns_of_what_follows_a_comma(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("ct", "Austin, TX") == ["city-with-more"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ca", "ca"),
        ("CA", "ca"),
        ("California", "ca"),
        ("NEW YORK", "ny"),
        ("N.Y.", "ny"),
        ("Calif.", "ca"),
        ("us-ca", "ca"),
        ("US_TX", "tx"),
        ("CA-ON", "on"),
        ("Washington", "wa"),
        ("Washington DC", "dc"),
        ("Washington, D.C.", "dc"),
        ("D.C.", "dc"),
        ("Puerto Rico", "pr"),
        ("Québec", "qc"),
        ("Quebec", "qc"),
        ("Colombie-Britannique", "bc"),
        ("Île-du-Prince-Édouard", "pe"),
        ("Terre-Neuve-et-Labrador", "nl"),
        ("Newfoundland & Labrador", "nl"),
        ("AE", "ae"),
    ],
)
def test_region_becomes_its_two_letters(hash_as: Callable[[str, str], Hashed], text: str, code: str) -> None:
    result = hash_as("st", text)
    assert (result.normalised, result.problems) == (code, ())


def test_region_says_which_name_became_the_code(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("st", "California").steps == ("California → ca",)


@pytest.mark.parametrize("text", ["Bayern", "NSW", "DE-BY", "us-zz", "9", "Île-de-France"])
def test_region_refuses_what_is_in_neither_country(
    codes: Callable[[str, str], list[str]], fix: Callable[[str, str], str], text: str
) -> None:
    assert codes("st", text) == ["region-unknown"]
    assert "leave the field out" in fix("st", text)


def test_region_knows_a_spelling_mistake(fix: Callable[[str, str], str]) -> None:
    assert fix("st", "Californa") == "If this is a spelling mistake, type ca"


def test_region_only_warns_of_two_letters_from_elsewhere(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("st", "BY")
    assert result.normalised == "by"
    assert [problem.code for problem in result.problems] == ["region-foreign-code"]


def test_region_codes_are_those_of_iso_3166_2_and_the_postal_ones(iso_regions: dict[str, str]) -> None:
    assert iso_regions.keys() | ARMED_FORCES_AND_ASSOCIATED_STATES == REGION_CODES


def test_region_names_agree_with_iso_3166_2(iso_regions: dict[str, str]) -> None:
    assert {code: REGION_NAMES[name_key(name)] for code, name in iso_regions.items()} == {
        code: code for code in iso_regions
    }


@pytest.mark.parametrize(
    ("text", "digits"),
    [("94107", "94107"), ("01234", "01234"), ("1000-205", "1000205"), ("４２-100", "42100"), ("123", "123")],
)
def test_postal_code_keeps_its_digits(hash_as: Callable[[str, str], Hashed], text: str, digits: str) -> None:
    result = hash_as("zp", text)
    assert (result.normalised, result.problems) == (digits, ())


def test_postal_code_warns_of_letters(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("zp", "SW1A 1AA")
    assert result.normalised == "11"
    assert [problem.code for problem in result.problems] == ["postal-code-letters"]


@pytest.mark.parametrize("text", ["98101-1234", "98101 1234", "981011234"])
def test_postal_code_warns_of_nine_digits_and_hashes_them(
    hash_as: Callable[[str, str], Hashed], fix: Callable[[str, str], str], text: str
) -> None:
    assert hash_as("zp", text).normalised == "981011234"
    assert fix("zp", text) == "Type 98101"


@pytest.mark.parametrize("text", ["ABC", "-", "²"])
def test_postal_code_refuses_a_value_without_digits(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("zp", text) == ["postal-code-without-digits"]


def test_postal_code_gives_the_digits_out_of_a_data_frame(fix: Callable[[str, str], str]) -> None:
    assert fix("zp", "94107.0") == "Type 94107"
