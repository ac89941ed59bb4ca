"""The rulebook: every rule there is, each with a code of its own."""

import re
from pathlib import Path

import pytest

from workbench.contract.loading import Contract
from workbench.judging import rules
from workbench.judging.problem import Rule
from workbench.judging.rulebook import all_rules
from workbench.judging.rules.plan import FORMATS

_JUDGING = Path(str(rules.__file__)).parents[1]
_RULE = re.compile(r'^[A-Z][A-Z_0-9]* = (?:Rule|_error|_warning|_advice)\(\s*(?:code=)?"([a-z0-9-]+)"', re.MULTILINE)


def test_rulebook_lists_every_rule_that_the_source_defines() -> None:
    defined = [code for file in _JUDGING.rglob("*.py") for code in _RULE.findall(file.read_text(encoding="utf-8"))]
    assert sorted(defined) == sorted(rule.code for rule in all_rules())


def test_rulebook_has_no_code_twice() -> None:
    rulebook_codes = [rule.code for rule in all_rules()]
    assert len(rulebook_codes) == len(set(rulebook_codes))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_rulebook_rule_says_what_to_do_and_who_says_so(rule: Rule, contract: Contract) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code)
    assert rule.says
    assert rule.fix
    assert set(rule.source.split(", ")) <= {"guide", "spec", "observed", "implementers", "workbench"}
    assert set(rule.source.split(", ")) <= set(contract.sources)


def test_rulebook_has_a_check_for_each_format_of_the_catalogue(contract: Contract) -> None:
    formats = {field.format for field in contract.fields if field.format}
    assert formats - set(FORMATS) == {"unix-time", "timezone"}
