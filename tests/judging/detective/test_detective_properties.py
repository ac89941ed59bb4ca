"""What holds for any texts: nothing raises, the search is bounded, the plain value is never repeated."""

import base64
import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.detective.conftest import Detect
from workbench.contract.loading import Contract
from workbench.judging.detective.calling_codes import CALLING_CODES
from workbench.judging.detective.detection import Detection
from workbench.judging.detective.detective import Detective
from workbench.judging.detective.field_aspects import ASPECTS

FIELDS = ["em", "ph", "ge", "db", "fn", "ln", "ct", "st", "zp", "country", "external_id", "hashed_maids"]
_ANY = st.characters(exclude_categories=())
any_value = st.one_of(
    st.text(_ANY, max_size=60),
    st.emails(),
    st.dates().map(str),
    st.from_regex(r"\+?\d{1,3}[ -.]?\(?0?\d{2,5}\)?[ -]?\d{3,9}( ext\.? ?\d+)?"),
    st.sampled_from(
        ["", " ", "null", "US", "California", "Female", "mailto:a@b.com", "%41@b.com", "<a@b.com>", "02134.0"]
    ),
)
_HEX = st.text("0123456789abcdefABCDEF", min_size=10, max_size=140)
any_digest = st.one_of(
    st.text(_ANY, max_size=100),
    _HEX,
    st.binary(min_size=16, max_size=64).map(lambda raw: base64.b64encode(raw).decode()),
    st.text(_ANY, max_size=20).map(lambda text: hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()),
)
MOST_CANDIDATES = 40_000


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(FIELDS), digest=any_digest, value=any_value)
def test_detect_never_raises(detect: Detect, name: str, digest: str, value: str) -> None:
    found = detect(name, digest, value)
    assert found.explanation
    assert found.match or not found.correct


@settings(max_examples=200, deadline=None)
@given(digest=any_digest)
def test_look_up_never_raises(detective: Detective, digest: str) -> None:
    assert detective.look_up(digest).explanation


@settings(max_examples=100, deadline=None)
@given(name=st.sampled_from(FIELDS), value=any_value)
def test_detect_finds_every_right_digest_right(detective: Detective, name: str, value: str) -> None:
    from workbench.judging.hashing import hash_text

    field = detective.field(name)
    assert field is not None
    digest = hash_text(field, value).digest
    assert digest is None or detective.detect(field, digest, value).correct


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(FIELDS), value=any_value)
def test_detect_tries_a_bounded_number_of_candidates(detect_text: Detect, name: str, value: str) -> None:
    assert detect_text(name, "of something else", value).tried < MOST_CANDIDATES


WORST = [
    ("em", " \u200bJäné.Döe+tåg@Exämple-with-a-very-löng-domain.gmail.com " + "x" * 250),
    ("ph", " +49 (0) 151 / 234-567.89 ext. 5"),
    ("ct", " \ufeffSaint-Étienne du Roûvray, Île\u0301 St. "),
    ("zp", " 098101-1234 SW1A "),
    ("country", "The United States of America"),
    ("db", " 04/03/1990"),
]


@pytest.mark.parametrize(("name", "value"), WORST)
def test_detect_stays_within_bounds_for_awkward_values(detect_text: Detect, name: str, value: str) -> None:
    assert detect_text(name, "of something else", value).tried < MOST_CANDIDATES


@pytest.mark.parametrize("length", [513, 5_001, 200_000])
def test_detect_tries_less_the_longer_the_value(detect_text: Detect, length: int) -> None:
    assert detect_text("em", "of something else", " Ä" * (length // 2) + "@b.com").tried < 1_000


@settings(max_examples=100, deadline=None)
@given(
    name=st.sampled_from(["em", "fn", "ct", "external_id"]),
    change=st.sampled_from([str.upper, str.lower, str.strip, str.title]),
    value=st.text("abcdeXYZ@. -", min_size=30, max_size=50),
)
def test_detect_never_repeats_the_plain_value(
    detect_text: Detect, name: str, change: Callable[[str], str], value: str
) -> None:
    def told(found: Detection) -> str:
        return f"{found.explanation} {found.fix} {found.recipe}".lower()

    core = value.strip().lower()
    assert len(core) < 15 or core not in told(detect_text(name, change(value), value))


def test_every_hash_rule_of_the_catalogue_has_its_aspects(contract: Contract) -> None:
    assert {field.hash_rule for field in contract.fields if field.hashed} == set(ASPECTS)


def test_calling_codes_are_those_of_the_library() -> None:
    import phonenumbers

    assert {str(code) for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE} == CALLING_CODES
