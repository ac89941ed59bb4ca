"""What a worker reads for the table."""

import pytest

from tests.ui.history.sends import MANY, Send, Watched
from workbench.contract.mode import Mode
from workbench.events.outcome import State
from workbench.history.query import Order, Query
from workbench.history.store import History
from workbench.ui.history.listing import (
    PAGE,
    Wanted,
    is_filtered,
    read_further,
    read_if_changed,
    read_listing,
    read_pages,
)


def test_listing_of_an_empty_history_has_no_rows(history: History) -> None:
    listing = read_listing(history, Wanted(Query()))

    assert (listing.count, listing.total, dict(listing.pages)) == (0, 0, {0: ()})


def test_listing_has_the_newest_row_first(history: History, send: Send) -> None:
    send()
    newest = send()

    assert read_listing(history, Wanted(Query())).pages[0][0].id == newest


def test_listing_counts_what_matches_and_what_there_is(history: History, send: Send) -> None:
    send()
    send(mode=Mode.LIVE)

    listing = read_listing(history, Wanted(Query(mode=Mode.LIVE)))

    assert (listing.count, listing.total) == (1, 2)


def test_listing_of_many_rows_reads_one_page_of_them(large: Watched) -> None:
    listing = read_listing(large, Wanted(Query()))

    assert (listing.count, set(listing.pages)) == (MANY, {0})


def test_listing_reads_the_pages_in_sight(large: Watched) -> None:
    before = read_listing(large, Wanted(Query()))

    listing = read_listing(large, Wanted(Query(), top=5 * PAGE - 10, before=before))

    assert set(listing.pages) == {0, 4, 5}


def test_listing_follows_the_row_in_sight_when_others_above_it_go(large: Watched) -> None:
    before = read_listing(large, Wanted(Query()))
    large.history.delete(MANY)

    assert read_listing(large, Wanted(Query(), top=300, before=before)).top == 299


def test_listing_stays_on_top_when_rows_come_above(history: History, send: Send) -> None:
    send()
    before = read_listing(history, Wanted(Query()))
    send()

    assert read_listing(history, Wanted(Query(), top=0, before=before)).top == 0


def test_listing_of_another_query_begins_on_top(large: Watched) -> None:
    before = read_listing(large, Wanted(Query()))

    assert read_listing(large, Wanted(Query(descending=False), top=300, before=before)).top == 0


def test_listing_does_not_look_for_accounts_again_while_nothing_is_written(watched: Watched, send: Send) -> None:
    send()
    before = read_listing(watched, Wanted(Query()))
    watched.queries.clear()

    listing = read_listing(watched, Wanted(Query(mode=Mode.TEST), before=before))

    assert listing.accounts == ("Shop EU",)
    assert [query.order for query in watched.queries] == [Order.SENT_AT]


def test_listing_looks_for_accounts_again_after_a_send(history: History, send: Send) -> None:
    send()
    before = read_listing(history, Wanted(Query()))
    send(account_name="Shop US")

    assert read_listing(history, Wanted(Query(), before=before)).accounts == ("Shop EU", "Shop US")


@pytest.mark.parametrize("descending", [True, False])
def test_listing_finds_a_row_far_away(large: Watched, *, descending: bool) -> None:
    wanted = 1234

    listing = read_listing(large, Wanted(Query(descending=descending), row_id=wanted))

    position = listing.position
    assert position is not None
    assert listing.pages[position // PAGE][position % PAGE].id == wanted


def test_listing_does_not_find_a_row_that_was_deleted(history: History, send: Send) -> None:
    gone = send()
    send()
    history.delete(gone)

    assert read_listing(history, Wanted(Query(), row_id=gone)).position is None


def test_listing_does_not_find_a_row_that_the_filter_hides(history: History, send: Send) -> None:
    hidden = send()

    assert read_listing(history, Wanted(Query(mode=Mode.LIVE), row_id=hidden)).position is None


def test_listing_is_not_read_again_when_nothing_was_written(history: History, send: Send) -> None:
    send()
    before = read_listing(history, Wanted(Query()))

    assert read_if_changed(history, Wanted(Query(), before=before)) is None


def test_listing_is_read_again_after_a_send(history: History, send: Send) -> None:
    before = read_listing(history, Wanted(Query()))
    send()

    listing = read_if_changed(history, Wanted(Query(), before=before))

    assert listing is not None
    assert listing.count == 1


def test_listing_is_read_again_for_another_query(history: History, send: Send) -> None:
    send()
    before = read_listing(history, Wanted(Query()))

    listing = read_if_changed(history, Wanted(Query(mode=Mode.LIVE), before=before))

    assert listing is not None
    assert listing.count == 0


def test_pages_of_a_search_come_eight_at_a_time(large: Watched) -> None:
    assert set(read_pages(large, Query(text="checkout"), 10)) == set(range(8, 16))


def test_pages_beyond_the_last_row_are_empty(history: History, send: Send) -> None:
    send()

    assert read_pages(history, Query(), 3) == {3: ()}


def test_listing_of_a_small_search_counts_without_searching_twice(large: Watched) -> None:
    counted: list[Query] = []

    class Counted(Watched):
        def count(self, query: Query) -> int:
            counted.append(query)
            return super().count(query)

    listing = read_listing(Counted(large.history), Wanted(Query(text="o-999")))

    assert listing.count == 11
    assert not any(query.text for query in counted)


def test_listing_of_a_large_search_counts_every_row(large: Watched) -> None:
    assert read_listing(large, Wanted(Query(text="checkout"))).count == MANY


def test_further_pages_tell_the_version_they_are_of(history: History, send: Send) -> None:
    listing = read_listing(history, Wanted(Query()))
    send()

    assert read_further(history, Query(), 0, 1).version != listing.version


@pytest.mark.parametrize(
    "query", [Query(text="a"), Query(mode=Mode.TEST), Query(state=State.FAILED), Query(account="Shop EU")]
)
def test_a_query_with_any_condition_is_filtered(query: Query) -> None:
    assert is_filtered(query)


def test_a_query_with_an_order_alone_is_not_filtered() -> None:
    assert not is_filtered(Query(text="  ", order=Order.STATUS, descending=False))


@pytest.mark.parametrize("query", [Query(since=0.0), Query(until=1.0), Query(event="checkout")])
def test_a_query_with_a_time_or_an_event_is_filtered(query: Query) -> None:
    assert is_filtered(query)


def test_a_page_of_the_later_half_is_read_from_the_end(large: Watched) -> None:
    plain = read_pages(large, Query(), 30)
    large.queries.clear()

    assert read_pages(large, Query(), 30, count=MANY) == plain
    assert [query.offset for query in large.queries] == [MANY - 31 * PAGE]


def test_the_last_page_is_read_from_the_end_though_it_is_not_full(large: Watched) -> None:
    last = (MANY - 1) // PAGE

    pages = read_pages(large, Query(), last, count=MANY)

    assert [row.id for row in pages[last]] == list(range(MANY - last * PAGE, 0, -1))
    assert large.queries[-1].offset == 0


def test_the_pages_of_a_search_are_read_from_the_end_too(large: Watched) -> None:
    plain = read_pages(large, Query(text="checkout"), 34)

    assert read_pages(large, Query(text="checkout"), 34, count=MANY) == plain


def test_listing_tells_the_events_that_were_sent(history: History, send: Send) -> None:
    send(event_name="lead")
    send(event_name="checkout")

    assert read_listing(history, Wanted(Query())).events == ("checkout", "lead")
