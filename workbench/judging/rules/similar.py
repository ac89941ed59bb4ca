"""The known word that a misspelt one is closest to."""

from collections.abc import Iterable
from difflib import SequenceMatcher

_COMPARED = 60
_SHARED_PAIRS = 0.4


class Lexicon:
    """A fixed set of words.

    Comparing two words letter by letter takes some ten microseconds, and a file may bring the same unknown word a
    thousand times: only words that share enough pairs of letters are compared so.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._pairs = {word: _pairs(word) for word in words}

    def closest(self, text: str, *, cutoff: float) -> str:
        """The word at least as like ``text`` as ``cutoff`` (0 to 1, as difflib counts), or ""; long texts are cut."""
        text = text[:_COMPARED]
        pairs = _pairs(text)
        best, found = cutoff, ""
        matcher = SequenceMatcher(b=text, autojunk=False)
        for word, known in self._pairs.items():
            if 2 * len(pairs & known) < _SHARED_PAIRS * (len(pairs) + len(known)):
                continue
            matcher.set_seq1(word)
            ratio = matcher.ratio()
            if ratio >= best and (ratio > best or not found):
                best, found = ratio, word
        return found


def _pairs(word: str) -> frozenset[str]:
    return frozenset(f" {word} "[at : at + 2] for at in range(len(word) + 1))
