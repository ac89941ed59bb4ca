"""Paths and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contract.loading import Contract
from workbench.events.paths import item_path, join_path, split_path


@pytest.mark.parametrize(
    ("parent", "key", "path"),
    [
        ("", "em", "em"),
        ("user_data", "em", "user_data.em"),
        ("custom_data.contents[1]", "price", "custom_data.contents[1].price"),
        ("user_data", "a.b", 'user_data["a.b"]'),
        ("", "user_data.em", '["user_data.em"]'),
        ("", "", '[""]'),
        ("x", "em[0]", 'x["em[0]"]'),
    ],
)
def test_join_writes_a_key_so_that_it_is_no_path(parent: str, key: str, path: str) -> None:
    assert join_path(parent, key) == path


@settings(deadline=None)
@given(steps=st.lists(st.one_of(st.text(max_size=8), st.integers(0, 999)), min_size=1, max_size=5))
def test_split_finds_the_steps_again(steps: list[str | int]) -> None:
    path = ""
    for step in steps:
        path = item_path(path, step) if isinstance(step, int) else join_path(path, step)
    assert split_path(path) == tuple(steps)


def test_path_of_a_field_is_its_catalogue_path(contract: Contract) -> None:
    for field in contract.fields:
        if not field.in_line:
            parent, _, name = field.path.rpartition(".")
            assert join_path(parent, name) == field.path
