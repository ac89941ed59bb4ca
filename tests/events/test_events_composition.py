"""The events of one request while it is composed."""

from workbench.events.composition import Composition
from workbench.events.draft import Draft


def named(*names: str) -> Composition:
    return Composition(tuple(Draft(values={"event_id": name}) for name in names))


def names(composition: Composition) -> list[str]:
    return [draft.text("event_id") for draft in composition.drafts]


def test_composition_is_never_empty() -> None:
    assert len(Composition().drafts) == 1
    assert names(named("a").removing(0)) == [""]


def test_composition_puts_events_behind_the_selected_one_and_selects_them() -> None:
    after = named("a", "b").adding([Draft(values={"event_id": "x"}), Draft(values={"event_id": "y"})])
    assert names(after) == ["a", "x", "y", "b"]
    assert after.current.text("event_id") == "x"


def test_composition_keeps_the_selection_when_an_earlier_event_goes() -> None:
    assert named("a", "b", "c").selecting(2).removing(0).current.text("event_id") == "c"


def test_composition_selects_the_neighbour_when_the_last_one_goes() -> None:
    assert named("a", "b").selecting(1).removing(1).current.text("event_id") == "a"


def test_composition_brings_a_wild_index_inside() -> None:
    assert named("a", "b").selecting(99).selected == 1
    assert named("a", "b").selecting(-5).selected == 0


def test_composition_of_nothing_to_add_stays_as_it_is() -> None:
    before = named("a")
    assert before.adding([]) is before


def test_composition_replaces_the_selected_event_only() -> None:
    after = named("a", "b", "c").selecting(1).with_current(Draft(values={"event_id": "x"}))
    assert names(after) == ["a", "x", "c"]
    assert after.selected == 1


def test_composition_loses_one_event_at_a_time() -> None:
    assert names(named("a", "b", "c", "d").removing(1)) == ["a", "c", "d"]


def test_composition_keeps_the_selection_when_a_later_event_goes() -> None:
    assert named("a", "b", "c").selecting(1).removing(2).current.text("event_id") == "b"


def test_composition_selects_the_next_event_when_the_selected_one_goes() -> None:
    assert named("a", "b", "c").selecting(1).removing(1).current.text("event_id") == "c"


def test_composition_follows_the_selection_past_a_removal() -> None:
    after = named("a", "b", "c", "d").selecting(2).removing(0)
    assert (after.selected, after.current.text("event_id")) == (1, "c")
