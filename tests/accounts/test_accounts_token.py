"""A pasted token: what is taken off, what is refused, and that no message repeats it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.accounts.token import MAX_TOKEN_LENGTH, CleanToken, clean_token
from workbench.ground.errors import InputError

TOKEN = "pina_AMAQ7example0token0of0a0test"
TOKEN_SIGNS = st.characters(min_codepoint=0x21, max_codepoint=0x7E)


def test_clean_token_leaves_a_token_as_it_is() -> None:
    assert clean_token(TOKEN) == CleanToken(TOKEN, ())


@pytest.mark.parametrize(
    ("pasted", "noted"),
    [
        (f" {TOKEN} ", "Spaces or line breaks"),
        (f"{TOKEN}\n", "Spaces or line breaks"),
        (f"\r\n{TOKEN}\r\n", "Spaces or line breaks"),
        (f"\u00a0{TOKEN}\u2003", "Spaces or line breaks"),
        (f'"{TOKEN}"', "Quotation marks"),
        (f"'{TOKEN}'", "Quotation marks"),
        (f"“{TOKEN}”", "Quotation marks"),
        (f"`{TOKEN}`", "Quotation marks"),
        (f"Bearer {TOKEN}", "The word Bearer"),
        (f"bearer\t{TOKEN}", "The word Bearer"),
        (f"\ufeff{TOKEN}\u200b", "Invisible marks"),
    ],
)
def test_clean_token_takes_off_what_copying_adds_and_notes_it(pasted: str, noted: str) -> None:
    cleaned = clean_token(pasted)
    assert cleaned.token == TOKEN
    assert [note[: len(noted)] for note in cleaned.notes] == [noted]


def test_clean_token_takes_off_a_whole_header_line() -> None:
    cleaned = clean_token(f"'Authorization: Bearer \"{TOKEN}\"'\n")
    assert cleaned.token == TOKEN
    assert len(cleaned.notes) == 4


def test_clean_token_notes_each_kind_once() -> None:
    assert len(clean_token(f"' ' {TOKEN} ' '").notes) == 2


@pytest.mark.parametrize("token", ["abc123", "pinx_abc", "PINA_abc"])
def test_clean_token_only_notes_an_unusual_beginning(token: str) -> None:
    cleaned = clean_token(token)
    assert cleaned.token == token
    assert "pina_" in cleaned.notes[-1]


def test_clean_token_finds_nothing_unusual_in_a_client_token() -> None:
    assert clean_token("pinc_abc").notes == ()


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "is empty"),
        ("  \n", "is empty"),
        ('""', "is empty"),
        ("Bearer", "is empty"),
        ("Bearer ", "is empty"),
        ("pinr.eyJzdWIiOiJ4eHgifQ", "refresh token"),
        ('Bearer "pinr_abcdefgh"', "refresh token"),
        ("pina_one two", "white space inside, at character 9"),
        ("pina_one\npina_two", "white space inside, at character 9"),
        ("pina_one\u00a0two", "white space inside"),
        ("pina_o\x00ne", "invisible character inside, at character 7"),
        ("pina_o\u200bne", "invisible character inside"),
        ("pina_o\ud800ne", "invisible character inside"),
        ("pina_é1", "Character 6 of the token is outside ASCII"),
        ("pina_１", "outside ASCII"),
    ],
)
def test_clean_token_refuses(pasted: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        clean_token(pasted)
    assert "generate a new conversion token" in refused.value.fix


def test_clean_token_takes_the_longest_that_windows_keeps() -> None:
    longest = "pina_".ljust(MAX_TOKEN_LENGTH, "x")
    assert len(clean_token(longest).token.encode("utf-16-le")) == 2560


def test_clean_token_refuses_one_character_more() -> None:
    with pytest.raises(InputError, match="1281 characters"):
        clean_token("pina_".ljust(MAX_TOKEN_LENGTH + 1, "x"))


@pytest.mark.parametrize("fault", [" ", "\x07", "é", "x" * MAX_TOKEN_LENGTH])
def test_clean_token_never_repeats_the_token_in_a_message(fault: str) -> None:
    with pytest.raises(InputError) as refused:
        clean_token(f"{TOKEN}{fault}{TOKEN}")
    assert TOKEN not in f"{refused.value!r} {refused.value}"
    assert refused.value.__context__ is None


def test_clean_token_repr_hides_the_token() -> None:
    assert TOKEN not in repr(clean_token(f" {TOKEN}"))


@given(st.text())
def test_clean_token_cleans_or_refuses_any_text(text: str) -> None:
    try:
        token = clean_token(text).token
    except InputError:
        return
    assert token.isascii()
    assert token.isprintable()
    assert not set(token) & set(" \t\r\n")


@given(st.text(TOKEN_SIGNS, min_size=1, max_size=40))
def test_clean_token_twice_is_once(signs: str) -> None:
    once = clean_token(f"pina_{signs}x")
    assert clean_token(once.token) == CleanToken(once.token)
