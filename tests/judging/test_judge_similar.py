"""The closest known word."""

import pytest

from workbench.judging.rules.similar import Lexicon

WORDS = Lexicon(["checkout", "initiate_checkout", "lead", "item_price", "item_name"])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("chekout", "checkout"),
        ("checkout", "checkout"),
        ("item_prize", "item_price"),
        ("items_name", "item_name"),
        ("plum", ""),
        ("", ""),
        ("x", ""),
        ("checkout" * 50, ""),
    ],
)
def test_closest_word_is_the_one_that_is_like_enough(text: str, word: str) -> None:
    assert WORDS.closest(text, cutoff=0.75) == word


def test_closest_word_reaches_further_with_a_lower_cutoff() -> None:
    assert WORDS.closest("leaden", cutoff=0.95) == ""
    assert WORDS.closest("leaden", cutoff=0.7) == "lead"
