"""Phone numbers: digits only, no leading zeros, and doubts about country code, length and trunk prefix."""

from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("+1 206.555.0142", "12065550142"),
        ("+49 151 23456789", "4915123456789"),
        ("0049 151 23456789", "4915123456789"),
        ("(+44) 20 7946 0958", "442079460958"),
        ("＋４４ 20 7946 0958", "442079460958"),
        ("+39 06 698 12345", "390669812345"),
        ("+39 (0)6 698 12345", "390669812345"),
        ("+225 01 23 45 67 89", "2250123456789"),
        ("+54 9 11 1234 5678", "5491112345678"),
        ("+800 1234 5678", "80012345678"),
    ],
)
def test_phone_takes_an_international_number(hash_as: Callable[[str, str], Hashed], text: str, digits: str) -> None:
    result = hash_as("ph", text)
    assert (result.normalised, result.problems) == (digits, ())


def test_phone_says_what_was_removed(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("ph", "0049-151-23456789").steps == ("everything but digits removed", "leading zeros removed")


def test_phone_says_that_digits_of_another_script_were_rewritten(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("ph", "٤٩١٥١٢٣٤٥٦٧٨٩")
    assert (result.normalised, result.steps) == ("4915123456789", ("digits written as 0 to 9",))


@pytest.mark.parametrize("text", ["000", "+", "call me", "(--)"])
def test_phone_refuses_a_number_of_which_nothing_is_left(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("ph", text) == ["phone-without-digits"]


@pytest.mark.parametrize(
    "text", ["+1 206 555 0142 ext. 5", "+1 206 555 0142x5", "+1 206 555 0142 #12", "+1 206 555 0142, Ext 5"]
)
def test_phone_gives_the_number_without_its_extension(
    codes: Callable[[str, str], list[str]], fix: Callable[[str, str], str], text: str
) -> None:
    assert codes("ph", text) == ["phone-extension"]
    assert fix("ph", text) == "Type +1 206 555 0142"


def test_phone_names_the_letters_it_removed(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("ph", "+1 800 55 FLOWERS 42 1")
    assert result.normalised == "180055421"
    assert result.problems[0].code == "phone-letters"
    assert "FLOWERS" in result.problems[0].message


@pytest.mark.parametrize("text", ["+12345", "123456", "1" * 16])
def test_phone_warns_of_too_few_or_too_many_digits(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("ph", text) == ["phone-length"]


@pytest.mark.parametrize("text", ["15551234567", "(206) 555-0142", "0151 23456789"])
def test_phone_warns_that_the_country_code_may_be_missing(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("ph", text) == ["phone-country-code"]


@pytest.mark.parametrize(
    ("text", "hashed", "full"),
    [
        ("+44 (0)20 7946 0958", "4402079460958", "442079460958"),
        ("0044 (0) 20 7946 0958", "4402079460958", "442079460958"),
        ("+49 0151 23456789", "49015123456789", "4915123456789"),
        ("+7 8 912 345 67 89", "789123456789", "79123456789"),
    ],
)
def test_phone_warns_of_the_trunk_prefix_and_follows_the_rule(
    hash_as: Callable[[str, str], Hashed], text: str, hashed: str, full: str
) -> None:
    result = hash_as("ph", text)
    assert result.normalised == hashed
    (problem,) = result.problems
    assert (problem.code, problem.fix) == ("phone-trunk-prefix", f"Type +{full}")
    assert hashed in problem.message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("+999 12345678", "no country"),
        ("+1 206 555 014", "too short"),
        ("+1 206 555 01421", "too long"),
        ("+1 555 0142", "area code"),
        ("+210 1234567", "no country"),
    ],
)
def test_phone_warns_of_an_impossible_number(hash_as: Callable[[str, str], Hashed], text: str, why: str) -> None:
    (problem,) = hash_as("ph", text).problems
    assert problem.code == "phone-impossible"
    assert why in problem.message


@pytest.mark.parametrize("text", ["1.5551234567E+10", "15551234567.0", "4,9E10"])
def test_phone_refuses_a_number_that_a_spreadsheet_wrote(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("ph", text) == ["spreadsheet-number"]


def test_phone_finds_nothing_wrong_with_the_example_number_of_any_country(
    hash_as: Callable[[str, str], Hashed],
) -> None:
    import phonenumbers

    examples = filter(None, map(phonenumbers.example_number, sorted(phonenumbers.SUPPORTED_REGIONS)))
    written = [phonenumbers.format_number(each, phonenumbers.PhoneNumberFormat.E164) for each in examples]
    assert len(written) > 200
    assert [number for number in written if hash_as("ph", number).problems] == []


def test_phone_says_the_same_as_the_numbering_library_for_every_length() -> None:
    import phonenumbers

    from workbench.judging.normalising.numbering_plan import doubt_number

    for code in (1, 7, 33, 39, 44, 49, 81, 225, 353, 800, 979):
        for length in range(4, 13):
            digits = f"{code}{'2' * length}"
            reason = phonenumbers.is_possible_number_with_reason(phonenumbers.parse(f"+{digits}"))
            assert (doubt_number(digits) is None) is (reason == phonenumbers.ValidationResult.IS_POSSIBLE)


def test_phone_number_of_north_america_is_settled_as_the_library_would() -> None:
    import phonenumbers

    for digits in ("12025550143", "11111111111", "19995550100"):
        assert phonenumbers.is_possible_number(phonenumbers.parse(f"+{digits}"))
