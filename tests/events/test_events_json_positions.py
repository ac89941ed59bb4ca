"""Places of faults that the parser tells without one."""

from workbench.events.json_positions import (
    Opened,
    constant_at,
    half_character_at,
    second_key,
    still_open,
    too_deep_at,
)


def test_second_key_is_found_in_its_own_object_only() -> None:
    text = '[{"a": {"a": ["a"]}, "b": "a"}, {"a": 1, "b": 2, "a": 3}]'
    assert second_key(text) == ("a", text.rindex('"a"'))


def test_second_key_of_none_is_empty() -> None:
    assert second_key('{"a": 1, "b": {"a": 2}}') == ("", 0)


def test_second_key_survives_brackets_too_many() -> None:
    assert second_key('}]{"a":1,"a":2}') == ("a", 9)


def test_constant_inside_a_text_is_passed_over() -> None:
    assert constant_at('["NaN", NaN]') == 8
    assert constant_at('["x", -Infinity]') == 6


def test_too_deep_is_the_first_bracket_beyond() -> None:
    assert too_deep_at('[{"a": "[[[["}, [[]]]', 2) == 17


def test_still_open_lists_brackets_outermost_first() -> None:
    assert still_open('{"a": [1, {}, [') == (Opened("{", 0), Opened("[", 6), Opened("[", 14))


def test_half_character_is_found_wherever_it_stands() -> None:
    assert half_character_at(r'"\ud83d\ude00 \ude00"') == 14
    assert half_character_at(r'"\ud83d\ud83d\ude00"') == 1
    assert half_character_at(r'"\ud83d x"') == 1
    assert half_character_at(r'"\ud83d') == 1


def test_half_character_is_none_for_whole_ones() -> None:
    assert half_character_at(r'"\ud83d\ude00 \\ud83d"') is None


def test_second_key_is_no_text_at_the_end() -> None:
    assert second_key('{"a": 1, "a"') == ("", 0)


def test_second_key_is_not_looked_for_in_a_list() -> None:
    assert second_key('["a": 1, "a": 2]') == ("", 0)


def test_second_key_is_found_behind_a_key_with_a_raw_line_break() -> None:
    assert second_key('{"a\n": 1, "b": 2, "b": 3}') == ("b", 18)


def test_too_deep_counts_on_after_brackets_that_were_closed() -> None:
    assert too_deep_at("[[[][[]]]]", 3) == 5


def test_place_of_what_is_not_there_is_the_beginning() -> None:
    assert constant_at("[1]") == 0
    assert too_deep_at("[1]", 1) == 0
