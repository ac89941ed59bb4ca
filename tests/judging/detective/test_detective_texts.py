"""The changes of a text that senders make, one by one."""

from collections.abc import Callable

import pytest

from workbench.judging.detective import texts

CHANGES: list[tuple[Callable[[str], str], str, str]] = [
    (texts.first_word, "Mary Ann Lee", "Mary"),
    (texts.first_word, " Mary Ann", "Mary"),
    (texts.first_word, "", ""),
    (texts.first_word, " ", " "),
    (texts.only_ascii, "Zoë O'Neil 3", "ZoONeil3"),
    (texts.bare, "Saint-Étienne\u00a0 (42)", "SaintÉtienne42"),
    (texts.without_punctuation, "St. John's", "St Johns"),
    (texts.without_leading_zeros, "0042", "42"),
    (texts.without_leading_zeros, "X0042", "X0042"),
    (texts.hyphened, "Mary  Ann", "Mary-Ann"),
    (texts.underscored, "Mary  Ann", "Mary_Ann"),
    (texts.ascii_lower, "RENÉ", "renÉ"),
    (texts.first_capital, "mary ann", "Mary ann"),
]


@pytest.mark.parametrize(("change", "text", "changed"), CHANGES)
def test_text_is_changed_as_senders_do(change: Callable[[str], str], text: str, changed: str) -> None:
    assert change(text) == changed
