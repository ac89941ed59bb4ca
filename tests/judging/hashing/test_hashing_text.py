"""What is the same for every hashed field: tidying, steps, placeholders, hidden characters, the wire."""

from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed

HASHED_FIELDS = ["em", "ph", "ge", "db", "fn", "ln", "ct", "st", "zp", "country", "external_id", "hashed_maids"]


def test_hash_text_keeps_what_was_typed(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("fn", " Mary ").typed == " Mary "


def test_hash_text_says_that_it_trimmed(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("external_id", " C-1\n").steps == ("trimmed",)


def test_hash_text_strips_invisible_characters_and_says_so(hash_as: Callable[[str, str], Hashed]) -> None:
    result = hash_as("fn", "\ufeffmary\u200b")
    assert (result.normalised, result.steps) == ("mary", ("invisible characters removed",))


def test_hash_text_names_each_change_in_order(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("ct", " St. Louis ").steps == ("trimmed", "lower-cased", "spaces and punctuation removed")


def test_hash_text_has_no_steps_for_a_clean_value(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("em", "jane.doe@example.com").steps == ()


def test_hash_text_hashes_composed_and_decomposed_accents_alike(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("fn", "Jose\u0301").digest == hash_as("fn", "Jos\u00e9").digest


def test_hash_text_says_that_it_composed_accents(hash_as: Callable[[str, str], Hashed]) -> None:
    assert "NFC" in hash_as("fn", "jose\u0301").steps[0]


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "\u200b\ufeff", "\u00a0"])
def test_hash_text_refuses_a_blank_value(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("em", text) == ["nothing-to-hash"]


@pytest.mark.parametrize("name", [name for name in HASHED_FIELDS if name not in ("fn", "ln")])
@pytest.mark.parametrize("word", ["null", "NULL", "undefined", "None", "N/A", "n/a", "NaN", " null "])
def test_hash_text_refuses_a_placeholder(codes: Callable[[str, str], list[str]], name: str, word: str) -> None:
    assert codes(name, word) == ["placeholder-value"]


@pytest.mark.parametrize("word", ["None", "null", "Nan"])
def test_hash_text_warns_of_a_name_that_may_be_a_placeholder(hash_as: Callable[[str, str], Hashed], word: str) -> None:
    result = hash_as("ln", word)
    assert result.normalised == word.lower()
    assert [problem.code for problem in result.problems] == ["placeholder-name"]


@pytest.mark.parametrize("word", ["undefined", "N/A"])
def test_hash_text_refuses_a_placeholder_that_is_nobodys_name(
    codes: Callable[[str, str], list[str]], word: str
) -> None:
    assert codes("fn", word) == ["placeholder-value"]


def test_hash_text_finds_nothing_wrong_with_the_name_na(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("ln", "Na") == []


def test_hash_text_finds_a_placeholder_behind_punctuation(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("ct", "N.a.N.") == ["placeholder-value"]


@pytest.mark.parametrize("name", HASHED_FIELDS)
def test_hash_text_refuses_half_a_character(codes: Callable[[str, str], list[str]], name: str) -> None:
    assert codes(name, "a\ud800") == ["unreadable-text"]


@pytest.mark.parametrize("character", ["\u00a0", "\u200b", "\t", "\x07"])
def test_hash_text_warns_of_a_hidden_character_inside(codes: Callable[[str, str], list[str]], character: str) -> None:
    assert codes("fn", f"mary{character}ann") == ["hidden-character"]


def test_hash_text_names_the_hidden_character(hash_as: Callable[[str, str], Hashed]) -> None:
    assert "NO-BREAK SPACE (U+00A0)" in hash_as("fn", "mary\u00a0ann").problems[0].message


@pytest.mark.parametrize("text", ["Mary Ann", "José", "علی‌رضا", "東京"])
def test_hash_text_takes_ordinary_writing_for_visible(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("fn", text) == []


@pytest.mark.parametrize("name", HASHED_FIELDS)
def test_hash_text_refuses_plain_text_on_the_wire(hash_on_wire: Callable[[str, str], Hashed], name: str) -> None:
    result = hash_on_wire(name, "19900131")
    assert [problem.code for problem in result.problems] == ["not-hashed"]
    assert result.digest is None


def test_hash_text_says_on_the_wire_what_an_address_does_to_the_request(
    hash_on_wire: Callable[[str, str], Hashed],
) -> None:
    (problem,) = hash_on_wire("em", "jane.doe@example.com").problems
    assert problem.message.startswith("em holds plain text")
    assert "422" in problem.message
    assert "workbench build" in problem.fix


def test_hash_text_never_repeats_plain_text_found_on_the_wire(hash_on_wire: Callable[[str, str], Hashed]) -> None:
    (problem,) = hash_on_wire("em", "jane.doe@example.com").problems
    assert "jane" not in problem.message + problem.fix


def test_hash_text_takes_a_clean_digest_on_the_wire(
    hash_on_wire: Callable[[str, str], Hashed], sha256: Callable[[str], str]
) -> None:
    result = hash_on_wire("em", sha256("x"))
    assert (result.digest, result.problems) == (sha256("x"), ())


def test_hash_text_warns_of_upper_case_on_the_wire(
    hash_on_wire: Callable[[str, str], Hashed], sha256: Callable[[str], str]
) -> None:
    result = hash_on_wire("em", sha256("x").upper())
    assert [problem.code for problem in result.problems] == ["digest-not-lower-case"]
    assert result.digest == sha256("x")


def test_hash_text_refuses_white_space_around_a_digest_on_the_wire(
    hash_on_wire: Callable[[str, str], Hashed], sha256: Callable[[str], str]
) -> None:
    result = hash_on_wire("em", sha256("x") + "\n")
    assert [problem.code for problem in result.problems] == ["digest-with-space"]
    assert result.problems[0].fix == f"Send {sha256('x')}"


def test_hash_text_gives_problems_the_path_of_the_field(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("em", "nobody").problems[0].path == "user_data.em"


def test_hash_text_tells_of_capitals_on_the_wire_besides_what_else_is_doubtful(
    hash_on_wire: Callable[[str, str], Hashed], sha256: Callable[[str], str]
) -> None:
    result = hash_on_wire("country", sha256("US").upper())
    assert [problem.code for problem in result.problems] == ["digest-of-sample", "digest-not-lower-case"]


@pytest.mark.parametrize("text", ["jane", "x" * 64, "AB" * 32, "ab" * 32 + " "])
def test_hash_text_names_the_field_of_what_is_wrong_on_the_wire(
    hash_on_wire: Callable[[str, str], Hashed], text: str
) -> None:
    problems = hash_on_wire("em", text).problems
    assert [problem.path for problem in problems] == ["user_data.em"]
