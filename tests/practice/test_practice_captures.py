"""What arrived is kept in memory, within bounds."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from workbench.practice.captures import MOST_BYTES, MOST_KEPT, Captures
from workbench.practice.received import ReceivedRequest

if TYPE_CHECKING:
    from tests.practice.conftest import Practice


def request(body: bytes = b"{}", *, at: float = 0) -> ReceivedRequest:
    """A request that arrived."""
    return ReceivedRequest(at=at, ad_account_id="1", test=True, event_count=1, status=200, body=body)


@pytest.fixture
def captures() -> Captures:
    """None yet."""
    return Captures()


def test_captures_come_newest_first(captures: Captures) -> None:
    captures.keep(request(at=1))
    captures.keep(request(at=2))
    assert [(each.number, each.request.at) for each in captures.newest_first()] == [(2, 2), (1, 1)]


def test_captures_forget_the_oldest_beyond_their_number(captures: Captures) -> None:
    for at in range(MOST_KEPT + 3):
        captures.keep(request(at=at))
    kept = captures.newest_first()
    assert (len(kept), kept[0].number, kept[-1].number) == (MOST_KEPT, MOST_KEPT + 3, 4)


def test_captures_forget_the_oldest_beyond_their_size(captures: Captures) -> None:
    half = bytes(MOST_BYTES // 2)
    for _ in range(3):
        captures.keep(request(half))
    assert [each.number for each in captures.newest_first()] == [3, 2]


def test_captures_keep_the_newest_whatever_its_size(captures: Captures) -> None:
    captures.keep(request(bytes(MOST_BYTES + 1)))
    assert len(captures.newest_first()) == 1


def test_captures_are_forgotten_when_told(captures: Captures) -> None:
    captures.keep(request())
    captures.forget()
    assert captures.newest_first() == ()


def test_captures_never_use_a_number_twice(captures: Captures) -> None:
    captures.keep(request())
    captures.forget()
    captures.keep(request())
    assert captures.newest_first()[0].number == 2


def test_captures_tell_of_each_change(captures: Captures) -> None:
    changes: list[int] = []
    captures.on_change = lambda: changes.append(len(captures.newest_first()))
    captures.keep(request())
    captures.forget()
    assert changes == [1, 0]


def test_captures_of_many_threads_are_all_kept(captures: Captures) -> None:
    threads = [threading.Thread(target=captures.keep, args=(request(),)) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.number for each in captures.newest_first()) == list(range(1, 51))


def test_captures_take_what_a_server_receives(
    practice: "Practice", make_body: Callable[[int], dict[str, Any]], captures: Captures
) -> None:
    practice.server.on_request = captures.keep
    practice.post(make_body(2))
    assert captures.newest_first()[0].request.event_count == 2
