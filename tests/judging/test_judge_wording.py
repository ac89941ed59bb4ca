"""Values, lists and counts in words."""

import pytest

from workbench.judging.rules.wording import capitalised, counted, listed, quoted, some


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a", "“a”"), (" a\n b ", "“a b”"), ("x" * 40, f"“{'x' * 40}”"), ("x" * 41, f"“{'x' * 40}…”")],
)
def test_quoted_text_is_one_short_line(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed_words_are_a_part_of_a_sentence(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence


def test_listed_words_take_another_last_word() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("abc", "“a”, “b” and “c”"), ("abcd", "“a”, “b”, “c” and 1 more"), ("a" * 1203, "“a”, “a”, “a” and 1,200 more")],
)
def test_some_of_many_are_three(words: str, sentence: str) -> None:
    assert some(words) == sentence


@pytest.mark.parametrize(("count", "words"), [(0, "0 items"), (1, "1 item"), (2, "2 items"), (1200, "1,200 items")])
def test_counted_things_are_one_or_several(count: int, words: str) -> None:
    assert counted(count, "item") == words
    assert counted(count, "entry", "entries").endswith("entry" if count == 1 else "entries")


def test_capitalised_words_keep_the_rest_as_it_is() -> None:
    assert capitalised("event ID") == "Event ID"
    assert capitalised("") == ""
