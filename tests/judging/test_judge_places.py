"""Paths of findings as places of the catalogue."""

import pytest

from workbench.judging.rules.places import catalogue_path, indexes, is_item, place_and_key


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("event_name", "event_name"),
        ("user_data.em[12]", "user_data.em"),
        ("custom_data.contents[3].id", "custom_data.contents[].id"),
        ("custom_data.contents[3]", "custom_data.contents"),
        ('user_data["a[1]"]', 'user_data["a[1]"]'),
        ("", ""),
    ],
)
def test_catalogue_path_has_no_indexes(path: str, place: str) -> None:
    assert catalogue_path(path) == place


@pytest.mark.parametrize(
    ("path", "expected"), [("user_data.em[0]", True), ("user_data.em", False), ('["a[1]"]', False)]
)
def test_is_item_knows_an_index_from_a_key(path: str, expected: bool) -> None:
    assert is_item(path) is expected


@pytest.mark.parametrize(
    ("path", "place", "key"),
    [
        ("foo", "", "foo"),
        ("user_data.email", "user_data", "email"),
        ("custom_data.contents[1].price", "custom_data.contents", "price"),
        ("custom_data.contents[1]", "custom_data.contents", ""),
        ('["user_data.em"]', "", "user_data.em"),
    ],
)
def test_place_and_key_part_the_key_from_its_object(path: str, place: str, key: str) -> None:
    assert place_and_key(path) == (place, key)


def test_indexes_come_outermost_first() -> None:
    assert indexes("a[3].b[1]") == (3, 1)
