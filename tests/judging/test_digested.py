"""A draft that may be written to disk."""

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.judging.digested import digested
from workbench.judging.judge import Judge

NOW = 1_795_000_000


@pytest.fixture(scope="module")
def judge(contract: Contract) -> Judge:
    """The real judge."""
    return Judge(contract=contract)


def kept(draft: Draft, judge: Judge, contract: Contract) -> Draft:
    return digested(draft, judge.event(draft, now=NOW), contract=contract)


def test_plain_match_keys_become_digests(judge: Judge, contract: Contract) -> None:
    draft = Draft(values={"user_data.em": ("jane@example.com",), "event_name": "checkout"})
    result = kept(draft, judge, contract)
    assert result.texts("user_data.em") == ("8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d",)
    assert result.text("event_name") == "checkout"


def test_refused_values_are_left_out(judge: Judge, contract: Contract) -> None:
    draft = Draft(values={"user_data.em": ("jane at example", "jane@example.com")})
    assert len(kept(draft, judge, contract).texts("user_data.em")) == 1


def test_unknown_json_is_left_out(judge: Judge, contract: Contract) -> None:
    draft = Draft(extras={"user_data.email": "jane@example.com"})
    assert not kept(draft, judge, contract).extras


@pytest.mark.parametrize("rule", ["em", "ph", "fn", "ln", "external_id", "zp"])
def test_no_hashed_field_keeps_its_plain_text(judge: Judge, contract: Contract, rule: str) -> None:
    field = next(each for each in contract.fields if each.hash_rule == rule)
    draft = Draft(values={field.path: (field.example,)})
    assert field.example not in kept(draft, judge, contract).texts(field.path)
