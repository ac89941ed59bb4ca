"""Names, gender, date of birth and ids."""

from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Ann", "mary ann"),
        ("Doe-Smith", "doe-smith"),
        ("O'Neil", "o'neil"),
        ("José", "josé"),
        ("ΣΑΣ", "σας"),
        ("Straße", "straße"),
        ("İpek", "i\u0307pek"),
    ],
)
def test_name_is_lower_cased_and_nothing_else(
    normalised: Callable[[str, str], str | None], text: str, expected: str
) -> None:
    assert normalised("fn", text) == normalised("ln", text) == expected


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("f", "f"),
        ("F", "f"),
        ("Female", "f"),
        ("male", "m"),
        ("M", "m"),
        ("N", "n"),
        ("non-binary", "n"),
        ("Nonbinary", "n"),
    ],
)
def test_gender_becomes_its_letter(normalised: Callable[[str, str], str | None], text: str, letter: str) -> None:
    assert normalised("ge", text) == letter


def test_gender_says_which_word_became_the_letter(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("ge", "Female").steps == ("Female → f",)


@pytest.mark.parametrize("text", ["o", "other", "w", "1", "fm", "u"])
def test_gender_refuses_everything_else(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("ge", text) == ["gender-unknown"]


@pytest.mark.parametrize("text", ["19900131", "1990-01-31", "1990/01/31", "1990.01.31", "１９９０-０１-３１"])
def test_birth_date_becomes_eight_digits(normalised: Callable[[str, str], str | None], text: str) -> None:
    assert normalised("db", text) == "19900131"


def test_birth_date_takes_the_day_that_leap_years_have(normalised: Callable[[str, str], str | None]) -> None:
    assert normalised("db", "2000-02-29") == "20000229"


@pytest.mark.parametrize("text", ["1990-02-30", "19001301", "20010229", "1990-00-10"])
def test_birth_date_refuses_a_day_that_never_was(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("db", text) == ["birth-date-impossible"]


@pytest.mark.parametrize("text", ["18991231", "2101-01-01", "0000-00-00"])
def test_birth_date_refuses_a_year_that_cannot_be(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("db", text) == ["birth-date-year"]


@pytest.mark.parametrize("text", ["19000101", "21001231"])
def test_birth_date_takes_the_first_and_the_last_year(normalised: Callable[[str, str], str | None], text: str) -> None:
    assert normalised("db", text) == text


@pytest.mark.parametrize("text", ["31/01/1990", "01/31/1990", "31.1.1990", "31 01 1990", "31011990"])
def test_birth_date_gives_the_certain_day_of_another_order(
    codes: Callable[[str, str], list[str]], fix: Callable[[str, str], str], text: str
) -> None:
    assert codes("db", text) == ["birth-date-order"]
    assert fix("db", text) == "Type 19900131"


def test_birth_date_gives_both_days_of_an_ambiguous_order(fix: Callable[[str, str], str]) -> None:
    found = fix("db", "03/04/1990")
    assert found == "Type 19900403 if the day comes first, 19900304 if the month comes first."


@pytest.mark.parametrize("text", ["31.01.90", "900131", "1/2/90"])
def test_birth_date_refuses_a_short_year(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("db", text) == ["birth-date-short-year"]


@pytest.mark.parametrize("text", ["1990-01-31T00:00:00Z", "1990-01-31 00:00", "19900131T120000"])
def test_birth_date_gives_the_day_without_its_time(
    codes: Callable[[str, str], list[str]], fix: Callable[[str, str], str], text: str
) -> None:
    assert codes("db", text) == ["birth-date-with-time"]
    assert fix("db", text) == "Type 19900131"


@pytest.mark.parametrize("text", ["31 January 1990", "1990", "1990-01", "birthday", "19900131-1"])
def test_birth_date_refuses_what_is_no_date(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("db", text) == ["birth-date-format"]


def test_birth_date_fills_single_digits_up_in_its_fix(fix: Callable[[str, str], str]) -> None:
    assert fix("db", "1990-1-5") == "Type 19900105"


def test_birth_date_warns_of_the_default_date(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("db", "1900-01-01") == ["birth-date-default"]


def test_birth_date_gives_the_digits_out_of_a_spreadsheet(fix: Callable[[str, str], str]) -> None:
    assert fix("db", "19900131.0") == "Type 19900131"


@pytest.mark.parametrize("text", ["Cust-00A7", "00042", "a b", "jane@example.com"])
def test_external_id_stays_as_it_is(hash_as: Callable[[str, str], Hashed], text: str) -> None:
    result = hash_as("external_id", f" {text} ")
    assert (result.normalised, result.problems) == (text, ())


def test_advertising_id_is_lower_cased_and_says_so(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("hashed_maids", "EA7583CD-A667-48BC-B806-42ECB2B48606")
    assert (result.normalised, result.steps) == ("ea7583cd-a667-48bc-b806-42ecb2b48606", ("lower-cased",))


@pytest.mark.parametrize(
    "text", ["00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "0"]
)
def test_advertising_id_of_zeros_is_refused(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("hashed_maids", text) == ["maid-zero"]


@pytest.mark.parametrize("text", ["EA7583CDA66748BCB80642ECB2B48606", "{ea7583cd-a667-48bc-b806-42ecb2b48606}"])
def test_advertising_id_in_another_form_is_hashed_with_a_warning(
    hash_as: Callable[[str, str], Hashed], text: str
) -> None:
    result = hash_as("hashed_maids", text)
    assert result.normalised == text.lower()
    (problem,) = result.problems
    assert (problem.code, problem.fix) == ("maid-not-uuid", "Type ea7583cd-a667-48bc-b806-42ecb2b48606")


@pytest.mark.parametrize("text", ["abc", "---", "GA1.2.3.4"])
def test_advertising_id_that_is_none_is_hashed_with_a_warning(
    codes: Callable[[str, str], list[str]], text: str
) -> None:
    assert codes("hashed_maids", text) == ["maid-not-uuid"]
