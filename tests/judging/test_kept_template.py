"""What of an event reaches the disk as a template."""

import json
from dataclasses import replace

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.own_templates import OwnTemplate, TemplateList
from workbench.judging.digests import sha256
from workbench.judging.judge import Judge
from workbench.judging.kept_template import template_to_keep, with_digests_only

NOW = 1_800_000_000
DRAFT = Draft({"event_name": "lead", "user_data.em": (" Jane@Shop.de ",), "user_data.st": ("nowhere",)})


def kept(judge: Judge, contract: Contract, *, keep_plain: bool) -> OwnTemplate:
    return template_to_keep("Ours", DRAFT, keep_plain=keep_plain, judge=judge, contract=contract, now=NOW)


def test_template_holds_digests_only(judge: Judge, contract: Contract) -> None:
    made = kept(judge, contract, keep_plain=False)
    assert made.event["user_data"] == {"em": [sha256("jane@shop.de")]}
    assert not made.plain


def test_template_holds_plain_values_when_that_was_asked_for(judge: Judge, contract: Contract) -> None:
    made = kept(judge, contract, keep_plain=True)
    assert made.plain
    assert made.draft(contract=contract) == DRAFT


def test_template_with_plain_values_can_be_shared_without_them(judge: Judge, contract: Contract) -> None:
    plain = kept(judge, contract, keep_plain=True)
    shared = with_digests_only(plain, judge=judge, contract=contract, now=NOW)
    text = TemplateList((shared,)).encoded().decode()
    assert "Shop.de" not in text
    assert json.loads(text)["templates"][0]["plain"] is False


def test_template_shared_without_plain_values_keeps_what_another_release_wrote(
    judge: Judge, contract: Contract
) -> None:
    newer = replace(kept(judge, contract, keep_plain=True), other=(("colour", "red"),))
    assert with_digests_only(newer, judge=judge, contract=contract, now=NOW).other == (("colour", "red"),)


def test_sharing_without_plain_values_drops_what_has_no_place(judge: Judge, contract: Contract) -> None:
    """Unknown keys may hold plain personal data, so they do not travel unless asked for."""
    odd = OwnTemplate("Odd", {"event_name": "lead", "user_data": {"email": "jane@shop.de"}})
    shared = with_digests_only(odd, judge=judge, contract=contract, now=NOW)
    assert "jane" not in json.dumps(shared.event)
