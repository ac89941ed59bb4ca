"""What a query may ask for."""

import pytest

from workbench.ground.errors import InputError
from workbench.history.query import Query


@pytest.mark.parametrize(("limit", "offset"), [(-1, 0), (1, -1), (2**63, 0), (0, 2**63)])
def test_query_refuses_a_page_out_of_range(limit: int, offset: int) -> None:
    with pytest.raises(InputError, match="out of range"):
        Query(limit=limit, offset=offset)


def test_query_refuses_an_overlong_text() -> None:
    with pytest.raises(InputError, match="1,001 characters"):
        Query(text="x" * 1001)


def test_query_takes_the_longest_text() -> None:
    assert Query(text="x" * 1000).text
