"""The short way of clean values: whatever is typed, it makes no difference to what is said, sent and hashed."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contract.field import Field
from workbench.contract.loading import load_contract
from workbench.events.draft import Draft, Typed
from workbench.events.templates import from_template, templates
from workbench.judging.digests import DIGESTS_OF_NOTHING, SAMPLES, sha256
from workbench.judging.judge import Judge
from workbench.judging.normalising.birth_date import CERTAIN_FROM
from workbench.judging.normalising.ids import ZERO_ID
from workbench.judging.normalising.placeholders import PLACEHOLDERS
from workbench.judging.rules.clean_values import clean_value
from workbench.judging.rules.plan import field_plan

CONTRACT = load_contract()
SHORT = Judge(contract=CONTRACT)
CLOSE = Judge(contract=CONTRACT, closely=True)
NOW = 1_800_000_000

# One of each kind that a short way takes, and of each kind that it must not take for one.
ORDINARY = (
    "Jane.Doe@Example.com", "o'neil+tag@mail.example.co.uk", "+1 (202) 555-0143", "+49 151 23456789", "004915123456789",
    "f", "Female", "non-binary", "1990-01-31", "19900131", "1990/01/31", "2004-02-29", "1900-01-01", "2019-12-31",
    "2020-01-01", "2004W101", "Jane", "Mary Ann", "O'Neil", "St. Louis", "San Francisco", "München", "Zoë", "DC", "Ca",
    "California", "US-CA", "us", "GB", "uk", "USA", "20001", "20001-1234", "123456789", "SW1A 1AA", "customer-7",
    ZERO_ID, "6D92078A-8246-4BA4-AE5B-76104861E7DC", "checkout", "Checkout", "web", "1800000000", "007", "0", "-1",
    "18.50", "0.00", "007.5", "1e5", "USD", "usd", "XXX", "EUR", "en", "EN", "tlh", "true", "TRUE", "1", "203.0.113.42",
    "84.12.9.1", "010.1.1.1", "2001:db8::1", "https://shop.example.com/a?b#c", "HTTPS://example.com", "ftp://a.example",
    "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0.0.0", "curl/8.0", "direct", "ss-company", "LDP", "en-US", "en_US",
    "laptop", "wifi", "999999999999999999", "9999999999999999999", "1" * 40, "a" * 31, "a" * 32, "a" * 64, "b" * 65,
    sha256("jane.doe@example.com"), sha256("x").upper(), "d41d8cd98f00b204e9800998ecf8427e", *PLACEHOLDERS,
    *DIGESTS_OF_NOTHING, *SAMPLES, sha256("null"), sha256(ZERO_ID),
)  # fmt: skip
# What changes the least to the eye: white space, case, signs that fold into ASCII, half characters, joiners.
SPICE = tuple(
    " \t\n\r\x1f\x7f\xa0\u2028\ufeff\u200b\u200d\u0301\u212a\u0130\u017f\u0660\uff11²ßé\ud800@+-.'/_:,#09aAzZ{}\""
)


@st.composite
def near_misses(draw: st.DrawFn) -> str:
    """An ordinary text with up to three signs put in, replaced or taken out."""
    text = draw(st.sampled_from(ORDINARY))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        sign = draw(st.sampled_from(("", *SPICE)))
        text = text[:at] + sign + text[at + draw(st.integers(0, 1)) :]
    return draw(st.sampled_from((text, text.lower(), text.upper(), text.title())))


TEXTS = st.one_of(near_misses(), st.text(st.characters(categories=None), max_size=8))
SEVERAL = st.lists(TEXTS, max_size=3).map(tuple)
PATHS = [path for path in CONTRACT.by_path if "[]" not in path]
DRAFTS = st.builds(
    Draft,
    values=st.dictionaries(st.sampled_from([*PATHS, "no.such.field"]), st.one_of(TEXTS, SEVERAL), max_size=12),
    lines=st.lists(st.dictionaries(st.sampled_from([*CONTRACT.line_fields, "foo"]), TEXTS, max_size=4), max_size=3).map(
        tuple
    ),
)
TIMES = st.sampled_from((NOW, CERTAIN_FROM, CERTAIN_FROM - 1, 0, -(2**70), 2**70))


def assert_same(draft: Draft, *, now: int, wire: bool) -> None:
    """Both ways say, send and hash the same; JSON tells 1 from true and shows the order of keys."""
    short, close = (judge.event(draft, now=now, wire=wire) for judge in (SHORT, CLOSE))
    assert short.problems == close.problems
    assert repr(short.payload) == repr(close.payload)
    assert dict(short.hashed) == dict(close.hashed)


@given(text=TEXTS, now=TIMES, wire=st.booleans())
@settings(deadline=None, max_examples=300)
def test_short_way_of_one_text_is_that_of_a_close_look_in_every_field(text: str, now: int, *, wire: bool) -> None:
    for path, field in CONTRACT.by_path.items():
        if field.in_line:
            assert_same(Draft({}, ({field.name: text},)), now=now, wire=wire)
        else:
            assert_same(Draft({path: (text,) if field.is_list else text}), now=now, wire=wire)


@given(typed=SEVERAL, wire=st.booleans())
@settings(deadline=None, max_examples=200)
def test_short_way_of_several_texts_is_that_of_a_close_look(typed: tuple[str, ...], *, wire: bool) -> None:
    for path in PATHS:
        assert_same(Draft({path: typed}), now=NOW, wire=wire)


@given(draft=DRAFTS, now=TIMES, wire=st.booleans())
@settings(deadline=None, max_examples=300)
def test_short_way_of_an_event_is_that_of_a_close_look(draft: Draft, now: int, *, wire: bool) -> None:
    assert_same(draft, now=now, wire=wire)


@pytest.mark.parametrize("wire", [False, True])
@pytest.mark.parametrize("name", [each.name for each in templates()])
def test_short_way_of_a_template_is_that_of_a_close_look(name: str, *, wire: bool) -> None:
    draft = from_template(name, now=NOW, event_id="event-1", contract=CONTRACT)
    assert_same(draft, now=NOW, wire=wire)


@pytest.mark.parametrize("text", ORDINARY)
def test_short_way_of_each_ordinary_text_is_that_of_a_close_look(text: str) -> None:
    for path, field in CONTRACT.by_path.items():
        if not field.in_line:
            assert_same(Draft({path: (text,) if field.is_list else text}), now=CERTAIN_FROM, wire=False)


def test_short_way_is_there_for_every_value_of_the_first_template() -> None:
    draft = from_template("checkout", now=NOW, event_id="event-1", contract=CONTRACT)
    closely = {path for path, typed in draft.values.items() if short_way(CONTRACT.by_path[path])(typed) is None}
    assert closely == {"user_data.client_ip_address"}


def short_way(field: Field) -> Callable[[Typed], object]:
    """The short way of one field, for what was typed."""
    return clean_value(field_plan(field, CONTRACT, order=0), CONTRACT, wire=False)


@pytest.mark.parametrize(
    ("path", "typed", "digest_of"),
    [
        ("user_data.em", "Jane.Doe@Example.com ", "jane.doe@example.com"),
        ("user_data.ph", "+1 (202) 555-0143", "12025550143"),
        ("user_data.db", "2004-03-31", "20040331"),
        ("user_data.ct", "San Francisco", "sanfrancisco"),
        ("user_data.fn", "Mary Ann", "mary ann"),
        ("user_data.st", "Ca", "ca"),
        ("user_data.country", "GB", "gb"),
        ("user_data.ge", "female", "f"),
    ],
)
def test_short_way_hashes_clean_personal_data(path: str, typed: str, digest_of: str) -> None:
    assert short_way(CONTRACT.by_path[path])((typed,)) == [sha256(digest_of)]


def test_short_way_gives_each_event_lists_of_its_own() -> None:
    draft = Draft({"user_data.country": ("us",), "user_data.ge": ("f",)})
    first, second = (SHORT.event(draft, now=NOW).payload["user_data"] for _ in range(2))
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    assert all(first[name] is not second[name] for name in ("country", "ge"))
