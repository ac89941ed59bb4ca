"""Why a text is not JSON, in words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.events.encoding import parse_json
from workbench.ground.errors import InputError

BODY = '{"data": [{"event_name": "check\\u00e9\\"out", "opt_out": true, "value": -1.5e3, "em": ["a", null]}]}'


def refusal(text: str) -> InputError:
    """The error for a text that is not JSON."""
    with pytest.raises(InputError) as caught:
        parse_json(text)
    return caught.value


@pytest.mark.parametrize("length", range(1, len(BODY)))
def test_half_a_paste_ends_in_the_middle(length: int) -> None:
    assert "ends in the middle of" in refusal(BODY[:length]).message


def test_half_a_paste_says_what_is_open_and_since_where() -> None:
    assert "of a list that begins at line 2, column 10" in refusal('{\n "data": [{"a": 1},').message
    assert "of an object that begins at line 1, column 1" in refusal('{"data": [1],').message
    assert "of a text that begins at line 1, column 7" in refusal('{"a": "Jane').message
    assert "of a text that begins at" in refusal('{"a": "Jan\\u00').message


@pytest.mark.parametrize("text", ["tru", "-", "nul"])
def test_half_a_value_ends_in_the_middle_of_a_value(text: str) -> None:
    error = refusal(text)
    assert error.message == "The text ends in the middle of a value."
    assert error.fix == "Copy all of it, up to the last closing bracket."


@pytest.mark.parametrize("text", ['{"a": 1, ', "[1, ", '{"a": "Jane'])
def test_half_a_paste_names_its_source_and_counts_from_its_first_line(text: str) -> None:
    with pytest.raises(InputError, match=r"^events\.json ends .* line 12, column"):
        parse_json(text, what="events.json", first_line=12)


@pytest.mark.parametrize(
    ("text", "reason", "fix"),
    [
        ("{'a': 1}", "single quotation marks", "json.dumps"),
        ('{"a": True}', "a word of Python", "json.dumps"),
        ('{"a": None}', "a word of Python", "json.dumps"),
        ('{"a": undefined}', "a word of JavaScript", "JSON.stringify"),
        ('{"a": 1,}', "a comma too many", "closing bracket"),
        ("[1, 2, ]", "a comma too many", "closing bracket"),
        ('{"a": 1} // why', "a comment", "no comments"),
        ('{"a": 1}, {"b": 2}', "something follows", "list"),
        ('{"a": 1} 2', "something follows", "list"),
        ('{"a": 1, // why\n "b": 2}', "a comment", "no comments"),
        ('{"a": 1, /* why */ "b": 2}', "a comment", "no comments"),
        ("# why\n{}", "a comment", "no comments"),
        ("{“a”: 1}", "typographic quotation marks", "straight"),
        ('{"a": „b“}', "typographic quotation marks", "straight"),
        ("{a: 1}", "a name without quotation marks", "quotation marks"),
        ('{"a": 012}', "a number is not written", "leading zero"),
        ('{"a": +1}', "a number is not written", "plus sign"),
        ('{"a": .5}', "a number is not written", "digit before the point"),
        ('{"a": 0x1F}', "a number is not written", "leading zero"),
        ('{"a": 1 "b": 2}', "a comma is missing", "comma between"),
        ('[{"a": 1} {"b": 2}]', "a comma is missing", "comma between"),
        ('{"a": "said "hi""}', "a comma or closing bracket was expected", "quotation mark inside a text"),
        ('{"a": 1]', "does not fit the open one", "each {"),
        ('{"a" 1}', "a colon is missing", '"name": value'),
        ('{"a": "x\ny"}', "a line break or tab", r"\n"),
        (r'{"a": "C:\dir"}', "a backslash", r"\\"),
        (r'{"a": "\u12G4"}', "a backslash", r"\\"),
        ("[1]]", "a closing bracket too many", "opening one"),
        ('{"a": 1}\n{"b": 2}', "something follows", "one on each line"),
        ("hello there", "no value can begin", "quotation marks"),
    ],
)
def test_fault_is_named_with_what_to_do(text: str, reason: str, fix: str) -> None:
    error = refusal(text)
    assert reason in error.message
    assert fix in error.fix


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("{'a': 1}", "line 1, column 2"),
        ('{"a": 1,\n "b": True}', "line 2, column 7"),
        ('{"a": 1,\n}', "line 2, column 1"),
        ('{"a": "x\ny"}', "line 1, column 9"),
    ],
)
def test_fault_is_told_with_line_and_column(text: str, where: str) -> None:
    assert where in refusal(text).message


@settings(deadline=None)
@given(rest=st.text("xyz€ \n", min_size=30, max_size=60))
def test_message_holds_at_most_twenty_characters_of_the_text(rest: str) -> None:
    found = re.search("“(.*)”", refusal("[1, x" + rest).message)
    assert found is not None
    assert len(found[1]) <= 20


def test_message_shows_where_the_fault_begins() -> None:
    assert "near “True}”" in refusal('{"a": True}').message


def test_message_shows_the_text_in_one_line() -> None:
    assert "near “x y z]”" in refusal("[1, x\n  y\t z]").message


@pytest.mark.parametrize(("rest", "shown"), [("x" * 20, "x" * 20), ("x" * 21, "x" * 19 + "…")])
def test_message_marks_what_it_cuts(rest: str, shown: str) -> None:
    assert f"near “{shown}”" in refusal(f"[1, {rest}").message


@pytest.mark.parametrize(
    ("text", "message"),
    [(" \n", "The text is empty."), ("<html>", "The text is a web page (HTML), not JSON.")],
)
def test_foreign_text_is_told_as_what_it_is(text: str, message: str) -> None:
    assert refusal(text).message == message
