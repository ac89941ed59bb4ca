"""What people read of a value, word for word, wherever the sentence is put together from parts."""

import base64
import hashlib
from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
HOW_EMAIL = "Type one address such as jane.doe@example.com."
HOW_DATE = "Type year, month and day: YYYYMMDD, such as 19900131."


@pytest.mark.parametrize(
    ("text", "why", "fix"),
    [
        ("a" * 316 + "@b.co", "none has 321 characters", HOW_EMAIL),
        ("jane @ example.com", "a space or an invisible character stands inside it", "Type jane@example.com"),
        ("jane%40example.com", "it is written as in a web address", "Type jane@example.com"),
        ("jane", "it has no @", HOW_EMAIL),
        ("jane@example", "name, @ and a domain with a dot are needed", HOW_EMAIL),
    ],
)
def test_email_says_why_it_is_none(hash_as: Callable[[str, str], Hashed], text: str, why: str, fix: str) -> None:
    (problem,) = hash_as("em", text).problems
    assert (problem.message, problem.fix) == (f"This is not an e-mail address: {why}.", fix)


def test_email_of_the_greatest_length_is_taken(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("em", "a" * 315 + "@b.co") == []


@pytest.mark.parametrize(
    ("text", "wrapping"),
    [
        ("Jane <Jane.Doe@Example.com>", "inside angle brackets"),
        ("mailto:jane.doe@example.com", "after “mailto:”"),
        ("„jane.doe@example.com“", "inside quotation marks"),
    ],
)
def test_email_says_what_it_is_wrapped_in(hash_as: Callable[[str, str], Hashed], text: str, wrapping: str) -> None:
    (problem,) = hash_as("em", text).problems
    assert problem.message == f"The address stands {wrapping}, which would be hashed with it."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("jane@example..com", "two dots in a row"),
        (".jane@example.com", "a dot at the beginning or the end of a part"),
        ("jane.@example.com", "a dot at the beginning or the end of a part"),
        ("jane@.example.com", "a dot at the beginning or the end of a part"),
        ("jane@example.com.", "a dot at the beginning or the end of a part"),
        ("jane@exa,mple.com", "a “,” in it"),
        ("jane@mail.example.c", "“.c” for an ending"),
    ],
)
def test_email_says_what_is_doubtful(hash_as: Callable[[str, str], Hashed], text: str, why: str) -> None:
    (problem,) = hash_as("em", text).problems
    assert problem.message == f"The address has {why}; real addresses hardly ever do."


@pytest.mark.parametrize("text", ["jane@mail.xn--p1ai", "ja!ne@exämple.de"])
def test_email_of_any_real_ending_is_not_doubted(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("em", text) == []


def test_email_says_that_a_rarer_address_was_lower_cased(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("em", "Ja!ne@Example.com").steps == ("lower-cased",)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("+999 12345678", "no country has this country code"),
        ("+210 1234567", "no country has this country code"),
        ("+1 206 555 014", "for country code 1 it is too short"),
        ("+1 206 555 01421", "for country code 1 it is too long"),
        ("+1 555 0142", "for country code 1 the area code is missing"),
        ("+81 12345", "for country code 81 it is too short"),
    ],
)
def test_phone_says_why_it_cannot_exist(hash_as: Callable[[str, str], Hashed], text: str, why: str) -> None:
    (problem,) = hash_as("ph", text).problems
    assert problem.message == f"Such a number cannot exist: {why}."


@pytest.mark.parametrize(
    ("text", "start"), [("0151 23456789", "0, as inside a country"), ("15551234567", "neither + nor 00")]
)
def test_phone_says_how_a_number_without_country_code_begins(
    hash_as: Callable[[str, str], Hashed], text: str, start: str
) -> None:
    (problem,) = hash_as("ph", text).problems
    assert problem.message == f"The country code may be missing: the number begins with {start}."


@pytest.mark.parametrize(
    ("text", "prefix", "hashed", "full"),
    [
        ("+44 (0)20 7946 0958", "0", "4402079460958", "442079460958"),
        ("+7 8 912 345 67 89", "8", "789123456789", "79123456789"),
    ],
)
def test_phone_shows_the_trunk_prefix_and_both_numbers(
    hash_as: Callable[[str, str], Hashed], text: str, prefix: str, hashed: str, full: str
) -> None:
    (problem,) = hash_as("ph", text).problems
    assert problem.message == (
        f"After the country code stands the {prefix} that is dialled only inside the country. "
        f"By the rule {hashed} was hashed, but the real number is {full}."
    )


@pytest.mark.parametrize(("text", "count"), [("+123456", 6), ("+" + "1" * 16, 16)])
def test_phone_says_how_many_digits_there_are(hash_as: Callable[[str, str], Hashed], text: str, count: int) -> None:
    (problem,) = hash_as("ph", text).problems
    assert problem.message.startswith(f"The number has {count} digits;")


def test_phone_shows_all_the_letters_it_removed(hash_as: Callable[[str, str], Hashed]) -> None:
    assert "“FLOWERS now”" in hash_as("ph", "+1 800 55 FLOWERS 42 now").problems[0].message


@pytest.mark.parametrize(
    ("text", "what", "fix"),
    [
        ("15551234567.0", "a fraction, “.0”", "Type 15551234567"),
        (
            "4,9E10",
            "an exponent",
            "Take the value from its source, kept as text: the exponent may have swallowed digits.",
        ),
    ],
)
def test_number_of_a_spreadsheet_is_told_by_its_sign(
    hash_as: Callable[[str, str], Hashed], text: str, what: str, fix: str
) -> None:
    (problem,) = hash_as("ph", text).problems
    assert f"it has {what}, whose digits" in problem.message
    assert problem.fix == fix


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1990-02-30", "month 2 of 1990 has no day 30"),
        ("19901301", "there is no month 13"),
        ("1990-00-10", "there is no month 0"),
        ("1990-13-5", "there is no month 13"),
    ],
)
def test_birth_date_says_why_there_is_no_such_day(hash_as: Callable[[str, str], Hashed], text: str, why: str) -> None:
    (problem,) = hash_as("db", text).problems
    assert problem.message == f"There is no such day: {why}."


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("05/05/1990", "Type 19900505"),
        ("3.4.1990", "Type 19900403 if the day comes first, 19900304 if the month comes first."),
        ("13.13.1990", HOW_DATE),
        ("31/01/1899", HOW_DATE),
        ("birthday", HOW_DATE),
    ],
)
def test_birth_date_offers_only_days_that_can_be_meant(
    fix: str, hash_as: Callable[[str, str], Hashed], text: str
) -> None:
    (problem,) = hash_as("db", text).problems
    assert problem.fix == fix


def test_birth_date_says_which_year_cannot_be(hash_as: Callable[[str, str], Hashed]) -> None:
    (problem,) = hash_as("db", "1899-12-31").problems
    assert problem.message == "The year 1899 cannot be that of a customer's birth."


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("1990-01-31", ("written as YYYYMMDD",)),
        ("１９９００１３１", ("digits written as 0 to 9",)),
        ("１９９０-０１-３１", ("digits written as 0 to 9", "written as YYYYMMDD")),
    ],
)
def test_birth_date_says_how_it_was_rewritten(
    hash_as: Callable[[str, str], Hashed], text: str, steps: tuple[str, ...]
) -> None:
    assert hash_as("db", text).steps == steps


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        (
            "UK",
            "“UK” is not a country code of ISO 3166-1: it is kept free for the United Kingdom, whose code is gb.",
            "Type gb",
        ),
        (
            "EU",
            "“EU” is not a country code of ISO 3166-1: it is kept for the European Union, which is no country.",
            "Type the two letters of the country, such as de.",
        ),
        ("England", "England is a part of a country and has no code of its own in ISO 3166-1.", "Type gb"),
        (
            "Korea",
            "More than one country goes by this name: South Korea (kr), North Korea (kp).",
            "Type the two letters of the one that is meant.",
        ),
        (
            "Atlantis",
            "This is not a country code of ISO 3166-1, nor a country's name that is certain.",
            "Type the country's two letters, such as us, gb or de.",
        ),
    ],
)
def test_country_says_what_was_found_and_what_to_type(
    hash_as: Callable[[str, str], Hashed], text: str, message: str, fix: str
) -> None:
    (problem,) = hash_as("country", text).problems
    assert (problem.message, problem.fix) == (message, fix)


def test_country_in_capitals_says_that_it_was_lower_cased(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("country", "DE").steps == ("lower-cased",)


def test_region_without_a_near_name_says_what_to_type(fix: Callable[[str, str], str]) -> None:
    assert fix("st", "Bayern") == "Type the two letters, such as ca; leave the field out for other countries."


def test_region_from_elsewhere_is_named_in_lower_case(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("st", "BY")
    assert result.problems[0].message.startswith("“by” is not a code of the United States or Canada;")
    assert result.steps == ("lower-cased",)


def test_hidden_characters_are_all_named(hash_as: Callable[[str, str], Hashed]) -> None:
    (problem,) = hash_as("fn", "mary\u00a0ann\u200bx\x07").problems
    named = "NO-BREAK SPACE (U+00A0), ZERO WIDTH SPACE (U+200B), a control character (U+0007)"
    assert problem.message.startswith(f"Inside the value stands {named}. It cannot be seen,")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("em", ""),
        ("em", "a\ud800"),
        ("em", "a" * 400 + "@b.co"),
        ("em", "jane"),
        ("em", "jane @ example.com"),
        ("em", "jane%40example.com"),
        ("em", "<jane@example.com>"),
        ("em", "a@b.co, c@d.co"),
        ("em", "jane@example..com"),
        ("ph", "000"),
        ("ph", "+1 206 555 0142 x5"),
        ("ph", "+1 206 555 01 42 a"),
        ("ph", "+12345"),
        ("ph", "0151 23456789"),
        ("ph", "+44 (0)20 7946 0958"),
        ("ph", "+999 12345678"),
        ("ph", "4,9E10"),
        ("ph", "15551234567.0"),
        ("ge", "other"),
        ("db", "1990-02-30"),
        ("db", "1899-12-31"),
        ("db", "31/01/1990"),
        ("db", "3112-19-90"),
        ("db", "1990-01-31T00:00"),
        ("db", "900131"),
        ("db", "1990-1-5"),
        ("db", "1990-13-5"),
        ("db", "birthday"),
        ("db", "19900131.0"),
        ("db", "1900-01-01"),
        ("ct", "Austin, TX 7"),
        ("ct", "-"),
        ("ct", "N.a.N."),
        ("ct", "'".join(DIGEST)),
        ("st", "Bayern"),
        ("st", "BY"),
        ("zp", "98101-1234"),
        ("zp", "SW1A 1AA"),
        ("zp", "ABC"),
        ("zp", "94107.0"),
        ("country", "UK"),
        ("country", "England"),
        ("country", "Korea"),
        ("country", "Atlantis"),
        ("hashed_maids", "abc"),
        ("hashed_maids", "0"),
        ("hashed_maids", hashlib.sha256(b"00000000-0000-0000-0000-000000000000").hexdigest()),
        ("fn", "None"),
        ("fn", "a\x07b"),
        ("ln", hashlib.sha256(b"null").hexdigest()),
        ("em", DIGEST[:32]),
        ("em", DIGEST[:-1]),
        ("em", base64.b64encode(bytes.fromhex(DIGEST)).decode()),
        ("em", f"sha256:{DIGEST}"),
        ("em", f"{DIGEST},{DIGEST}"),
        ("em", hashlib.sha256(b"").hexdigest()),
        ("ge", hashlib.sha256(b"male").hexdigest()),
    ],
)
def test_every_finding_names_the_field_it_is_about(hash_as: Callable[[str, str], Hashed], name: str, text: str) -> None:
    problems = hash_as(name, text).problems
    assert problems
    assert {problem.path for problem in problems} == {f"user_data.{name}"}
