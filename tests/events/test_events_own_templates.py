"""Own templates as a file: what is kept, and what is said of a file that cannot be used."""

import json

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.own_templates import (
    LONGEST_NAME,
    NewerFileError,
    TemplateList,
    checked_name,
    free_name,
    own_template,
    parse_templates,
)
from workbench.ground.errors import InputError

DRAFT = Draft(
    {
        "event_name": "checkout",
        "action_source": "web",
        "event_id": "o-1",
        "event_time": "1795000000",
        "user_data.em": ("a" * 64,),
        "custom_data.value": "66.95",
    },
    ({"id": "SHELF-07", "quantity": "2"},),
)


def parsed(data: bytes) -> TemplateList:
    return parse_templates(data, what="The file")


def test_own_template_comes_back_from_its_file_without_id_and_time(contract: Contract) -> None:
    template = own_template("Ours", DRAFT, plain=False, contract=contract)
    (read,) = parsed(TemplateList((template,)).encoded()).templates
    assert read == template
    assert read.draft(contract=contract) == DRAFT.with_value("event_id", "").with_value("event_time", "")


def test_own_template_says_its_event(contract: Contract) -> None:
    template = own_template("Ours", DRAFT, plain=False, contract=contract)
    assert (template.event_name, template.action_source) == ("checkout", "web")


def test_file_of_templates_names_its_version(contract: Contract) -> None:
    content = json.loads(TemplateList((own_template("Ours", DRAFT, plain=True, contract=contract),)).encoded())
    assert content["version"] == 1
    assert [(each["name"], each["plain"]) for each in content["templates"]] == [("Ours", True)]


def test_file_of_templates_keeps_what_it_does_not_know() -> None:
    content = {
        "version": 1,
        "theme": "x",
        "templates": [{"name": "Ours", "event": {}, "colour": "red"}, {"name": 7}, "text"],
    }
    listed = parsed(json.dumps(content).encode())
    again = json.loads(listed.encoded())
    assert again["theme"] == "x"
    assert again["templates"] == [
        {"name": "Ours", "plain": False, "event": {}, "colour": "red"},
        {"name": 7},
        "text",
    ]
    assert listed.complaint.startswith("2 entries have no name or no event")


def test_second_template_of_one_name_gets_a_number() -> None:
    content = {"version": 1, "templates": [{"name": "Ours", "event": {}}, {"name": "OURS", "event": {}}]}
    assert [each.name for each in parsed(json.dumps(content).encode()).templates] == ["Ours", "OURS (2)"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"data": []}', b'{"version": 1, "templates": {}}'])
def test_file_that_is_none_of_templates_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(InputError, match="The file") as refused:
        parsed(data)
    assert refused.value.fix


@pytest.mark.parametrize("version", [2, "1", None])
def test_file_of_a_newer_release_is_not_taken_for_damaged(version: object) -> None:
    with pytest.raises(NewerFileError, match="newer release"):
        parsed(json.dumps({"version": version, "templates": []}).encode())


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "a\u202eb", "a\x00b"])
def test_name_that_cannot_be_read_is_refused(name: str) -> None:
    with pytest.raises(InputError):
        checked_name(name)


def test_name_loses_white_space_around_and_within() -> None:
    assert checked_name("  Our \n checkout ") == "Our checkout"


def test_free_name_stays_within_the_longest() -> None:
    longest = "x" * LONGEST_NAME
    assert free_name(longest, [longest]) == "x" * (LONGEST_NAME - 4) + " (2)"
