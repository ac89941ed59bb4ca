"""What holds for any text whatever, in every hashed field."""

import re
import unicodedata
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.judging.judgement import Hashed
from workbench.judging.normalising.tidying import lower
from workbench.judging.problem import Severity

FIELDS = ["em", "ph", "ge", "db", "fn", "ln", "ct", "st", "zp", "country", "external_id", "hashed_maids"]
_SPICE = st.sampled_from(
    [
        "@",
        ".",
        "+",
        "00",
        "(0)",
        "ext. 5",
        "<",
        ">",
        '"',
        "mailto:",
        "\u0301",
        "\u0130",
        "\ufeff",
        "\u00a0",
        "ß",
        "null",
    ]
)
_CODEPOINTS = st.characters(exclude_categories=())
any_text = st.one_of(
    st.text(_CODEPOINTS),
    st.lists(st.one_of(_SPICE, st.text(_CODEPOINTS, max_size=4)), max_size=8).map("".join),
    st.text("0123456789abcdefABCDEF-+ ./xT:", max_size=70),
    st.emails(),
    st.uuids().map(str),
    st.from_regex(r"\+?\d{1,3}[ -]?\(?\d{2,5}\)?[ -]?\d{3,9}"),
    st.dates().map(str),
)
_DIGEST = re.compile("[0-9a-f]{64}")


@settings(max_examples=300, deadline=None)
@given(name=st.sampled_from(FIELDS), text=any_text)
def test_hash_text_gives_a_digest_or_an_error(
    hash_as: Callable[[str, str], Hashed], sha256: Callable[[str], str], name: str, text: str
) -> None:
    result = hash_as(name, text)
    refused = any(problem.severity is Severity.ERROR for problem in result.problems)
    assert (result.digest is None) is refused
    assert result.digest is None or _DIGEST.fullmatch(result.digest)
    if result.normalised is not None:
        assert result.digest == sha256(result.normalised)


@settings(max_examples=300, deadline=None)
@given(name=st.sampled_from(FIELDS), text=any_text)
def test_hash_text_normalised_twice_is_normalised_once(
    hash_as: Callable[[str, str], Hashed], name: str, text: str
) -> None:
    once = hash_as(name, text).normalised
    if once is not None:
        again = hash_as(name, once)
        assert (again.normalised, again.steps) == (once, ())


@settings(max_examples=300, deadline=None)
@given(name=st.sampled_from(FIELDS), text=any_text, upper=st.booleans())
def test_hash_text_passes_its_own_digests_through(
    hash_as: Callable[[str, str], Hashed], name: str, text: str, *, upper: bool
) -> None:
    digest = hash_as(name, text).digest
    if digest is not None:
        assert hash_as(name, digest.upper() if upper else digest).digest == digest


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(FIELDS), text=any_text)
def test_hash_text_on_the_wire_never_makes_a_digest(
    hash_on_wire: Callable[[str, str], Hashed], name: str, text: str
) -> None:
    result = hash_on_wire(name, text)
    assert result.normalised is None
    assert result.digest is None or result.digest == text.lower()


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(FIELDS), text=any_text)
def test_hash_text_explains_every_change(hash_as: Callable[[str, str], Hashed], name: str, text: str) -> None:
    result = hash_as(name, text)
    if result.normalised is not None:
        assert bool(result.steps) is (result.normalised != text)


def test_lower_gives_the_same_when_repeated_for_every_letter() -> None:
    for code in range(0x20000):
        text = unicodedata.normalize("NFC", chr(code) + "\u0323")
        assert lower(lower(text)) == lower(text)
