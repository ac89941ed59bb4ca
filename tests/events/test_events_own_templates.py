"""Own templates as a file: what is kept, and what is said of a file that cannot be used."""

import json

import pytest

from workbench.contract.loading import Contract, load_contract
from workbench.events.draft import Draft
from workbench.events.own_templates import (
    LONGEST_NAME,
    NewerFileError,
    OwnTemplate,
    TemplateList,
    checked_name,
    free_name,
    own_template,
    parse_templates,
    same_name,
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
    assert {"event_id", "event_time"}.isdisjoint(template.event)
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
    assert listed.other == (("theme", "x"),)
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


def test_json_that_is_no_file_of_templates_is_told_what_belongs_there() -> None:
    with pytest.raises(InputError) as refused:
        parsed(b"[]")
    assert refused.value.message == ("The file is JSON, but no file of templates: it has no list named “templates”.")
    assert refused.value.fix == "Choose a file that the workbench exported; paste events under JSON."


@pytest.mark.parametrize("version", [2, "1", None])
def test_file_of_a_newer_release_is_not_taken_for_damaged(version: object) -> None:
    with pytest.raises(NewerFileError, match="newer release") as refused:
        parsed(json.dumps({"version": version, "templates": []}).encode())
    assert refused.value.fix == "Install that release to use its templates."


UNSEEN = ("That name holds a character that cannot be seen.", "Type the name anew.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", ("A template needs a name.", "Type one, such as “Checkout of our shop”.")),
        ("  ", ("A template needs a name.", "Type one, such as “Checkout of our shop”.")),
        ("x" * (LONGEST_NAME + 1), (f"That name has {LONGEST_NAME + 1} characters.", f"Use at most {LONGEST_NAME}.")),
        ("a\u202eb", UNSEEN),
        ("a\x00b", UNSEEN),
        ("a\ud800b", UNSEEN),
    ],
)
def test_name_that_cannot_be_read_is_refused(name: str, said: tuple[str, str]) -> None:
    with pytest.raises(InputError) as refused:
        checked_name(name)
    assert (refused.value.message, refused.value.fix) == said


def test_name_of_the_greatest_length_is_taken() -> None:
    assert checked_name("x" * LONGEST_NAME) == "x" * LONGEST_NAME


def test_name_loses_white_space_around_and_within() -> None:
    assert checked_name("  Our \n checkout ") == "Our checkout"


def test_free_name_stays_within_the_longest() -> None:
    longest = "x" * LONGEST_NAME
    assert free_name(longest, [longest]) == "x" * (LONGEST_NAME - 4) + " (2)"


def test_file_of_templates_is_indented_for_people(contract: Contract) -> None:
    encoded = TemplateList((own_template("Ours", DRAFT, plain=False, contract=contract),)).encoded()
    assert encoded.startswith(b'{\n  "version": 1')


def test_template_with_plain_values_says_so_when_read_again(contract: Contract) -> None:
    template = own_template("Ours", DRAFT, plain=True, contract=contract)
    assert parsed(TemplateList((template,)).encoded()).templates[0].plain


def test_draft_of_a_template_has_no_id_and_time_even_if_the_file_has() -> None:
    template = OwnTemplate("Ours", {"event_name": "lead", "event_id": "o-1", "event_time": 1_795_000_000})
    assert template.draft(contract=load_contract()) == Draft({"event_name": "lead"})


@pytest.mark.parametrize("entry", [{"name": "Ours"}, {"event": {}}, {"name": "", "event": {}}])
def test_entry_without_a_name_or_an_event_is_kept_and_not_used(entry: dict[str, object]) -> None:
    listed = parsed(json.dumps({"version": 1, "templates": [entry]}).encode())
    assert (listed.templates, listed.unusable) == ((), (entry,))
    assert listed.complaint.startswith("1 entry has no name or no event")


def test_names_that_differ_in_spaces_and_letters_are_the_same() -> None:
    assert same_name("Our  Checkout", "our checkout")
    assert not same_name("Our Checkout", "OurCheckout")
