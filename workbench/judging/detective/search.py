"""The bounded search: every text at most three mistakes away from the rule, in every encoding, with every hash."""

import hashlib
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from workbench.judging.detective.digest_forms import Given
from workbench.judging.detective.field_aspects import ASPECTS
from workbench.judging.detective.hashings import ENCODINGS, Encoding, Hashing, hashings_for
from workbench.judging.detective.recipe import Mistake, Way, expanded, started

DEEPEST = 3
"""Mistakes at most in one explanation: with more, chance begins to explain everything."""

LONG, LONGEST = 512, 5_000
"""Characters from which on fewer combinations are tried, and only the simplest ones."""

MANY = 60
"""Beginnings, each a spelling of its own, from which on one mistake less is looked for besides."""


class Found(NamedTuple):
    """The way to the digest: the text hashed, the whole recipe, its mistakes."""

    text: str
    steps: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    reading: str = ""


class Search:
    """One digest being looked for. ``tried`` counts the candidates hashed, ``deepest`` is the most mistakes in one."""

    def __init__(self, *, given: Given, rule: str, beginnings: Iterable[Way]) -> None:
        self._given = given
        self._aspects = ASPECTS[rule]
        self._beginnings = tuple(beginnings)
        self._plans = [tuple(_fitting(hashings_for(given), rest)) for rest in range(DEEPEST + 1)]
        longest = max((len(way.text) for way in self._beginnings), default=0)
        most = DEEPEST - 1 if len(self._beginnings) > MANY else DEEPEST
        self.deepest = most if longest <= LONG else 1 if longest <= LONGEST else 0
        self.tried = 0

    @property
    def right_digest(self) -> str | None:
        """The digest of the only text that can be read in the value without a mistake; None if there is none."""
        texts = {way.text for way in self._ways(0) if not way.mistakes}
        return hashlib.sha256(texts.pop().encode("utf-8", "surrogatepass")).hexdigest() if len(texts) == 1 else None

    def with_mistakes(self, count: int) -> Found | None:
        """The first way with exactly so many mistakes. Ask in ascending order, so that the simplest is found."""
        if count > self.deepest:
            return None
        # A mistake in the text is likelier than one in the encoding or the hash.
        for way in sorted(self._ways(count), key=attrgetter("cost"), reverse=True):
            if found := self._tested(way, count - way.cost):
                return found
        return None

    def among(self, ways: Iterable[Way]) -> Found | None:
        """The way whose very text was hashed in UTF-8."""
        for way in ways:
            if found := self._tested(way, 0):
                return found
        return None

    def _ways(self, most: int) -> Iterable[Way]:
        ways = started(self._beginnings, most=most)
        for aspect in self._aspects:
            ways = expanded(ways, aspect, most=most)
        return ways.values()

    def _tested(self, way: Way, rest: int) -> Found | None:
        """``rest`` is what encoding and hash must cost, so that nothing is tried twice."""
        wanted = self._given.raw
        for encoding, hashings in self._plans[rest]:
            data = encoding.encode(way.text)
            if data is None:
                continue
            self.tried += len(hashings)
            for hashing in hashings:
                if hashing.make(data) == wanted:
                    return self._found(way, encoding.steps, encoding.mistake, hashing)
        return None

    def _found(self, way: Way, steps: tuple[str, ...], mistake: Mistake | None, hashing: Hashing) -> Found:
        mistakes = tuple(each for each in (*way.mistakes, mistake, hashing.mistake) if each is not None)
        recipe = (*way.steps, *steps, *hashing.steps, *self._given.steps)
        return Found(way.text, recipe, (*mistakes, *self._given.mistakes), way.reading)


def _fitting(hashings: tuple[Hashing, ...], rest: int) -> Iterator[tuple[Encoding, tuple[Hashing, ...]]]:
    """The encodings, each with the hashes, that cost exactly ``rest`` together."""
    for encoding in ENCODINGS:
        left = rest - (encoding.mistake is not None)
        if fitting := tuple(each for each in hashings if each.cost == left):
            yield encoding, fitting
