"""The shipped events to start from."""

import ipaddress
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.payload import document
from workbench.events.reading import read_event
from workbench.events.templates import from_template, templates, unfit_sources
from workbench.events.wire import TypeFault, wire_value
from workbench.ground.errors import InputError

NOW = 1_790_000_000
NAMES = [each.name for each in templates()]
RESERVED = [
    ipaddress.ip_network(each) for each in ("203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24", "2001:db8::/32")
]


@pytest.fixture(params=NAMES)
def draft(request: pytest.FixtureRequest, contract: Contract) -> Draft:
    """Each template in turn."""
    return from_template(str(request.param), now=NOW, event_id="id-1", contract=contract)


def test_every_event_name_has_a_template_for_each_source_or_a_reason_why_not(contract: Contract) -> None:
    """A name that Pinterest adds fails here until somebody has thought of each source."""
    made = [(each.event_name, each.action_source) for each in templates()]
    pairs = [(name.name, source.name) for name in contract.event_names for source in contract.action_sources]
    assert sorted([*made, *unfit_sources()]) == sorted(pairs)


def test_templates_of_an_event_stand_together_the_plain_name_first() -> None:
    order = list(dict.fromkeys(each.event_name for each in templates()))
    assert [each.event_name for each in templates()] == sorted(
        (each.event_name for each in templates()), key=order.index
    )
    web = [each for each in templates() if each.action_source == "web"]
    assert [each.name for each in web] == [each.event_name for each in web]


def test_app_events_are_for_apps_only() -> None:
    sources = {each.action_source for each in templates() if each.event_name in {"app_install", "app_open"}}
    assert sources == {"app_android", "app_ios"}


def test_every_template_and_every_gap_says_why() -> None:
    sentences = [each.says for each in templates()] + list(unfit_sources().values())
    assert all(re.fullmatch(r"[A-Z].+\.", each) for each in sentences)


@pytest.mark.parametrize(
    "name",
    ["checkout", "add_to_cart", "page_visit", "signup", "lead", "search", "app_install_ios", "app_install_android",
     "checkout_offline"],
)  # fmt: skip
def test_names_that_were_there_from_the_first_are_still_there(name: str) -> None:
    assert name in NAMES


def test_template_names_are_unique_and_labelled() -> None:
    assert len(set(NAMES)) == len(NAMES)
    labels = [each.label for each in templates()]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_template_says_what_its_draft_is(contract: Contract) -> None:
    for each in templates():
        draft = from_template(each.name, now=NOW, event_id="id-1", contract=contract)
        assert draft.text("event_name") == each.event_name
        assert draft.text("action_source") == each.action_source


def test_draft_is_read_without_a_finding_or_an_extra(draft: Draft, contract: Contract) -> None:
    assert not draft.extras
    assert read_event(document(draft, contract=contract), contract=contract).findings == ()


def test_draft_happened_shortly_before_now_under_the_given_id(draft: Draft) -> None:
    assert 0 < NOW - int(draft.text("event_time")) < 3600
    assert draft.text("event_id") == "id-1"


def test_draft_names_a_standard_event_and_source(draft: Draft, contract: Contract) -> None:
    assert draft.text("event_name") in contract.event_name_set
    assert draft.text("action_source") in contract.platform_of


def test_draft_has_all_that_is_required(draft: Draft, contract: Contract) -> None:
    assert {each.path for each in contract.fields if each.required} <= set(draft.filled())


def test_draft_avoids_fields_that_are_not_published(draft: Draft, contract: Contract) -> None:
    assert all(contract.by_path[path].published for path in draft.filled())


def test_every_text_has_a_wire_value(draft: Draft, contract: Contract) -> None:
    for path, text in texts(draft):
        assert not isinstance(wire_value(contract.by_path[path], text), TypeFault), path


def test_every_value_is_one_of_those_the_catalogue_lists(draft: Draft, contract: Contract) -> None:
    for path, text in texts(draft):
        allowed = contract.by_path[path].values
        assert not allowed or text in allowed, path


def test_people_come_from_reserved_ranges(draft: Draft) -> None:
    for text in draft.texts("user_data.em"):
        assert text.endswith(("@example.com", "@example.org", "@example.net"))
    for text in draft.texts("user_data.ph"):
        assert re.fullmatch(r"\+1 [2-9]\d\d-555-01\d\d", text)
    for text in draft.texts("user_data.client_ip_address"):
        assert any(ipaddress.ip_address(text) in network for network in RESERVED)
    for text in draft.texts("user_data.external_id"):
        assert text.startswith(("test-person-", "00000000-0000-4000-8000-"))
    for text in draft.texts("user_data.hashed_maids"):
        assert text.startswith("00000000-0000-4000-8000-")


def test_addresses_are_reserved_ones(draft: Draft, contract: Contract) -> None:
    for path, text in texts(draft):
        if contract.by_path[path].format == "url":
            assert re.match(r"https://(\w+\.)*example\.com/", text)


def test_click_id_begins_like_a_real_one(draft: Draft) -> None:
    assert all(re.fullmatch(r"dj0yJ[\w-]+", text) for text in draft.texts("user_data.click_id"))


def test_order_agrees_with_its_lines(draft: Draft) -> None:
    quantities = [int(line["quantity"]) for line in draft.lines]
    total = sum(Decimal(line["item_price"]) * quantity for line, quantity in zip(draft.lines, quantities, strict=True))
    assert int(draft.text("custom_data.num_items")) == sum(quantities)
    assert Decimal(draft.text("custom_data.value")) == total
    assert draft.texts("custom_data.content_ids") == tuple(line["id"] for line in draft.lines)


def test_app_event_names_its_app_and_its_device(draft: Draft) -> None:
    in_app = draft.text("action_source").startswith("app_")
    for path in ("app_id", "app_info.app_id", "device_model", "device_info.model", "os_version"):
        assert bool(draft.text(path)) is in_app


def test_offline_event_has_nothing_that_only_a_browser_knows(draft: Draft) -> None:
    online = ("event_source_url", "user_data.click_id", "user_data.client_ip_address", "user_data.client_user_agent")
    is_offline = draft.text("action_source") == "offline"
    assert [bool(draft.text(path)) for path in online] == [not is_offline] * 4


def test_draft_has_everything_that_is_recommended_for_it(draft: Draft, contract: Contract) -> None:
    name, platform = draft.text("event_name"), contract.platform_of[draft.text("action_source")]
    recommended = {each.path for each in contract.fields if each.recommended_for(name, platform)}
    assert recommended <= set(draft.filled())


def test_checkout_is_the_example_that_it_always_was(contract: Contract) -> None:
    draft = from_template("checkout", now=NOW, event_id="id-1", contract=contract)
    assert draft.text("user_data.em") == "jane.doe@example.com"
    assert draft.text("custom_data.order_id") == "TEST-10042"
    assert draft.text("custom_data.value") == "66.95"
    assert draft.text("event_time") == str(NOW - 180)


def test_checkout_has_two_lines(contract: Contract) -> None:
    assert len(from_template("checkout", now=NOW, event_id="id-1", contract=contract).lines) == 2


def test_unknown_template_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(InputError, match="no template named “none”") as caught:
        from_template("none", now=NOW, event_id="id-1")
    assert caught.value.fix == f"Choose one of: {', '.join(NAMES)}."


def test_template_reads_the_contract_itself_when_none_is_given() -> None:
    assert from_template("checkout", now=NOW, event_id="id-1").text("event_name") == "checkout"


def texts(draft: Draft) -> Iterator[tuple[str, str]]:
    """Every text with the path of its field."""
    for path, typed in draft.values.items():
        for text in (typed,) if isinstance(typed, str) else typed:
            yield path, text
    for line in draft.lines:
        for name, text in line.items():
            yield f"custom_data.contents[].{name}", text
