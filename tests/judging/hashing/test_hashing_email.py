"""E-mail addresses: lower case, everything else kept, and what is no single address refused."""

from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed


@pytest.mark.parametrize(
    "text", ["j.a.n.e@example.com", "jane+news@example.co.uk", "o'neil@example.com", "jöhn@exämple.de", "a@b.io"]
)
def test_email_keeps_dots_tags_and_accents(hash_as: Callable[[str, str], Hashed], text: str) -> None:
    result = hash_as("em", text)
    assert (result.normalised, result.problems) == (text, ())


@pytest.mark.parametrize(
    "text", ["jane", "jane@example", "@example.com", "jane@", "jane@.", "jane doe", "a" * 400 + "@b.co"]
)
def test_email_refuses_what_is_no_address(codes: Callable[[str, str], list[str]], text: str) -> None:
    assert codes("em", text) == ["email-not-plausible"]


@pytest.mark.parametrize(
    "text",
    [
        "mailto:Jane.Doe@Example.com",
        "MAILTO:jane.doe@example.com?subject=Hello",
        "mailto:jane.doe%40example.com",
        "<jane.doe@example.com>",
        "Jane Doe <Jane.Doe@Example.com>",
        "Jane Doe <mailto:jane.doe@example.com>",
        '"jane.doe@example.com"',
        "'jane.doe@example.com'",
        "“jane.doe@example.com”",
        "'jane.doe@example.com",
    ],
)
def test_email_gives_the_address_out_of_its_wrapping(
    codes: Callable[[str, str], list[str]], fix: Callable[[str, str], str], text: str
) -> None:
    assert codes("em", text) == ["email-wrapped"]
    assert fix("em", text) == "Type jane.doe@example.com"


@pytest.mark.parametrize(
    "text", ["jane @ example.com", "jane@exam\u200bple.com", "jane%40example.com", "jane@example .com"]
)
def test_email_gives_the_address_without_what_slipped_in(fix: Callable[[str, str], str], text: str) -> None:
    assert fix("em", text) == "Type jane@example.com"


def test_email_refuses_two_addresses(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("em", "jane@example.com, joe@example.com") == ["email-several"]


@pytest.mark.parametrize(
    "text",
    ["jane@example..com", "jane@example.com.", ".jane@example.com", "jane@example.com,", "jane@example.c", "j@1.2"],
)
def test_email_warns_of_a_doubtful_address(hash_as: Callable[[str, str], Hashed], text: str) -> None:
    result = hash_as("em", text)
    assert [problem.code for problem in result.problems] == ["email-doubtful"]
    assert result.normalised == text


def test_email_judges_a_long_line_of_dots_at_once(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("em", "a@" + "." * 200_000 + " b") == ["email-not-plausible"]
