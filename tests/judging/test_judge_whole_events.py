"""Events that are judged whole: whatever is typed, it makes no difference to what is said, sent and hashed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.test_judge_short_way import CONTRACT, ORDINARY, near_misses
from workbench.events.draft import Draft, Typed
from workbench.events.reading import read_event
from workbench.events.templates import from_template, templates
from workbench.judging.judge import Judge
from workbench.judging.rules.shapes import MOST_SHAPES
from workbench.judging.rules.whole_events import OFTEN, WholeEvents

NOW = 1_800_000_000
# From the second event of a shape on, in place of the twentieth.
WHOLE = Judge(contract=CONTRACT, often=2)
CLOSE = Judge(contract=CONTRACT, closely=True)
EVENTS = [from_template(each.name, now=NOW, event_id="event-1", contract=CONTRACT) for each in templates()]
WIRED = [read_event(CLOSE.event(each, now=NOW).payload, contract=CONTRACT).draft for each in EVENTS]
PERSONAL = (
    "jane.doe@example.com", "see jane@example.com", "4111 1111 1111 1111", "4111111111111111", "378282246310005",
    "+1 202-555-0143", "(202) 555-0143", "202.555.0143", "TEST-10042-77", "100% wool", "1 + 1", "12345678901234",
    "https://shop.example.com/?email=jane", "https://shop.example.com/?epik=dj0yJnU9c3ludGhldGlj",
    "https://shop.example.com/?q=a%40example.com", "https://jane@example.com/", "http://a.example/?tel=+12025550143",
)  # fmt: skip
NUMBERS = ("0", "1", "2", "3", "6695", "66.95", "66.94", "6695.00", "0.50", "1000000", "1000001", "6.69", "18.5")
TEXTS = st.one_of(near_misses(), st.sampled_from((*PERSONAL, *NUMBERS, *ORDINARY)), st.text(max_size=4))
TIMES = st.sampled_from((NOW, NOW + 3600, NOW - 61, NOW + 10**6, NOW + 10**8, 0))


@st.composite
def spoilt(draw: st.DrawFn, events: Sequence[Draft] = EVENTS) -> Draft:
    """A good event with up to three values changed; its shape mostly stays."""
    draft = draw(st.sampled_from(events))
    for _ in range(draw(st.integers(0, 3))):
        if draw(st.booleans()) and draft.lines:
            lines = [dict(line) for line in draft.lines]
            line = draw(st.sampled_from(lines))
            line[draw(st.sampled_from(sorted(line) or ["id"]))] = draw(TEXTS)
            draft = draft.with_lines(tuple(lines[: draw(st.integers(0, 2))]))
        else:
            path = draw(st.sampled_from(sorted(draft.values)))
            several: Typed = tuple(draw(st.lists(TEXTS, max_size=3)))
            draft = replace(draft, values={**draft.values, path: draw(st.one_of(TEXTS, st.just(several)))})
    return draft


def assert_same(draft: Draft, *, now: int, wire: bool) -> None:
    """Judged twice, so that the second time is the short way: what is said, sent and hashed stays."""
    close = CLOSE.event(draft, now=now, wire=wire)
    for _ in range(2):
        whole = WHOLE.event(draft, now=now, wire=wire)
        assert whole.problems == close.problems
        assert repr(whole.payload) == repr(close.payload)
        assert dict(whole.hashed) == dict(close.hashed)


def goes_whole(draft: Draft, *, wire: bool = False, now: int = NOW) -> bool:
    """Whether an event is judged whole, not field by field."""
    WHOLE.event(draft, now=now, wire=wire)
    return WHOLE._whole[wire].judged(draft, now) is not None


@given(drafts=st.lists(spoilt(), min_size=1, max_size=4), now=TIMES)
@settings(deadline=None, max_examples=400)
def test_whole_events_one_after_the_other_are_judged_as_by_a_close_look(drafts: list[Draft], now: int) -> None:
    for draft in drafts:
        assert_same(draft, now=now, wire=False)


@given(drafts=st.lists(spoilt(WIRED), min_size=1, max_size=4), now=TIMES)
@settings(deadline=None, max_examples=200)
def test_whole_events_on_the_wire_are_judged_as_by_a_close_look(drafts: list[Draft], now: int) -> None:
    for draft in drafts:
        assert_same(draft, now=now, wire=True)


@pytest.mark.parametrize("text", [*PERSONAL, *NUMBERS])
def test_whole_events_say_the_same_of_each_text_in_each_field_of_the_first_template(text: str) -> None:
    for path, typed in EVENTS[0].values.items():
        spoiling: Typed = (text,) if isinstance(typed, tuple) else text
        assert_same(EVENTS[0].with_value(path, spoiling), now=NOW, wire=False)
    for name in EVENTS[0].lines[0]:
        lines = ({**EVENTS[0].lines[0], name: text}, *EVENTS[0].lines[1:])
        assert_same(EVENTS[0].with_lines(lines), now=NOW, wire=False)


@pytest.mark.parametrize("wire", [False, True])
def test_whole_events_are_those_of_the_first_template(*, wire: bool) -> None:
    assert goes_whole((WIRED if wire else EVENTS)[0], wire=wire)


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("custom_data.num_items", "4"),
        ("custom_data.content_ids", ("SHELF-07", "CUSHION-12")),
        ("custom_data.value", "6695.00"),
        ("custom_data.content_name", "for jane.doe@example.com"),
        ("custom_data.content_ids", ("CUSHION-12", "4111 1111 1111 1111")),
        ("event_source_url", "https://shop.example.com/?email=jane"),
        ("event_source_url", "https://shop.example.com/?epik=dj0yJnU9c3ludGhldGlj"),
        ("event_time", str(NOW + 61)),
        ("event_time", str(NOW - 10**6)),
        ("action_source", "app_android"),
        ("user_data.em", ("jane.doe",)),
        ("event_id", " event-1"),
        ("event_name", "Checkout"),
    ],
)
def test_whole_events_are_not_those_of_which_something_may_be_said(path: str, typed: Typed) -> None:
    assert not goes_whole(EVENTS[0].with_value(path, typed))


def test_whole_events_may_be_worth_less_than_their_product_lines() -> None:
    assert goes_whole(EVENTS[0].with_value("custom_data.value", "60.00"))


def test_whole_events_may_have_several_addresses() -> None:
    draft = EVENTS[0].with_value("user_data.em", ("a@example.com", "b@example.com"))
    assert goes_whole(draft)
    assert_same(draft, now=NOW, wire=False)


@pytest.mark.parametrize("path", ["event_time", "user_data.em", "custom_data.currency"])
def test_whole_events_are_not_those_that_lack_what_belongs_in_them(path: str) -> None:
    draft = replace(EVENTS[0], values={key: typed for key, typed in EVENTS[0].values.items() if key != path})
    assert_same(draft, now=NOW, wire=False)
    assert goes_whole(draft) is (path == "user_data.em")  # address and browser identify, too


def test_whole_events_give_each_event_objects_of_its_own() -> None:
    judge = Judge(contract=CONTRACT, often=1)
    first, second = (judge.event(EVENTS[0], now=NOW).payload for _ in range(2))
    assert first["user_data"] is not second["user_data"]
    assert first["custom_data"] is not second["custom_data"]


def test_whole_events_are_judged_field_by_field_until_their_shape_was_met_often() -> None:
    events = Judge(contract=CONTRACT)._whole[False]
    found = [events.judged(EVENTS[0], NOW) is not None for _ in range(OFTEN + 1)]
    assert found == [False] * (OFTEN - 1) + [True, True]


def test_whole_events_keep_no_key_that_is_no_field() -> None:
    events = Judge(contract=CONTRACT, often=1)._whole[False]
    assert events.judged(EVENTS[0].with_value("jane.doe@example.com", "x"), NOW) is None
    assert not events._met


def test_whole_events_forget_all_shapes_when_there_are_too_many() -> None:
    events = Judge(contract=CONTRACT, often=10)._whole[False]
    paths = [path for path in CONTRACT.by_path if "[]" not in path][:60]
    for first in paths:
        for second in paths:
            if first != second:
                events.judged(Draft({first: "x", second: "x"}), NOW)
    assert len(events._met) <= MOST_SHAPES


def test_whole_events_function_counts_the_entries_of_a_bounded_list() -> None:
    events: WholeEvents = Judge(contract=CONTRACT)._whole[False]
    shape = events.shape((*EVENTS[0].values, "device_info.languages"), ())
    assert "if len(device_info_languages) > 100:\n        return None\n" in events.write(shape).source


def test_whole_events_function_reads_like_the_way_of_its_fields() -> None:
    events: WholeEvents = Judge(contract=CONTRACT)._whole[False]
    values = ("event_name", "action_source", "event_time", "event_id", "user_data.em", "custom_data.num_items")
    assert events.write(events.shape(values, ("id", "quantity"))).source == SMALL


SMALL = """\
def judged(values, lines, now):
    event_name, action_source, event_time, event_id, user_data_em, custom_data_num_items, = values.values()
    event_name = CLEAN_EVENT_NAME(event_name)
    if event_name is None:
        return None
    action_source = CLEAN_ACTION_SOURCE(action_source)
    if action_source is None:
        return None
    event_time = CLEAN_EVENT_TIME(event_time)
    if event_time is None:
        return None
    if event_id.__class__ is not str or not event_id or not event_id.isprintable() or event_id.strip() != event_id:
        return None
    if CHECK_EVENT_ID_0("event_id", event_id) is not None:
        return None
    user_data_em = CLEAN_USER_DATA_EM(user_data_em)
    if user_data_em is None:
        return None
    custom_data_num_items = CLEAN_CUSTOM_DATA_NUM_ITEMS(custom_data_num_items)
    if custom_data_num_items is None:
        return None
    contents, pieces, total = [], 0, 0.0
    for line in lines:
        if tuple(line) != LINE:
            return None
        line_id, line_quantity, = line.values()
        if line_id.__class__ is not str or not line_id or not line_id.isprintable() or line_id.strip() != line_id:
            return None
        line_quantity = CLEAN_LINE_QUANTITY(line_quantity)
        if line_quantity is None:
            return None
        contents.append({"id": line_id, "quantity": line_quantity})
        pieces += line_quantity
    if not -60 <= now - event_time <= 3600:
        return None
    if custom_data_num_items != pieces:
        return None
    if action_source in APPS:
        return None
    texts = [event_name, event_id]
    for line in lines:
        texts += line.values()
    if SUSPICIOUS("\\n".join(texts)):
        return None
    problems = ADVICE(event_name, action_source)
    event = {
        "event_name": event_name,
        "action_source": action_source,
        "event_time": event_time,
        "event_id": event_id,
        "user_data": {
            "em": user_data_em,
        },
        "custom_data": {
            "num_items": custom_data_num_items,
            "contents": contents,
        },
    }
    return event, problems
"""
