"""What the chooser lists, and what a search leaves of it."""

from workbench.contract.loading import Contract
from workbench.events.own_templates import OwnTemplate
from workbench.events.templates import templates, unfit_sources
from workbench.ui.templates.rows import Group, Kind, matching, own_group, shipped_groups


def groups(contract: Contract) -> list[Group]:
    return list(shipped_groups(templates(), unfit_sources(), contract=contract))


def test_each_event_name_is_a_group_with_all_four_sources(contract: Contract) -> None:
    listed = groups(contract)
    assert {each.note for each in listed} == contract.event_name_set
    assert len(listed) == len(contract.event_names)
    assert all(len(each.rows) == 4 for each in listed)


def test_source_that_does_not_fit_says_why_and_cannot_be_used(contract: Contract) -> None:
    search = next(each for each in groups(contract) if each.note == "search")
    offline = search.rows[-1]
    assert (offline.shown, offline.kind, offline.usable) == ("Offline", Kind.UNFIT, False)
    assert offline.says.startswith("Does not fit. ")


def test_search_finds_every_word_in_any_order(contract: Contract) -> None:
    found = matching(groups(contract), "offline SUBSCRIBE")
    assert [(each.note, [row.name for row in each.rows]) for each in found] == [("subscribe", ["subscribe_offline"])]


def test_search_offers_nothing_that_cannot_be_used(contract: Contract) -> None:
    assert all(row.usable for group in matching(groups(contract), "offline") for row in group.rows)


def test_search_for_nothing_leaves_everything(contract: Contract) -> None:
    assert matching(groups(contract), "  ") == groups(contract)


def test_own_template_says_event_source_and_whether_it_is_plain(contract: Contract) -> None:
    event = {"event_name": "lead", "action_source": "app_ios"}
    (plain, digests) = own_group(
        [OwnTemplate("A", dict(event), plain=True), OwnTemplate("B", dict(event))], contract=contract
    ).rows
    assert plain.says == "lead, iOS app, with plain test values"
    assert digests.says == "lead, iOS app, digests only"


def test_own_group_without_any_says_how_to_make_one(contract: Contract) -> None:
    (row,) = own_group([], contract=contract).rows
    assert row.kind is Kind.EMPTY
    assert "save" in row.says
