"""What people read of a value that is a digest already, word for word."""

import base64
import hashlib
from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed
from workbench.judging.repair import Part, Repair

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (DIGEST[:32], "an MD5 digest (32 hexadecimal digits)"),
        (DIGEST[:40], "a SHA-1 digest (40 hexadecimal digits)"),
        (DIGEST[:56], "a SHA-224 digest (56 hexadecimal digits)"),
        (DIGEST * 2, "a SHA-512 digest (128 hexadecimal digits)"),
    ],
)
def test_digest_of_another_kind_is_told_with_its_length(
    hash_as: Callable[[str, str], Hashed], text: str, kind: str
) -> None:
    (problem,) = hash_as("em", text).problems
    assert problem.message.startswith(f"This is {kind}, not a SHA-256 digest")
    assert problem.fix == "Type the plain value and it is hashed here; a digest cannot be turned into another kind."


@pytest.mark.parametrize("length", [57, 63, 65, 72])
def test_damaged_digest_is_to_be_copied_again(hash_as: Callable[[str, str], Hashed], length: int) -> None:
    (problem,) = hash_as("em", (DIGEST * 2)[:length]).problems
    assert problem.message.startswith(f"This is a damaged digest ({length} hexadecimal digits), not a SHA-256")
    assert problem.fix == "Copy the digest again, all 64 digits of it, or type the plain value."


@pytest.mark.parametrize("length", [55, 73])
def test_hexadecimal_text_of_any_other_length_is_no_damaged_digest(
    codes: Callable[[str, str], list[str]], length: int
) -> None:
    assert codes("fn", (DIGEST * 2)[:length]) == []


def test_decimal_digits_of_nearly_that_length_are_no_damaged_digest(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("fn", "1" * 63) == []


def test_digest_in_base64_is_told_as_such(hash_as: Callable[[str, str], Hashed]) -> None:
    (problem,) = hash_as("em", base64.b64encode(bytes.fromhex(DIGEST)).decode()).problems
    assert problem.message.startswith("This is a digest of 32 bytes written in base64, not a SHA-256 digest")


def test_digest_in_capitals_with_more_around_it_is_given_in_lower_case(fix: Callable[[str, str], str]) -> None:
    assert fix("em", f"sha256:{DIGEST.upper()}") == f"Type {DIGEST}"


def test_two_digests_in_one_value_are_to_be_parted(fix: Callable[[str, str], str]) -> None:
    assert fix("em", f"{DIGEST},{DIGEST}") == "Give each digest an entry of its own."


WORDS = [
    spelling
    for word in ("null", "undefined", "none", "n/a", "nan")
    for spelling in (word, word.upper(), word.capitalize())
]


@pytest.mark.parametrize(
    ("nothing", "what"),
    [
        ("", "nothing at all, the empty text"),
        (" ", "a single space"),
        ("\n", "a line break"),
        *((word, f"the word “{word}”") for word in [*WORDS, "NaN"]),
        *((text, f"“{text}”") for text in ('""', "''", "[]", "{}", "[object Object]")),
    ],
)
def test_digest_of_nothing_says_of_what(hash_as: Callable[[str, str], Hashed], nothing: str, what: str) -> None:
    (problem,) = hash_as("em", hashlib.sha256(nothing.encode()).hexdigest()).problems
    assert problem.message == f"This is the SHA-256 digest of {what}: the value was missing when it was hashed."


@pytest.mark.parametrize(
    ("name", "text", "rule", "right"),
    [
        ("country", "US", "country codes are lower-case", "us"),
        ("ge", "male", "gender is one letter", "m"),
        ("db", "01/01/1900", "dates are written YYYYMMDD", "the date as 19900131"),
    ],
)
def test_digest_of_a_sample_says_what_is_wrong_with_it(
    hash_as: Callable[[str, str], Hashed], name: str, text: str, rule: str, right: str
) -> None:
    (problem,) = hash_as(name, hashlib.sha256(text.encode()).hexdigest()).problems
    assert problem.message == (
        f"This is the SHA-256 digest of “{text}”, which Pinterest prints as a sample against its own rule: {rule}."
    )
    assert problem.fix == f"Do not copy the sample; hash {right}."


def test_two_digests_in_one_value_are_parted_by_a_button(hash_as: Callable[[str, str], Hashed]) -> None:
    (problem,) = hash_as("em", f"{DIGEST.upper()},{DIGEST}").problems
    assert problem.repair == Repair("Give each its own entry", Part((DIGEST, DIGEST)))
